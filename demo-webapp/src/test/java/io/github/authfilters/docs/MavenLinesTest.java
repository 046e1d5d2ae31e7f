package io.github.authfilters.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

/** The dependency that the README gives is what this build makes. */
final class MavenLinesTest {

  private final Path root = Pages.root();

  @Test
  void theDocumentedDependencyNamesTheArtifactOfThisBuild() throws Exception {
    Document consumer = parsed("demo-webapp/src/test/resources/docs/consumer/pom.xml");
    Document parent = parsed("pom.xml");
    Document library = parsed("auth-filters/pom.xml");

    assertThat(text(consumer, "/project/dependencies/dependency/groupId"))
        .isEqualTo(text(parent, "/project/groupId"));
    assertThat(text(consumer, "/project/dependencies/dependency/artifactId"))
        .isEqualTo(text(library, "/project/artifactId"));
    assertThat(text(consumer, "/project/dependencies/dependency/version"))
        .isEqualTo(text(parent, "/project/version"));
  }

  @Test
  void theDocumentedJettyIsTheOneOfThisBuild() throws Exception {
    Document consumer = parsed("demo-webapp/src/test/resources/docs/consumer/pom.xml");
    Document parent = parsed("pom.xml");

    assertThat(text(consumer, "/project/dependencies/dependency[2]/version"))
        .isEqualTo(text(parent, "/project/properties/jetty.version"));
  }

  private Document parsed(String pom) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(root.resolve(pom).toFile());
  }

  private static String text(Document pom, String path) throws Exception {
    return XPathFactory.newInstance().newXPath().evaluate(path, pom);
  }
}
