package io.github.invoicingsdk.site;

import io.github.invoicingsdk.spec.Spec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Builds the documentation twice: as a site, and as it stands in the core's Javadoc jar. Run by the
 * build with the root of the repository as its argument.
 */
public final class SiteBuilder {

  /** The guide's pages, in the order of the navigation. */
  private static final List<String> GUIDE =
      List.of(
          "index",
          "getting-started",
          "invoicexpress",
          "idoklad",
          "issuing",
          "recipes",
          "errors",
          "asynchronous",
          "testing",
          "production",
          "security",
          "upgrading");

  private static final Pattern OPERATION = Pattern.compile("\\| `(\\w+)Api\\.(\\w+)` \\|");
  private static final Pattern PATH = Pattern.compile("<code>/([^<]*)</code>");
  private static final String WORDS =
      """
      ## The words of these pages {#words}

      "Sent again" says when a failed request may be repeated: always, or only if the failure proves
      that nothing was processed. "Known from" says how well an operation is known:

      | Word | Meaning |
      |---|---|
      | documented | The provider documents it. |
      | recorded | A real response was seen. |
      | seen-in-clients | Only programs that use it are known, such as the provider's own library. |

      Refusals are the documented statuses; which exceptions they become, the
      [page of errors](errors.md) tells.
      """;

  private final Path root;
  private final Path sources;

  private SiteBuilder(Path root) {
    this.root = root;
    this.sources = root.resolve("sdk-core/src/site");
  }

  /**
   * Builds both.
   *
   * @param args the root of the repository
   * @throws IOException when a page cannot be read or written
   */
  public static void main(String[] args) throws IOException {
    SiteBuilder builder = new SiteBuilder(Path.of(args[0]).toAbsolutePath().normalize());
    builder.write(
        builder.root.resolve("target/site"),
        Map.of("core", "api/core", "generated", "api/generated", "sandbox", "api/sandbox"));
    // Javadoc copies directories of this name, and nothing else, into its jar.
    builder.write(
        builder.root.resolve("sdk-core/target/javadoc-guide/doc-files"), Map.of("core", ".."));
  }

  private void write(Path target, Map<String, String> javadoc) throws IOException {
    ApiLinks api = new ApiLinks(root, javadoc);
    List<Page> pages = pages(new MarkdownPages(api));
    Frame frame = new Frame(read(sources.resolve("frame.html")), pages, api);
    Files.createDirectories(target);
    // What is no longer a page must not stay behind.
    try (Stream<Path> files = Files.list(target)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".html")).toList()) {
        Files.delete(file);
      }
    }
    for (Page page : pages) {
      Files.writeString(target.resolve(page.address()), frame.around(page), StandardCharsets.UTF_8);
    }
    Files.writeString(
        target.resolve("site.css"), read(sources.resolve("site.css")), StandardCharsets.UTF_8);
  }

  private List<Page> pages(MarkdownPages markdown) throws IOException {
    List<Page> pages = new ArrayList<>();
    for (String file : GUIDE) {
      String text = read(sources.resolve("markdown").resolve(file + ".md"));
      pages.add(markdown.page(file, Page.Group.GUIDE, text));
    }
    pages.add(
        markdown.page("operations", Page.Group.GUIDE, operations()).alone(SiteBuilder::breakPaths));
    pages.addAll(resources("invoicexpress", Page.Group.INVOICEXPRESS, "InvoiceXpress"));
    pages.addAll(resources("idoklad", Page.Group.IDOKLAD, "iDoklad v3"));
    pages.addAll(resources("idoklad-v2", Page.Group.IDOKLAD_V2, "iDoklad v2"));
    return List.copyOf(pages);
  }

  private List<Page> resources(String spec, Page.Group group, String api) throws IOException {
    return new ResourcePages(Spec.in(root.resolve("openapi").resolve(spec)), group, spec, api)
        .pages();
  }

  /** The table that is kept beside the specs, with links to the pages of the operations. */
  private String operations() throws IOException {
    Map<String, String> specs =
        new TreeMap<>(
            Map.of(
                "## InvoiceXpress", "invoicexpress",
                "## iDoklad, API v3", "idoklad",
                "## iDoklad, API v2", "idoklad-v2"));
    StringBuilder text = new StringBuilder();
    text.append("# All operations\n\nEvery operation of the three APIs that the SDK covers, ");
    text.append("with a link to its description.\n\n").append(WORDS).append('\n');
    String spec = "";
    for (String line : read(root.resolve("openapi/OPERATIONS.md")).split("\n", -1)) {
      spec = specs.getOrDefault(line, spec);
      if (!spec.isEmpty()) {
        Matcher matcher = OPERATION.matcher(line);
        String prefix = spec;
        text.append(
                matcher.replaceFirst(
                    found ->
                        "| [`"
                            + found.group(1)
                            + "Api."
                            + found.group(2)
                            + "`]("
                            + ResourcePages.address(prefix, found.group(1), found.group(2))
                            + ") |"))
            .append('\n');
      }
    }
    return text.toString();
  }

  /** Lets browsers begin a new line before the slashes of a path. */
  private static String breakPaths(String html) {
    return PATH.matcher(html)
        .replaceAll(
            path ->
                Matcher.quoteReplacement(
                    "<code>/" + path.group(1).replace("/", "<wbr />/") + "</code>"));
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }
}
