package io.github.invoicingsdk.release;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.invoicingsdk.spec.Spec;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * The project as it stands now: its specs, its version, its changelog, and its classes.
 *
 * @param root the folder of the root pom
 * @param classes where the classes of each published artifact are, a jar or a folder
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
            "invoicing-sdk-generated", home(io.github.invoicingsdk.vocabulary.Operation.class),
            "invoicing-sdk-core", home(io.github.invoicingsdk.RetryPolicy.class),
            "invoicing-sdk-sandbox", home(io.github.invoicingsdk.sandbox.Sandbox.class),
            "invoicing-sdk-spring-boot",
                home(io.github.invoicingsdk.springboot.InvoicingAccount.class)),
        System.getProperty("java.class.path"));
  }

  private static Path home(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("no path leads to " + type, e);
    }
  }

  /**
   * What it is compared with: the revision that {@code -Dbaseline} names, else the last release,
   * else nothing.
   *
   * @throws IllegalStateException if that cannot be had
   */
  Baseline baseline() throws IOException {
    Maven maven = Maven.here();
    return new Baselines(
            Path.of("target", "baseline"),
            new Git(root),
            maven,
            maven::compile,
            classes.keySet().stream().sorted().toList())
        .of(System.getProperty("baseline", ""), released());
  }

  /** The folders of the specs, by their names. */
  Map<String, Path> specs() throws IOException {
    return Spec.foldersIn(root.resolve("openapi"));
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
    return given == null ? property(property.group(1)) : given;
  }

  /**
   * The last release, by the property {@code released.version} of the root pom; {@link
   * Version#NOTHING_RELEASED} if the pom names none.
   */
  Version released() throws IOException {
    String released = property("released.version");
    return released.isEmpty() ? Version.NOTHING_RELEASED : Version.of(released);
  }

  private String property(String name) throws IOException {
    Node properties = pom().getElementsByTagName("properties").item(0);
    return properties == null ? "" : childOr((Element) properties, name, "");
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
    String text = childOr(parent, name, "");
    if (text.isEmpty()) {
      throw new IOException("the pom's " + parent.getNodeName() + " has no " + name);
    }
    return text;
  }

  private static String childOr(Element parent, String name, String otherwise) {
    for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child.getNodeName().equals(name)) {
        return child.getTextContent().strip();
      }
    }
    return otherwise;
  }

  /** The changelog. */
  Changelog changelog() throws IOException {
    return Changelog.of(Files.readString(root.resolve("CHANGELOG.md"), UTF_8));
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
