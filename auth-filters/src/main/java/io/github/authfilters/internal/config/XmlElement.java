package io.github.authfilters.internal.config;

import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An element of a small XML document, without attributes and namespaces.
 *
 * @param text what stands directly in it, stripped
 */
record XmlElement(String name, String text, List<XmlElement> children) {

  /** An element that is still open. */
  private record Open(String name, StringBuilder text, List<XmlElement> children) {

    static Open named(String name) {
      return new Open(name, new StringBuilder(), new ArrayList<>());
    }

    XmlElement closed() {
      return new XmlElement(name, text.toString().strip(), children);
    }
  }

  XmlElement {
    children = List.copyOf(children);
  }

  /** The document's element; nothing outside of the document is fetched, its DTD included. */
  static XmlElement read(InputStream in) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    XMLStreamReader reader = factory.createXMLStreamReader(in);
    try {
      return read(reader);
    } finally {
      reader.close();
    }
  }

  private static XmlElement read(XMLStreamReader reader) throws XMLStreamException {
    Deque<Open> open = new ArrayDeque<>();
    Open document = Open.named("");
    open.push(document);
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamReader.START_ELEMENT -> open.push(Open.named(reader.getLocalName()));
        case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA ->
            open.getFirst().text().append(reader.getText());
        case XMLStreamReader.ENTITY_REFERENCE ->
            throw new XMLStreamException("an entity of a DTD, which is not read");
        case XMLStreamReader.END_ELEMENT -> {
          XmlElement closed = open.pop().closed();
          open.getFirst().children().add(closed);
        }
        default -> {}
      }
    }
    return document.children().get(0);
  }

  Stream<XmlElement> all(String child) {
    return children.stream().filter(element -> element.name().equals(child));
  }

  List<String> texts(String child) {
    return all(child).map(XmlElement::text).toList();
  }

  /** The text of the first child of that name; empty where there is none. */
  String first(String child) {
    return all(child).map(XmlElement::text).findFirst().orElse("");
  }
}
