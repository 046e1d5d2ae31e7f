package io.github.authfilters.internal.config;

import io.github.authfilters.internal.config.InitParams.Component;
import io.github.authfilters.internal.config.Setting.Scope;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads all that a web application or a builder says, and makes the realm of it. */
final class RealmReader {

  /** A realm, and the lines that its start logs. */
  record Start(AuthFilters realm, List<StartNote> notes) {}

  private static final Pattern WILDCARD = Pattern.compile("(/[^*]*)?/\\*|\\*\\.[^*/]+|servlet .*");

  private final String place;
  private final InitParams params;
  private final Surroundings around;
  private final Problems problems = new Problems();
  private final List<StartNote> notes = new ArrayList<>();

  /** The place is what a message calls the whole of the settings. */
  RealmReader(String place, InitParams params, Surroundings around) {
    this.place = place;
    this.params = params;
    this.around = around;
  }

  /** Throws {@link SettingsException} with all mistakes. */
  Start read() {
    params.strays().forEach(problems::add);
    params.components().forEach(this::checkPatterns);
    Names.check(params.all(), problems);
    Set<String> rolesAsked = new HashSet<>();
    params.of(Door.FILTER).forEach(filter -> rolesAsked.addAll(readFilter(filter)));
    params.of(Door.LOGIN).forEach(login -> LoginSettings.of(values(login, Scope.LOGIN)));
    params.of(Door.LOGOUT).forEach(this::readLogout);
    Values realm = new Values(params.all(), Scope.REALM, around, problems);
    RealmSettings settings = RealmSettings.of(realm, around, rolesAsked);
    require(realm);
    problems.throwIfAny();
    notes.addAll(0, StartNote.of(settings));
    params.of(Door.JWKS).stream()
        .flatMap(jwks -> StartNote.emptyJwks(jwks.place(), settings).stream())
        .forEach(notes::add);
    return new Start(made(settings, realm), List.copyOf(notes));
  }

  private AuthFilters made(RealmSettings settings, Values realm) {
    try {
      return AuthFilters.of(settings, around);
    } catch (UnusableValueException e) {
      String rule = e.rule().orElseThrow();
      String where = realm.place(Setting.TRUSTED_ISSUERS);
      throw new SettingsException(List.of(new SettingsProblem(where, "is unusable", rule, "")));
    }
  }

  /** The roles it asks for. */
  private Set<String> readFilter(Component filter) {
    checkMapping(filter);
    Values values = values(filter, Scope.FILTER);
    FilterSettings settings = FilterSettings.of(values);
    Optional<List<String>> publicPaths = values.find(Setting.PUBLIC_PATHS, Syntax::list);
    settings
        .loginPath()
        .filter(path -> !isLogin(path))
        .filter(path -> publicPaths.stream().noneMatch(paths -> paths.contains(path)))
        .ifPresent(
            path -> notes.add(StartNote.strangeLogin(values.place(Setting.LOGIN_PATH), path)));
    publicPaths.stream()
        .flatMap(List::stream)
        .filter(path -> path.length() > 1 && path.endsWith("/"))
        .map(path -> StartNote.exactSlash(values.place(Setting.PUBLIC_PATHS), path))
        .forEach(notes::add);
    settings.requiredRoles().stream()
        .filter(role -> settings.requiredRoles().size() == 1 && role.contains(" "))
        .forEach(role -> notes.add(StartNote.oneRole(values.place(Setting.REQUIRED_ROLES), role)));
    return settings.requiredRoles();
  }

  private void readLogout(Component logout) {
    Values values = values(logout, Scope.LOGOUT);
    String path = LogoutSettings.of(values).successPath();
    if (isLogin(path)) {
      notes.add(
          StartNote.loginAfterLogout(
              logout.place() + " init-param '" + Setting.LOGOUT_SUCCESS_PATH.settingName() + "'",
              path));
    }
  }

  private boolean isLogin(String path) {
    return params.of(Door.LOGIN).stream().anyMatch(login -> serves(login, path));
  }

  /** A filter that nothing leads to protects nothing, and would start in silence. */
  private void checkMapping(Component filter) {
    if (filter.mappings().isEmpty()) {
      if (filter.isInWebXml()) {
        problems.add(SettingsProblem.unmapped(filter.place()));
      }
    } else if (filter.mappings().stream().noneMatch(pattern -> pattern.endsWith("/*"))) {
      notes.add(StartNote.narrow(filter.place(), filter.mappings()));
    }
  }

  /** A server takes any other * for a letter of the path. */
  private void checkPatterns(Component component) {
    component.mappings().stream()
        .filter(pattern -> pattern.contains("*") && !WILDCARD.matcher(pattern).matches())
        .sorted()
        .forEach(pattern -> problems.add(SettingsProblem.noWildcard(component.place(), pattern)));
  }

  private static boolean serves(Component login, String path) {
    return login.mappings().stream()
        .anyMatch(
            mapping ->
                mapping.equals(path)
                    || (mapping.endsWith("/*")
                        && (path + "/").startsWith(mapping.substring(0, mapping.length() - 1))));
  }

  private void require(Values realm) {
    String doors =
        params.components().stream()
            .filter(component -> component.door().issuesTokens())
            .map(Component::place)
            .collect(Collectors.joining(" and "));
    if (!realm.says(Setting.SIGNING_KEYS) && !doors.isEmpty()) {
      String rule = "tokens of " + doors + " must be signed";
      problems.add(SettingsProblem.missing(place, Setting.SIGNING_KEYS, rule));
    } else if (!realm.says(Setting.SIGNING_KEYS) && !realm.says(Setting.TRUSTED_ISSUERS)) {
      String rule = "without keys, or trustedIssuers, no token could ever be accepted";
      problems.add(SettingsProblem.missing(place, Setting.SIGNING_KEYS, rule));
    }
    if (!doors.isEmpty() && !realm.says(Setting.USERS)) {
      problems.add(
          SettingsProblem.missing(place, Setting.USERS, doors + " must know where users are"));
    }
  }

  private Values values(Component component, Scope scope) {
    return new Values(component.params(), scope, around, problems);
  }
}
