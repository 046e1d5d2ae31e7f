package io.github.authfilters.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.authfilters.internal.config.Setting.Scope;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SettingTest {

  /** A start with this setting, and with what any application needs. */
  private static void start(Setting setting, String text) {
    FakeContext application =
        new FakeContext().packedFile("/WEB-INF/users.json", "{\"users\": []}");
    Map<String, String> params = Map.of(setting.settingName(), text);
    switch (setting.scope()) {
      case REALM, FILTER -> application.filter("api", params);
      case LOGIN -> application.servlet("login", "BasicLoginServlet", params);
      case LOGOUT -> application.servlet("logout", "LogoutServlet", params);
    }
    if (setting != Setting.SIGNING_KEYS) {
      application.param("authFilters.signingKeys", "env:KEYS");
    }
    if (setting != Setting.USERS) {
      application.param("authFilters.users", "container");
    }
    new FakeSurroundings()
        .env("AUTH_SIGNING_KEYS", FakeSurroundings.KEY)
        .start(application)
        .realm()
        .close();
  }

  @ParameterizedTest
  @EnumSource
  void hasAnExampleThatWorks(Setting setting) {
    start(setting, setting.example());
  }

  @ParameterizedTest
  @EnumSource
  void hasADefaultThatCouldBeWritten(Setting setting) {
    if (!setting.defaultText().isEmpty()) {
      start(setting, setting.defaultText());
    }
    assertThat(setting.rule()).isNotBlank().doesNotEndWith(".");
  }

  @Test
  void hasNoNameTwiceInOneScope() {
    Set<List<Object>> seen = new HashSet<>();
    for (Setting setting : Setting.values()) {
      assertThat(seen.add(List.of(setting.scope(), setting.settingName()))).isTrue();
    }
  }

  @Test
  void leavesNoNameOfTheRealmToAComponent() {
    for (Setting setting : Setting.values()) {
      List<Setting> named = Setting.named(setting.settingName());

      assertThat(named.size() == 1 || setting.scope() != Scope.REALM).isTrue();
    }
  }
}
