package io.github.invoicingsdk.internal.error;

import io.github.invoicingsdk.error.UnreadableResponse;
import java.util.Collection;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds out why and where a body could not be decoded, from its text and Gson's message. */
final class DecodingFailures {

  private static final Pattern POSITION =
      Pattern.compile("\\bline ([0-9]{1,9}) column ([0-9]{1,9})");
  private static final Pattern PATH = Pattern.compile("\\bpath (\\$\\S*)");

  /** Where the place and the reading advice begin in Gson's messages. */
  private static final Pattern PLACE = Pattern.compile("[;,]? at (?:line|path) |\\R");

  /** The outer exception's message often is the inner one's toString. */
  private static final Pattern CLASS_NAME = Pattern.compile("^(?:[a-z][a-z0-9]*\\.)+[A-Za-z]+: ");

  private static final int BEFORE_PROBLEM = 100;
  private static final int EXCERPT = 200;
  private static final int LONGEST_MESSAGE = 2048;
  private static final int LONGEST_MARKUP = 64 * 1024;

  /** How far before and after the problem secrets are looked for. */
  private static final int AROUND_PROBLEM = 14 * 1024;

  private DecodingFailures() {}

  static UnreadableResponse describe(
      int status,
      Map<String, ? extends Collection<String>> headers,
      String body,
      Throwable cause,
      Redactor redactor) {
    // Redacted before anything is cut out of it: a part of a secret would not be recognised.
    String message =
        cause.getMessage() == null ? "" : redactor.redact(cause.getMessage(), LONGEST_MESSAGE);
    UnreadableResponse.Builder response =
        UnreadableResponse.builder(
                SensitiveText.masked(
                    redactor.redact(problem(body, message, cause), LONGEST_MESSAGE)))
            .status(status)
            .headers(redactor.redactHeaders(headers));
    Matcher path = PATH.matcher(message);
    if (path.find()) {
      response.path(redactor.redact(path.group(1)));
    }
    int offset = 0;
    Matcher position = POSITION.matcher(message);
    if (position.find()) {
      int line = Integer.parseInt(position.group(1));
      int column = Integer.parseInt(position.group(2));
      response.position(line, column);
      offset = offset(body, line, column);
    }
    return response.excerpt(SensitiveText.masked(excerpt(body, offset, redactor))).build();
  }

  private static String problem(String body, String message, Throwable cause) {
    if (body.isBlank()) {
      return "the body is empty";
    }
    if (BodyText.isMarkup(body)) {
      String headline =
          BodyText.headline(body.substring(0, Math.min(body.length(), LONGEST_MARKUP)));
      return headline == null ? "a page instead of JSON" : "a page instead of JSON: " + headline;
    }
    String text = CLASS_NAME.matcher(PLACE.split(message, 2)[0]).replaceFirst("").strip();
    return text.isEmpty() ? cause.getClass().getSimpleName() : text;
  }

  private static int offset(String body, int line, int column) {
    int start = 0;
    for (int i = 1; i < line; i++) {
      int end = body.indexOf('\n', start);
      if (end < 0) {
        break;
      }
      start = end + 1;
    }
    return Math.min(body.length(), start + Math.max(0, column - 1));
  }

  /** Redacted before it is cut, with enough around it: a cut could leave a part of a secret. */
  private static String excerpt(String body, int offset, Redactor redactor) {
    int from = Math.max(0, offset - AROUND_PROBLEM);
    int to = Math.min(body.length(), offset + AROUND_PROBLEM);
    String redacted = redactor.redact(body.substring(from, to));
    // Masks before the problem have moved it; the length of what stands before follows it.
    int centre =
        Math.min(redacted.length(), redactor.redact(body.substring(from, offset)).length());
    int first = from == 0 ? 0 : Math.min(centre, redactor.margin());
    int last = to == body.length() ? redacted.length() : redacted.length() - redactor.margin();
    int start = Math.max(first, centre - BEFORE_PROBLEM);
    int end = Math.min(last, start + EXCERPT);
    return end <= start ? "" : redacted.substring(start, end);
  }
}
