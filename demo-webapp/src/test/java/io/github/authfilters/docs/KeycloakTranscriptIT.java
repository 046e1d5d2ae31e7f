package io.github.authfilters.docs;

import io.github.authfilters.demo.KeycloakRealm;
import io.github.authfilters.demo.WithKeycloak;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/keycloak.md shows, with the real Keycloak and the demo started as it says. */
@WithKeycloak
final class KeycloakTranscriptIT {

  private static final String DOCUMENTED = "http://localhost:8180";
  private static final Pattern VARIABLE = Pattern.compile("AUTH_TRUSTED_ISSUERS='([^']+)'");

  @Test
  void keycloakAndTheDemoAnswerAsThePageShows(KeycloakRealm realm, @TempDir Path folder)
      throws Exception {
    TranscriptIT.requireCurl();
    Path root = Pages.root();
    String command =
        Region.text(root, "demo-webapp/src/test/resources/docs/issuers/demo.sh#keycloak");
    Matcher variable = VARIABLE.matcher(command.replace(DOCUMENTED, realm.origin()));
    if (!variable.find()) {
      throw new AssertionError("no issuers to trust in " + command);
    }

    try (RunningDemo demo = RunningDemo.start(Map.of("AUTH_TRUSTED_ISSUERS", variable.group(1)))) {
      Transcript.of(MarkdownPage.read(root.resolve("docs/keycloak.md")), "transcript keycloak")
          .assertRuns(demo, folder, script -> script.replace(DOCUMENTED, realm.origin()));
    }
  }
}
