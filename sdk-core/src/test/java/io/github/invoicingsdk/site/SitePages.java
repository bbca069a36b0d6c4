package io.github.invoicingsdk.site;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** The built pages of one directory, read as strictly as XML is. */
final class SitePages {

  private final Path directory;
  private final Map<String, Document> pages = new TreeMap<>();

  private SitePages(Path directory) {
    this.directory = directory;
  }

  static SitePages in(Path directory) throws IOException {
    SitePages site = new SitePages(directory);
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".html")).sorted().toList()) {
        site.pages.put(file.getFileName().toString(), parse(file));
      }
    }
    return site;
  }

  Map<String, Document> pages() {
    return pages;
  }

  Document page(String file) {
    return Objects.requireNonNull(pages.get(file), file);
  }

  String text(String file) throws IOException {
    return Files.readString(directory.resolve(file), StandardCharsets.UTF_8);
  }

  /** All elements of a page. */
  static List<Element> elements(Document page) {
    List<Element> elements = new ArrayList<>();
    NodeList all = page.getElementsByTagName("*");
    for (int i = 0; i < all.getLength(); i++) {
      elements.add((Element) all.item(i));
    }
    return elements;
  }

  /** The values of an attribute in a page, in the order of the page. */
  static List<String> values(Document page, String attribute) {
    return elements(page).stream()
        .filter(element -> element.hasAttribute(attribute))
        .map(element -> element.getAttribute(attribute))
        .toList();
  }

  private static Document parse(Path file) throws IOException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new Strict());
      return builder.parse(file.toFile());
    } catch (SAXException | ParserConfigurationException e) {
      throw new IOException(file.getFileName() + " is not well-formed: " + e.getMessage(), e);
    }
  }

  /** Takes every error for one, and prints none. */
  private static final class Strict extends DefaultHandler {

    @Override
    public void error(SAXParseException e) throws SAXException {
      throw e;
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXException {
      throw e;
    }
  }
}
