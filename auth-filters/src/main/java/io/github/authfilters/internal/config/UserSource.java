package io.github.authfilters.internal.config;

import io.github.authfilters.user.Authenticator;
import io.github.authfilters.user.FileUserStore;
import io.github.authfilters.user.HtpasswdUserStore;
import io.github.authfilters.user.JdbcUserStore;
import io.github.authfilters.user.PasswordAuthenticator;
import io.github.authfilters.user.UserStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.sql.DataSource;

/** Reads the setting {@code users}: where users are known, and opens it. */
final class UserSource {

  /**
   * The users of a realm.
   *
   * @param kind for the log
   */
  record Users(
      String kind,
      Optional<UserStore> store,
      Optional<Authenticator> authenticator,
      Optional<Set<String>> containerRoles) {

    static Users of(String kind, UserStore store) {
      return new Users(
          kind,
          Optional.of(store),
          Optional.of(new PasswordAuthenticator(store)),
          Optional.empty());
    }
  }

  private static final Pattern JDBC =
      Pattern.compile("((?:java:)?[^:\\s]{1,200})(?:\\s+query=(.+))?", Pattern.DOTALL);
  private static final Pattern CONTAINER = Pattern.compile("container(?:\\s+roles=(.+))?");

  private final Surroundings around;
  private final Set<String> rolesAsked;

  /** The roles that filters ask for are asked of the container, too. */
  UserSource(Surroundings around, Set<String> rolesAsked) {
    this.around = around;
    this.rolesAsked = Set.copyOf(rolesAsked);
  }

  Users read(String text) {
    Matcher container = CONTAINER.matcher(text);
    if (container.matches()) {
      return container(Optional.ofNullable(container.group(1)));
    }
    int colon = text.indexOf(':');
    String rest = text.substring(colon + 1).strip();
    return switch (colon < 0 ? "" : text.substring(0, colon)) {
      case "file" ->
          Users.of(
              "file", file(rest, path -> new FileUserStore(path, around.clock()), this::packed));
      case "htpasswd" ->
          Users.of(
              "htpasswd",
              file(rest, path -> new HtpasswdUserStore(path, around.clock()), this::notPacked));
      case "jdbc" -> Users.of("jdbc", database(rest));
      case "class" -> ofClass(rest);
      default -> throw new UnusableValueException();
    };
  }

  private Users container(Optional<String> roles) {
    Set<String> asked = new TreeSet<>(rolesAsked);
    roles.map(Syntax::roles).ifPresent(asked::addAll);
    return new Users(
        "container", Optional.empty(), Optional.empty(), Optional.of(Set.copyOf(asked)));
  }

  private UserStore file(
      String name, Function<Path, UserStore> onDisk, Function<String, UserStore> inArchive) {
    String shown = Shown.escaped(name);
    try {
      Path path = Path.of(name);
      if (path.isAbsolute() && Files.isRegularFile(path)) {
        return onDisk.apply(path);
      }
      if (path.isAbsolute()) {
        throw UnusableValueException.pointsTo(
            "the file '%s' must be there and readable; a relative path is looked for in %s"
                .formatted(shown, around.files().home()));
      }
      if (name.isEmpty() || Arrays.asList(name.split("[/\\\\]", -1)).contains("..")) {
        throw new UnusableValueException("a relative path must name a file, without ..");
      }
      Optional<Path> relative = around.files().path(name);
      return relative.isPresent() ? onDisk.apply(relative.get()) : inArchive.apply(name);
    } catch (InvalidPathException e) {
      throw new UnusableValueException("'%s' must be a path".formatted(shown));
    }
  }

  /** A file of a WAR that is not unpacked: read once, a change shows at the next start. */
  private UserStore packed(String name) {
    String description = around.files().home() + name;
    try (InputStream in = around.files().open(name).orElseThrow(() -> missing(name))) {
      return FileUserStore.of(description, in);
    } catch (IOException e) {
      throw UnusableValueException.pointsTo("'%s' must be readable".formatted(Shown.escaped(name)));
    }
  }

  /** Such a file is looked at again and again, which an archive doesn't allow. */
  private UserStore notPacked(String name) {
    throw UnusableValueException.pointsTo(
        "the file '%s' must be there, in %s of a WAR that is unpacked; elsewhere write its absolute"
                .formatted(Shown.escaped(name), around.files().home())
            + " path");
  }

  private UnusableValueException missing(String name) {
    return UnusableValueException.pointsTo(
        "the file '%s' must be there, in %s".formatted(Shown.escaped(name), around.files().home()));
  }

  private UserStore database(String text) {
    Matcher jdbc = JDBC.matcher(text);
    if (!jdbc.matches()) {
      throw new UnusableValueException(
          "after jdbc: comes the JNDI name of a DataSource (no JDBC URL), and where the table is"
              + " another one, a blank and query=SELECT …");
    }
    String name = jdbc.group(1);
    Object found;
    try {
      found = lookup(name);
    } catch (NamingException e) {
      throw UnusableValueException.pointsTo(
          "the JNDI name '%s' must be bound, here or below java:comp/env/"
              .formatted(Shown.escaped(name)));
    }
    if (found instanceof DataSource database) {
      String query = jdbc.group(2);
      return new JdbcUserStore(database, query == null ? JdbcUserStore.DEFAULT_QUERY : query);
    }
    throw UnusableValueException.pointsTo(
        "the JNDI name '%s' must be that of a DataSource".formatted(Shown.escaped(name)));
  }

  private Object lookup(String name) throws NamingException {
    try {
      return around.naming().lookup(name);
    } catch (NameNotFoundException e) {
      if (name.startsWith("java:")) {
        throw e;
      }
      return around.naming().lookup("java:comp/env/" + name);
    }
  }

  private static Users ofClass(String name) {
    Object made = ApplicationClass.instance(name);
    Optional<Authenticator> authenticator =
        made instanceof Authenticator own ? Optional.of(own) : Optional.empty();
    if (made instanceof UserStore store) {
      return new Users(
          "class",
          Optional.of(store),
          authenticator.or(() -> Optional.of(new PasswordAuthenticator(store))),
          Optional.empty());
    }
    if (authenticator.isEmpty()) {
      throw UnusableValueException.pointsTo(
          "the class '%s' must implement io.github.authfilters.user.UserStore or Authenticator"
              .formatted(Shown.escaped(name)));
    }
    return new Users("class", Optional.empty(), authenticator, Optional.empty());
  }
}
