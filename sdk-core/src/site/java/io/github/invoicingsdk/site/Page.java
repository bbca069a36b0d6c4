package io.github.invoicingsdk.site;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * One page before the frame is put around it.
 *
 * @param file the name of its file, without {@code .html}
 * @param title the name of the page
 * @param description one sentence about it, for search engines
 * @param group the part of the navigation that it stands in
 * @param body HTML below the heading of the page
 * @param parts what the page consists of, for "On this page"
 */
record Page(
    String file, String title, String description, Group group, String body, List<Part> parts) {

  /** A part of the navigation. */
  enum Group {
    GUIDE("Guide"),
    INVOICEXPRESS("InvoiceXpress API"),
    IDOKLAD("iDoklad API v3"),
    IDOKLAD_V2("iDoklad API v2");

    private final String title;

    Group(String title) {
      this.title = title;
    }

    String title() {
      return title;
    }
  }

  /**
   * A heading within a page.
   *
   * @param id its anchor
   * @param title its text
   */
  record Part(String id, String title) {}

  String address() {
    return file + ".html";
  }

  /** The same page with another body and nothing beside it, since its tables are wide. */
  Page alone(UnaryOperator<String> change) {
    return new Page(file, title, description, group, change.apply(body), List.of());
  }
}
