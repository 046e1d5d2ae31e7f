package io.github.authfilters.internal.config;

import jakarta.servlet.ServletContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;

/**
 * The application's own {@code web.xml}, for what the Servlet API doesn't tell: what stands there
 * twice, and what a server that is still starting doesn't know yet.
 */
record WebXml(List<Component> filters, List<Component> servlets, List<Param> contextParams) {

  static final WebXml NONE = new WebXml(List.of(), List.of(), List.of());

  private static final System.Logger LOG = System.getLogger("io.github.authfilters");
  private static final String PATH = "/WEB-INF/web.xml";
  private static final int LONGEST = 1024 * 1024;

  record Param(String name, String text) {}

  /** One {@code <filter>} or {@code <servlet>}, with the mappings that name it. */
  record Component(
      String kind, String name, Optional<Door> door, List<Param> params, List<Mapping> mappings) {

    Component {
      params = List.copyOf(params);
      mappings = List.copyOf(mappings);
    }

    boolean isOurs() {
      return door.isPresent();
    }

    String place() {
      return "%s '%s'".formatted(kind, Shown.escaped(name));
    }
  }

  /** One mapping; no dispatcher at all stands for REQUEST. */
  record Mapping(List<String> patterns, List<String> servlets, Set<String> dispatchers) {

    private static final String REQUEST = "REQUEST";

    boolean isForRequests() {
      return dispatchers.isEmpty() || dispatchers.contains(REQUEST);
    }

    /**
     * Its patterns, and the servlets that it is mapped to by name, as {@link InitParams} has it.
     */
    Stream<String> targets() {
      return Stream.concat(patterns.stream(), servlets.stream().map(name -> "servlet " + name));
    }
  }

  WebXml {
    filters = List.copyOf(filters);
    servlets = List.copyOf(servlets);
    contextParams = List.copyOf(contextParams);
  }

  /** {@link #NONE} where there is no such file, or none that can be read: the server judges it. */
  static WebXml of(ServletContext context) {
    try (InputStream in = context.getResourceAsStream(PATH)) {
      byte[] content = in == null ? new byte[0] : in.readNBytes(LONGEST + 1);
      if (content.length == 0 || content.length > LONGEST) {
        return NONE;
      }
      return of(XmlElement.read(new ByteArrayInputStream(content)));
    } catch (IOException | XMLStreamException | RuntimeException e) {
      LOG.log(Level.DEBUG, "can't read " + PATH, e);
      return NONE;
    }
  }

  private static WebXml of(XmlElement root) {
    return new WebXml(
        components(root, "filter"),
        components(root, "servlet"),
        root.all("context-param").map(WebXml::param).toList());
  }

  private static List<Component> components(XmlElement root, String kind) {
    return root.all(kind).map(element -> component(root, kind, element)).toList();
  }

  private static Component component(XmlElement root, String kind, XmlElement element) {
    String name = element.first(kind + "-name");
    return new Component(
        kind,
        name,
        Door.ofClass(element.first(kind + "-class")),
        element.all("init-param").map(WebXml::param).toList(),
        root.all(kind + "-mapping")
            .filter(mapping -> mapping.first(kind + "-name").equals(name))
            .map(mapping -> mapping(kind, mapping))
            .toList());
  }

  private static Param param(XmlElement element) {
    return new Param(element.first("param-name"), element.first("param-value"));
  }

  private static Mapping mapping(String kind, XmlElement element) {
    return new Mapping(
        element.texts("url-pattern"),
        kind.equals("filter") ? element.texts("servlet-name") : List.of(),
        Set.copyOf(element.texts("dispatcher")));
  }

  Stream<Component> ours() {
    return Stream.concat(filters.stream(), servlets.stream()).filter(Component::isOurs);
  }

  List<Param> ownContextParams() {
    return contextParams.stream()
        .filter(param -> param.name().startsWith(InitParams.PREFIX))
        .toList();
  }

  List<Param> ownParams(Door door, String name) {
    return declared(door, name).flatMap(own -> own.params().stream()).toList();
  }

  /** What leads to a component of ours; empty where it isn't declared here. */
  Optional<Set<String>> mappings(Door door, String name) {
    List<Component> declared = declared(door, name).toList();
    return declared.isEmpty()
        ? Optional.empty()
        : Optional.of(
            declared.stream()
                .flatMap(own -> own.mappings().stream())
                .flatMap(Mapping::targets)
                .collect(Collectors.toUnmodifiableSet()));
  }

  private Stream<Component> declared(Door door, String name) {
    return ours().filter(own -> own.door().get() == door && own.name().equals(name));
  }
}
