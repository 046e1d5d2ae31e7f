package io.github.authfilters.internal.config;

import jakarta.servlet.ServletContext;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/**
 * What the settings may refer to outside of themselves, and the clock and randomness that the realm
 * works with.
 */
record Surroundings(
    Function<String, Optional<String>> env,
    Function<String, Optional<String>> sys,
    UserFiles files,
    Naming naming,
    InstantSource clock,
    SecureRandom random) {

  /** Where a relative path of the settings leads. */
  interface UserFiles {

    /** A file that can be reread; empty where it is none, or is inside a packed archive. */
    Optional<Path> path(String relative);

    /** The content, where {@link #path} has none; empty where there is no such file. */
    Optional<InputStream> open(String relative);

    /** For messages. */
    String home();
  }

  /** JNDI. */
  interface Naming {
    Object lookup(String name) throws NamingException;
  }

  /** The process, and relative paths inside {@code /WEB-INF/}. */
  static Surroundings of(ServletContext context) {
    return ofProcess(
        new UserFiles() {
          @Override
          public Optional<Path> path(String relative) {
            return Optional.ofNullable(context.getRealPath(home() + relative))
                .map(Path::of)
                .filter(Files::isRegularFile);
          }

          @Override
          public Optional<InputStream> open(String relative) {
            return Optional.ofNullable(context.getResourceAsStream(home() + relative));
          }

          @Override
          public String home() {
            return "/WEB-INF/";
          }
        });
  }

  /** The process, and relative paths from its working directory. */
  static Surroundings ofProcess() {
    return ofProcess(
        new UserFiles() {
          @Override
          public Optional<Path> path(String relative) {
            return Optional.of(Path.of(relative).toAbsolutePath()).filter(Files::isRegularFile);
          }

          @Override
          public Optional<InputStream> open(String relative) {
            return Optional.empty();
          }

          @Override
          public String home() {
            return "the working directory";
          }
        });
  }

  private static Surroundings ofProcess(UserFiles files) {
    return new Surroundings(
        name -> Optional.ofNullable(System.getenv(name)),
        name -> name.isEmpty() ? Optional.empty() : Optional.ofNullable(System.getProperty(name)),
        files,
        InitialContext::doLookup,
        InstantSource.system(),
        new SecureRandom());
  }
}
