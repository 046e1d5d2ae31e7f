package io.github.authfilters.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.ee10.webapp.WebAppContext;
import org.eclipse.jetty.server.Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deploys what docs/keys.md shows, and verifies its tokens as another service would. */
final class KeysExampleTest {

  private static final Path EXAMPLES = Path.of("src/test/resources/docs").toAbsolutePath();
  private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");

  private final Server server = new Server(0);

  @BeforeEach
  void start(@TempDir Path folder) throws Exception {
    Path keys = folder.resolve("keys");
    Files.writeString(keys, new ECKeyGenerator(Curve.P_256).generate().toJSONString());
    Files.setPosixFilePermissions(keys, PosixFilePermissions.fromString("r--------"));
    System.setProperty("api.keys", keys.toString());
    System.setProperty("api.users", "file:" + EXAMPLES.resolve("webapp/WEB-INF/users.json"));
    WebAppContext application = new WebAppContext(EXAMPLES.resolve("keys").toString(), "/");
    application.setThrowUnavailableOnStartupException(true);
    application.setParentLoaderPriority(true);
    server.setHandler(application);
    server.start();
  }

  @AfterEach
  void stop() throws Exception {
    System.clearProperty("api.keys");
    System.clearProperty("api.users");
    server.stop();
  }

  @Test
  void anotherServiceVerifiesATokenByThePublishedKeys() throws Exception {
    DefaultJWTProcessor<SecurityContext> verifier =
        VerifyElsewhereExample.verifier(address(".well-known/jwks.json").toURL());

    String token = token();

    assertThat(verifier.process(token, null).getSubject()).isEqualTo("johndoe");
    assertThatExceptionOfType(BadJOSEException.class)
        .isThrownBy(() -> verifier.process(token.replaceFirst("\\.[^.]+$", ".AAAA"), null));
  }

  private String token() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(address("token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("username=johndoe&password=secret"))
            .build();
    HttpResponse<String> response =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    Matcher token = TOKEN.matcher(response.body());
    assertThat(token.find()).isTrue();
    return token.group(1);
  }

  private URI address(String path) {
    return URI.create("http://127.0.0.1:" + server.getURI().getPort() + "/" + path);
  }
}
