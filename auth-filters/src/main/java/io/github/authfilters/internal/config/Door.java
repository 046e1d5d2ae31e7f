package io.github.authfilters.internal.config;

import io.github.authfilters.internal.config.Setting.Scope;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Our components, known by class name: this room doesn't know the one that holds them. */
enum Door {
  FILTER("BearerOrCookieFilter", Scope.FILTER),
  LOGIN("BasicLoginServlet", Scope.LOGIN),
  TOKEN("TokenServlet", Scope.REALM),
  LOGOUT("LogoutServlet", Scope.LOGOUT),
  JWKS("JwksServlet", Scope.REALM);

  private final String className;
  private final Scope own;

  Door(String simpleName, Scope own) {
    this.className = "io.github.authfilters.servlet." + simpleName;
    this.own = own;
  }

  /** The scopes of the settings that may stand on it. */
  Set<Scope> accepted() {
    return EnumSet.of(Scope.REALM, own);
  }

  boolean issuesTokens() {
    return this == LOGIN || this == TOKEN;
  }

  String className() {
    return className;
  }

  /** What a message calls it. */
  String kind() {
    return this == FILTER ? "filter" : "servlet";
  }

  /** Empty for every class that isn't ours, and where the container tells none. */
  static Optional<Door> ofClass(@Nullable String className) {
    return Arrays.stream(values()).filter(door -> door.className.equals(className)).findFirst();
  }
}
