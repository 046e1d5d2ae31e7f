package io.github.authfilters.demo;

import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Starts Keycloak once for the whole run of tests; JUnit's store ends it. Where the machine can't
 * have one the tests are skipped, and say so; but never in CI.
 */
final class RunningKeycloak implements ExecutionCondition, ParameterResolver {

  private record Decision(Optional<String> obstacle) {

    static Decision taken() {
      Optional<String> obstacle = KeycloakServer.obstacle();
      obstacle.ifPresent(reason -> System.out.println("Skipped: the tests of Keycloak: " + reason));
      return new Decision(obstacle);
    }
  }

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    Optional<String> obstacle =
        store(context)
            .computeIfAbsent(Decision.class, key -> Decision.taken(), Decision.class)
            .obstacle();
    if (obstacle.isPresent() && "true".equals(System.getenv("CI"))) {
      throw new AssertionError("CI must run the tests of Keycloak, but " + obstacle.get());
    }
    return obstacle
        .map(ConditionEvaluationResult::disabled)
        .orElseGet(() -> ConditionEvaluationResult.enabled("Keycloak can be started"));
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == KeycloakRealm.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return store(context)
        .computeIfAbsent(KeycloakServer.class, key -> KeycloakServer.start(), KeycloakServer.class)
        .realm();
  }

  private static Store store(ExtensionContext context) {
    return context.getRoot().getStore(Namespace.create(RunningKeycloak.class));
  }
}
