package io.github.invoicingsdk.release;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * The project as it stands now: its specs, its version, its changelog, and its classes.
 *
 * @param root the folder of the root pom
 * @param classes where the classes of each published jar are, a jar or a folder, by the jar's name
 * @param classPath what programs that use the SDK are compiled with
 */
record Workspace(Path root, Map<String, Path> classes, String classPath) {

  private static final Pattern PROPERTY = Pattern.compile("\\$\\{([\\w.]+)}");

  /** Copies the map. */
  Workspace {
    classes = Map.copyOf(classes);
  }

  /** The project that these classes were built from, as seen from the folder of this module. */
  static Workspace here() {
    return new Workspace(
        Path.of("..", ".."),
        Map.of(
            "generated", home(io.github.invoicingsdk.vocabulary.Operation.class),
            "core", home(io.github.invoicingsdk.RetryPolicy.class),
            "sandbox", home(io.github.invoicingsdk.sandbox.Sandbox.class),
            "spring-boot", home(io.github.invoicingsdk.springboot.InvoicingAccount.class)),
        System.getProperty("java.class.path"));
  }

  private static Path home(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("no path leads to " + type, e);
    }
  }

  /** The folders of the specs, by their names. */
  Map<String, Path> specs() throws IOException {
    return specsIn(root.resolve("openapi"));
  }

  /** The folders below a folder that hold a spec, by their names. */
  static Map<String, Path> specsIn(Path folder) throws IOException {
    Map<String, Path> specs = new TreeMap<>();
    try (Stream<Path> children = Files.list(folder)) {
      for (Path child : children.toList()) {
        if (Files.exists(child.resolve("openapi.yaml"))) {
          specs.put(String.valueOf(child.getFileName()), child);
        }
      }
    }
    return specs;
  }

  /**
   * The version in the root pom, such as {@code 0.1.0-SNAPSHOT}: the one that the build was given,
   * if the pom leaves it to a property.
   */
  String version() throws IOException {
    Element project = pom();
    String version = child(project, "version");
    Matcher property = PROPERTY.matcher(version);
    if (!property.matches()) {
      return version;
    }
    String given = System.getProperty(property.group(1));
    return given == null
        ? child((Element) project.getElementsByTagName("properties").item(0), property.group(1))
        : given;
  }

  private Element pom() throws IOException {
    Path pom = root.resolve("pom.xml");
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(pom.toFile())
          .getDocumentElement();
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException(pom + " cannot be read", e);
    }
  }

  private static String child(Element parent, String name) throws IOException {
    for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child.getNodeName().equals(name)) {
        return child.getTextContent().strip();
      }
    }
    throw new IOException("the pom's " + parent.getNodeName() + " has no " + name);
  }

  /** The changelog. */
  Changelog changelog() throws IOException {
    return Changelog.of(Files.readString(root.resolve("CHANGELOG.md"), UTF_8));
  }

  /** Where the sources of the examples are. */
  Path examples() {
    return root.resolve("sdk-examples/quickstart/src/main/java");
  }

  /** Where the last release is kept. */
  Baseline baseline() {
    return new Baseline(root.resolve("openapi/released"));
  }

  /** The public API of this build as jars, by their names. */
  Map<String, byte[]> api() throws IOException {
    Map<String, byte[]> jars = new TreeMap<>();
    for (Map.Entry<String, Path> jar : classes.entrySet()) {
      jars.put(jar.getKey(), ApiJar.of(jar.getValue()));
    }
    return jars;
  }
}
