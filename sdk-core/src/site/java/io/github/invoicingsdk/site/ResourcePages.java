package io.github.invoicingsdk.site;

import java.util.ArrayList;
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
    List<Operation> operations = Operation.of(spec);
    List<Page> pages = new ArrayList<>();
    for (SpecNode tag : spec.root().list("tags")) {
      String name = tag.require("name");
      List<Operation> own =
          operations.stream().filter(operation -> operation.tag().equals(name)).toList();
      if (!own.isEmpty()) {
        pages.add(page(name, tag.require("description"), own));
      }
    }
    return List.copyOf(pages);
  }

  /** The address of an operation's section, such as {@code invoicexpress-clients.html#list}. */
  static String address(String prefix, String tag, String method) {
    return prefix + "-" + Html.kebab(tag) + ".html#" + method;
  }

  private Page page(String tag, String description, List<Operation> operations) {
    List<Page.Part> parts = new ArrayList<>();
    TypeSections types = new TypeSections(spec);
    StringBuilder html = new StringBuilder();
    html.append("<p class=\"lead\">").append(Html.prose(description)).append("</p>\n<p>In Java: ");
    html.append(Html.code("client." + accessor(tag) + "()")).append(", ");
    html.append(Html.code(tag + "Api")).append(". Server: ");
    html.append(Html.code(spec.root().list("servers").get(0).require("url")));
    html.append(". <a href=\"operations.html#words\">What the words on this page mean</a>.</p>\n");
    for (Operation operation : operations) {
      parts.add(new Page.Part(operation.method(), operation.method()));
      html.append(new OperationSection(spec, accessor(tag), operation).html());
      operation.bodySchema(spec).ifPresent(types::add);
      operation.answerSchema(spec).ifPresent(types::add);
      OperationSection.arguments(operation)
          .forEach(parameter -> parameter.child("schema").ifPresent(types::add));
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
