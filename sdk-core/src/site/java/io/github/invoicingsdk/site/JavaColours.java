package io.github.invoicingsdk.site;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Marks comments, texts, keywords and numbers of Java code for the style sheet. */
final class JavaColours {

  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<comment>//[^\\n]*|/\\*.*?\\*/)"
              + "|(?<text>\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\\\n])*')"
              + "|(?<keyword>\\b(?:assert|boolean|break|byte|case|catch|char|class|continue|default|do"
              + "|double|else|enum|extends|final|finally|float|for|if|implements|import|instanceof|int"
              + "|interface|long|new|null|package|private|protected|public|record|return|short|static"
              + "|switch|this|throw|throws|true|false|try|var|void|while)\\b)"
              + "|(?<number>\\b\\d[\\d_]*(?:\\.\\d+)?[LlFfDd]?\\b)",
          Pattern.DOTALL);

  private JavaColours() {}

  static String html(String code) {
    StringBuilder html = new StringBuilder();
    Matcher matcher = TOKEN.matcher(code);
    int end = 0;
    while (matcher.find()) {
      html.append(Html.escape(code.substring(end, matcher.start())));
      html.append("<span class=\"").append(kind(matcher)).append("\">");
      html.append(Html.escape(matcher.group())).append("</span>");
      end = matcher.end();
    }
    return html.append(Html.escape(code.substring(end))).toString();
  }

  private static String kind(Matcher matcher) {
    if (matcher.group("comment") != null) {
      return "comment";
    }
    if (matcher.group("text") != null) {
      return "text";
    }
    return matcher.group("keyword") != null ? "keyword" : "number";
  }
}
