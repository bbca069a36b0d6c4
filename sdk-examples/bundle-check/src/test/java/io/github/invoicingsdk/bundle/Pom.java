package io.github.invoicingsdk.bundle;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** A pom as it stands: nothing is inherited, and no variable replaced. */
final class Pom {
  private final Element root;

  private Pom(Element root) {
    this.root = root;
  }

  /** Parses a pom; documents that name others are refused. */
  static Pom parse(byte[] xml) throws IOException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      Document document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
      return new Pom(document.getDocumentElement());
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException("a pom that cannot be read", e);
    }
  }

  /** The text below the steps, or "" if there is none. */
  String text(String... steps) {
    return text(root, steps);
  }

  /** What is depended on, and what is managed. */
  List<Dependency> dependencies() {
    List<Dependency> found = new ArrayList<>();
    collectDependencies(root, found);
    Element management = child(root, "dependencyManagement");
    if (management != null) {
      collectDependencies(management, found);
    }
    return found;
  }

  /** The names of the elements just below the root. */
  List<String> elements() {
    List<String> names = new ArrayList<>();
    for (Node node = root.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element) {
        names.add(node.getNodeName());
      }
    }
    return names;
  }

  private static void collectDependencies(Element parent, List<Dependency> found) {
    Element list = child(parent, "dependencies");
    if (list == null) {
      return;
    }
    for (Node node = list.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element dependency) {
        found.add(
            new Dependency(
                text(dependency, "groupId") + ":" + text(dependency, "artifactId"),
                text(dependency, "version"),
                text(dependency, "scope"),
                text(dependency, "optional").equals("true")));
      }
    }
  }

  private static String text(Element from, String... steps) {
    @Nullable Element element = from;
    for (String step : steps) {
      element = element == null ? null : child(element, step);
    }
    return element == null ? "" : element.getTextContent().strip();
  }

  private static @Nullable Element child(Element parent, String name) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element && node.getNodeName().equals(name)) {
        return element;
      }
    }
    return null;
  }

  /** A dependency: {@code groupId:artifactId}, version and scope; "" is what is not said. */
  record Dependency(String name, String version, String scope, boolean optional) {}
}
