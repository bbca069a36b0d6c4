package io.github.invoicingsdk.site;

import java.util.List;

/** Writes tables that scroll in a box of their own where the screen is narrow. */
final class Tables {

  /** Keyboards must be able to scroll it, too, so it can have the focus. */
  static final String BOX =
      "<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"Table\">";

  private Tables() {}

  static String html(List<String> heads, List<List<String>> rows) {
    StringBuilder html = new StringBuilder(BOX).append("<table>\n<thead><tr>");
    heads.forEach(head -> html.append("<th scope=\"col\">").append(head).append("</th>"));
    html.append("</tr></thead>\n<tbody>\n");
    for (List<String> row : rows) {
      html.append("<tr>");
      row.forEach(cell -> html.append("<td>").append(cell).append("</td>"));
      html.append("</tr>\n");
    }
    return html.append("</tbody>\n</table></div>\n").toString();
  }

  /** Small print below a text. */
  static String note(List<String> notes) {
    return notes.isEmpty() ? "" : " <small>" + Html.escape(String.join("; ", notes)) + ".</small>";
  }
}
