package io.github.authfilters.demo;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** Runs a class with each of these servers, at the root and at "/app". */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
// JUnit's store closes the servers, once all classes are through.
@ParameterizedClass(name = "{0}", autoCloseArguments = false)
@ArgumentsSource(RunningServers.class)
@interface OnServers {

  /** At the root. */
  ServerKind[] value();

  /** At the context path "/app". */
  ServerKind[] inContext() default {};
}
