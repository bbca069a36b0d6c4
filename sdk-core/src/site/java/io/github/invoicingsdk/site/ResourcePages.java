package io.github.invoicingsdk.site;

import io.github.invoicingsdk.spec.Spec;
import io.github.invoicingsdk.spec.SpecNode;
import io.github.invoicingsdk.spec.SpecOperation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Makes one page per resource of a spec: its operations, and the types that they use. */
final class ResourcePages {

  private final Spec spec;
  private final Page.Group group;
  private final String prefix;
  private final String api;

  /**
   * Pages of a provider.
   *
   * @param prefix with which the files' names begin
   * @param api the provider and the version of its API, for the titles
   */
  ResourcePages(Spec spec, Page.Group group, String prefix, String api) {
    this.spec = spec;
    this.group = group;
    this.prefix = prefix;
    this.api = api;
  }

  List<Page> pages() {
    Collection<SpecOperation> operations = spec.operationsById().values();
    List<Page> pages = new ArrayList<>();
    for (SpecNode tag : spec.root().items("tags")) {
      String name = tag.text("name");
      List<SpecOperation> own =
          operations.stream().filter(operation -> operation.tag().equals(name)).toList();
      if (!own.isEmpty()) {
        pages.add(page(name, tag.text("description"), own));
      }
    }
    return List.copyOf(pages);
  }

  /** The address of an operation's section, such as {@code invoicexpress-clients.html#list}. */
  static String address(String prefix, String tag, String method) {
    return prefix + "-" + Html.kebab(tag) + ".html#" + method;
  }

  private Page page(String tag, String description, List<SpecOperation> operations) {
    List<Page.Part> parts = new ArrayList<>();
    Types javaTypes = new Types(spec);
    TypeSections types = new TypeSections(spec, javaTypes);
    StringBuilder html = new StringBuilder();
    html.append("<p class=\"lead\">").append(Html.prose(description)).append("</p>\n<p>In Java: ");
    html.append(Html.code("client." + accessor(tag) + "()")).append(", ");
    html.append(Html.code(tag + "Api")).append(". Server: ");
    html.append(Html.code(spec.root().items("servers").get(0).text("url")));
    html.append(". <a href=\"operations.html#words\">What the words on this page mean</a>.</p>\n");
    for (SpecOperation operation : operations) {
      String method = operation.node().text("x-method");
      parts.add(new Page.Part(method, method));
      html.append(new OperationSection(operation, accessor(tag), javaTypes).html());
      operation.arguments().forEach(argument -> types.add(argument.type()));
      types.add(operation.returns());
    }
    if (!types.parts().isEmpty()) {
      html.append("<h2 id=\"types\">Types</h2>\n").append(types.html());
      parts.add(new Page.Part("types", "Types"));
    }
    String title = Html.words(tag);
    return new Page(
        prefix + "-" + Html.kebab(tag),
        title + " (" + api + ")",
        description.strip(),
        group,
        html.toString(),
        List.copyOf(parts));
  }

  private static String accessor(String tag) {
    return Types.camel(tag);
  }
}
