package io.github.invoicingsdk.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Puts the frame around pages: head, navigation and the parts of the page. */
final class Frame {

  private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z-]+)\\}\\}");
  private static final String SITE = "Invoicing SDK";

  private final String template;
  private final List<Page> pages;
  private final ApiLinks api;

  /**
   * A frame.
   *
   * @param template HTML with places such as {@code {{title}}}
   * @param pages all pages, in the order of the navigation
   */
  Frame(String template, List<Page> pages, ApiLinks api) {
    this.template = template;
    this.pages = List.copyOf(pages);
    this.api = api;
  }

  String around(Page page) {
    String navigation = navigation(page);
    Map<String, String> values =
        Map.of(
            "title", Html.escape(page.title()),
            "window", Html.escape(page.file().equals("index") ? SITE : page.title() + " · " + SITE),
            "description", Html.escape(page.description()),
            "navigation", navigation,
            "parts", parts(page),
            "parts-class", page.parts().size() < 2 ? " without-parts" : "",
            "body", page.body());
    return PLACE
        .matcher(template)
        .replaceAll(
            place -> {
              String value = values.get(place.group(1));
              if (value == null) {
                throw new IllegalStateException("the frame has an unknown " + place.group());
              }
              return Matcher.quoteReplacement(value);
            });
  }

  private String navigation(Page current) {
    StringBuilder html = new StringBuilder();
    for (Page.Group group : Page.Group.values()) {
      List<Page> own = pages.stream().filter(page -> page.group() == group).toList();
      if (own.isEmpty()) {
        continue;
      }
      String items =
          own.stream()
              .map(page -> item(page.address(), shortTitle(page), page.equals(current)))
              .collect(Collectors.joining("", "<ul>\n", "</ul>\n"));
      if (group == Page.Group.GUIDE) {
        html.append(items);
      } else {
        html.append("<details")
            .append(current.group() == group ? " open=\"\"" : "")
            .append("><summary>");
        html.append(Html.escape(group.title())).append("</summary>\n");
        html.append(items).append("</details>\n");
      }
    }
    List<String> javadoc = new ArrayList<>();
    api.places()
        .forEach(
            (module, place) ->
                javadoc.add(item(place + "/index.html", "Javadoc: " + module, false)));
    javadoc.sort(null);
    html.append("<ul>\n").append(String.join("", javadoc)).append("</ul>\n");
    return html.toString();
  }

  private static String shortTitle(Page page) {
    return page.group() == Page.Group.GUIDE
        ? page.title()
        : page.title().replaceFirst(" \\(.*", "");
  }

  private static String item(String address, String title, boolean current) {
    return "<li><a href=\""
        + address
        + "\""
        + (current ? " aria-current=\"page\"" : "")
        + ">"
        + Html.breakable(title)
        + "</a></li>\n";
  }

  private static String parts(Page page) {
    return page.parts().size() < 2
        ? ""
        : page.parts().stream()
            .map(part -> item("#" + part.id(), part.title(), false))
            .collect(
                Collectors.joining(
                    "",
                    """
                    <nav class="parts" aria-labelledby="on-this-page">
                    <p id="on-this-page">On this page</p>
                    <ul>
                    """,
                    "</ul>\n</nav>\n"));
  }
}
