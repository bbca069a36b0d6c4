package io.github.invoicingsdk.internal.error;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes text of a body's bytes, and finds the one telling line in a page. */
public final class BodyText {

  private static final Pattern CHARSET =
      Pattern.compile("charset\\s*=\\s*\"?([^\\s;\",]+)", Pattern.CASE_INSENSITIVE);

  /** Web pages have the first two, XML written by ASP.NET the last. */
  private static final List<String> TELLING_ELEMENTS = List.of("title", "h1", "message");

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private BodyText() {}

  /** The beginning of a body's text, of a number of characters at most. */
  static String decode(byte[] body, @Nullable String contentType, int most) {
    // No charset has more bytes for a character.
    int bytes = (int) Math.min(body.length, 4L * most);
    String text = decode(bytes == body.length ? body : Arrays.copyOf(body, bytes), contentType);
    return text.length() <= most ? text : text.substring(0, most);
  }

  /** The text of a body; what its charset cannot say is replaced, never an exception. */
  public static String decode(byte[] body, @Nullable String contentType) {
    String text = new String(body, charset(contentType));
    return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
  }

  private static Charset charset(@Nullable String contentType) {
    if (contentType != null) {
      Matcher matcher = CHARSET.matcher(contentType);
      if (matcher.find()) {
        try {
          return Charset.forName(matcher.group(1));
        } catch (IllegalArgumentException unknownCharset) {
          return StandardCharsets.UTF_8;
        }
      }
    }
    return StandardCharsets.UTF_8;
  }

  /** Whether a text is a web page or XML. */
  static boolean isMarkup(String text) {
    return text.stripLeading().startsWith("<");
  }

  /** What a page says of itself; null when it says nothing. */
  static @Nullable String headline(String markup) {
    for (String element : TELLING_ELEMENTS) {
      String content = content(markup, element);
      if (content != null && !content.isBlank()) {
        return unescape(content.strip());
      }
    }
    return null;
  }

  private static @Nullable String content(String markup, String element) {
    int open = indexOfIgnoringCase(markup, "<" + element, 0);
    if (open < 0) {
      return null;
    }
    int start = markup.indexOf('>', open) + 1;
    int end = start > 0 ? indexOfIgnoringCase(markup, "</" + element, start) : -1;
    return end < 0 ? null : markup.substring(start, end);
  }

  private static int indexOfIgnoringCase(String text, String part, int from) {
    for (int i = from; i <= text.length() - part.length(); i++) {
      if (text.regionMatches(true, i, part, 0, part.length())) {
        return i;
      }
    }
    return -1;
  }

  private static String unescape(String text) {
    return text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&apos;", "'")
        .replace("&nbsp;", " ")
        .replace("&amp;", "&");
  }
}
