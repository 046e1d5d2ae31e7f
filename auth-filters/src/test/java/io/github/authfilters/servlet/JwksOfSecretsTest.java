package io.github.authfilters.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.jetty.http.HttpTester;
import org.junit.jupiter.api.Test;

class JwksOfSecretsTest {

  private static HttpTester.Response published(Realm realm) throws Exception {
    Jetty jetty = new Jetty("/").servlet(new JwksServlet(realm), "/jwks").start();
    try (realm) {
      return jetty.send("GET /jwks");
    } finally {
      jetty.stop();
    }
  }

  @Test
  void publishesAnEmptySetWhereAllKeysAreSecrets() throws Exception {
    HttpTester.Response response = published(Realm.builder().signingKeys("generated").build());

    assertThat(response.getContent()).isEqualTo("{\"keys\":[]}");
  }

  @Test
  void publishesAnEmptySetWhereThereAreNoKeysOfOurOwn() throws Exception {
    HttpTester.Response response =
        published(Realm.builder().trustedIssuers("https://a.invalid audience=api").build());

    assertThat(response.getContent()).isEqualTo("{\"keys\":[]}");
  }
}
