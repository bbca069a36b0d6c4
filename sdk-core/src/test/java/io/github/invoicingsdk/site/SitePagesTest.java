package io.github.invoicingsdk.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.invoicingsdk.error.InvoicingException;
import io.github.invoicingsdk.idoklad.api.IdokladResources;
import io.github.invoicingsdk.idokladv2.api.IdokladV2Resources;
import io.github.invoicingsdk.invoicexpress.api.InvoiceXpressResources;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The documentation that the build has made: whole, correct and self-contained. */
class SitePagesTest {

  private static final String SITE = "../target/site";
  private static final String IN_JAVADOC = "target/javadoc-guide/doc-files";
  private static final Path OPERATIONS = Path.of("..", "openapi", "OPERATIONS.md");
  private static final Pattern OPERATION =
      Pattern.compile("(?m)^\\| `(\\w+)Api\\.(\\w+)` \\| (\\w+)");

  @ParameterizedTest
  @ValueSource(strings = {SITE, IN_JAVADOC})
  void every_link_leads_somewhere(String directory) throws IOException {
    SitePages site = SitePages.in(Path.of(directory));
    List<String> broken = new ArrayList<>();

    site.pages()
        .forEach(
            (file, page) -> {
              for (String address : SitePages.values(page, "href")) {
                if (!isJavadoc(address)
                    && !address.equals("site.css")
                    && !leads(site, file, address)) {
                  broken.add(file + " -> " + address);
                }
              }
            });

    assertThat(broken).isEmpty();
    assertThat(Path.of(directory, "site.css")).exists();
  }

  @ParameterizedTest
  @ValueSource(strings = {SITE, IN_JAVADOC})
  void pages_are_whole_documents(String directory) throws IOException {
    SitePages site = SitePages.in(Path.of(directory));

    assertThat(site.pages()).hasSizeGreaterThan(30);
    site.pages()
        .forEach(
            (file, page) -> {
              assertThat(page.getDocumentElement().getAttribute("lang")).as(file).isEqualTo("en");
              assertThat(SitePages.values(page, "id")).as(file).doesNotHaveDuplicates();
              assertThat(page.getElementsByTagName("h1").getLength()).as(file).isEqualTo(1);
              assertThat(page.getElementsByTagName("main").getLength()).as(file).isEqualTo(1);
            });
    assertThat(site.pages().values())
        .extracting(page -> page.getElementsByTagName("title").item(0).getTextContent())
        .doesNotHaveDuplicates()
        .noneMatch(String::isBlank);
  }

  @ParameterizedTest
  @ValueSource(strings = {SITE, IN_JAVADOC})
  void nothing_is_loaded_from_elsewhere(String directory) throws IOException {
    SitePages site = SitePages.in(Path.of(directory));

    site.pages()
        .forEach(
            (file, page) -> {
              assertThat(SitePages.values(page, "src")).as(file).isEmpty();
              assertThat(SitePages.values(page, "href"))
                  .as(file)
                  .noneMatch(address -> address.matches("([a-zA-Z][a-zA-Z0-9+.-]*:|//).*"));
              assertThat(SitePages.elements(page))
                  .extracting(Element::getTagName)
                  .as(file)
                  .doesNotContain("script", "style", "iframe", "object", "embed", "base");
            });
    assertThat(site.text("site.css")).doesNotContain("url(", "@import");
  }

  @ParameterizedTest
  @ValueSource(strings = {SITE, IN_JAVADOC})
  void pages_tell_nothing_of_the_machine_that_built_them(String directory) throws IOException {
    SitePages site = SitePages.in(Path.of(directory));
    String root = Path.of("..").toRealPath().toString();

    for (String file : site.pages().keySet()) {
      assertThat(site.text(file))
          .as(file)
          .doesNotContain(root, "{{", System.getProperty("user.home"));
    }
  }

  @Test
  void every_exception_has_its_section() throws IOException, URISyntaxException {
    Document page = SitePages.in(Path.of(SITE)).page("errors.html");
    Path classes =
        Path.of(InvoicingException.class.getResource("InvoicingException.class").toURI());
    List<String> keys = new ArrayList<>();
    try (Stream<Path> files = Files.list(classes.getParent())) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString().replace(".class", "");
        if (name.endsWith("Exception") && hasSection(name)) {
          keys.add(Html.kebab(name.replaceFirst("Exception$", "")));
        }
      }
    }

    assertThat(keys).hasSize(19);
    assertThat(SitePages.values(page, "id")).containsAll(keys);
  }

  @Test
  void every_operation_of_the_specs_is_described() throws IOException {
    SitePages site = SitePages.in(Path.of(SITE));
    String table = Files.readString(OPERATIONS, StandardCharsets.UTF_8);
    List<MatchResult> operations = OPERATION.matcher(table).results().toList();
    List<String> links = SitePages.values(site.page("operations.html"), "href");

    assertThat(operations).hasSizeGreaterThan(90);
    for (MatchResult operation : operations) {
      String suffix = "-" + Html.kebab(operation.group(1)) + ".html#" + operation.group(2);
      assertThat(links).as(operation.group()).anyMatch(link -> link.endsWith(suffix));
    }
    assertThat(site.pages().values().stream().mapToInt(SitePagesTest::sections).sum())
        .isEqualTo(operations.size());
  }

  @ParameterizedTest
  @MethodSource("resources")
  void signatures_are_those_of_the_interfaces(String prefix, Class<?> resources)
      throws IOException {
    Map<String, Document> pages = SitePages.in(Path.of(SITE)).pages();
    Set<String> described = new TreeSet<>();
    pages.forEach(
        (file, page) -> {
          if (file.matches(prefix + "-(?!v2-).*")) {
            SitePages.elements(page).stream()
                .map(Element::getTextContent)
                .filter(text -> text.matches("\\S+ client\\..*\\)"))
                .forEach(text -> described.add(text.replaceAll(" \\w+(?=[,)])", "")));
          }
        });

    Set<String> declared = new TreeSet<>();
    for (Method accessor : resources.getMethods()) {
      for (Method operation : accessor.getReturnType().getDeclaredMethods()) {
        if (Modifier.isAbstract(operation.getModifiers())) {
          declared.add(signature(accessor, operation));
        }
      }
    }
    assertThat(described).isEqualTo(declared);
  }

  static Stream<Arguments> resources() {
    return Stream.of(
        arguments("invoicexpress", InvoiceXpressResources.class),
        arguments("idoklad", IdokladResources.class),
        arguments("idoklad-v2", IdokladV2Resources.class));
  }

  private static String signature(Method accessor, Method operation) {
    return Stream.of(operation.getGenericParameterTypes())
        .map(SitePagesTest::simple)
        .collect(
            Collectors.joining(
                ", ",
                "%s client.%s().%s("
                    .formatted(
                        simple(operation.getGenericReturnType()),
                        accessor.getName(),
                        operation.getName()),
                ")"));
  }

  private static String simple(Type type) {
    return type.getTypeName().replaceAll("[\\w.]+[.$](?=\\w)", "");
  }

  private static int sections(Document page) {
    return (int)
        SitePages.values(page, "class").stream().filter(name -> name.equals("operation")).count();
  }

  /** The abstract ones above the families have none: nobody gets to see them. */
  private static boolean hasSection(String name) {
    try {
      Class<?> type = Class.forName("io.github.invoicingsdk.error." + name);
      return Modifier.isPublic(type.getModifiers())
          && !List.of("ApiException", "InvoicingException").contains(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Javadoc is made after the tests; that its classes exist is checked when the site is built. */
  private static boolean isJavadoc(String address) {
    return address.startsWith("api/") || address.startsWith("../");
  }

  private static boolean leads(SitePages site, String from, String address) {
    int hash = address.indexOf('#');
    String file = hash == 0 ? from : hash < 0 ? address : address.substring(0, hash);
    Map<String, Document> pages = site.pages();
    Document page = pages.get(file);
    return page != null
        && (hash < 0 || SitePages.values(page, "id").contains(address.substring(hash + 1)));
  }
}
