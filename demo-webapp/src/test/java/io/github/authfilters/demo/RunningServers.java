package io.github.authfilters.demo;

import io.github.authfilters.demo.ServerUnderTest.Setup;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.AnnotationConsumer;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** Starts each server once for the whole run of tests; JUnit's store closes them at its end. */
final class RunningServers implements ArgumentsProvider, AnnotationConsumer<OnServers> {

  private List<Setup> setups = List.of();

  @Override
  public void accept(OnServers servers) {
    setups =
        Stream.concat(
                Arrays.stream(servers.value()).map(kind -> Setup.of(kind, "")),
                Arrays.stream(servers.inContext()).map(kind -> Setup.of(kind, "/app")))
            .toList();
  }

  @Override
  public Stream<? extends Arguments> provideArguments(
      ParameterDeclarations parameters, ExtensionContext context) {
    Store store = context.getRoot().getStore(Namespace.create(RunningServers.class));
    return setups.stream()
        .map(
            setup ->
                Arguments.of(
                    store.computeIfAbsent(setup, ServerUnderTest::start, ServerUnderTest.class)));
  }
}
