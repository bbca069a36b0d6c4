package io.github.invoicingsdk.sandbox.internal.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A method and a path pattern such as {@code /sequences/{id}/register.json}, and its handler. */
final class Route {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z]+)\\}");

  private final String method;
  private final String pattern;
  private final Handler handler;
  private final Pattern regex;
  private final List<String> names = new ArrayList<>();

  Route(String method, String pattern, Handler handler) {
    this.method = method;
    this.pattern = pattern;
    this.handler = handler;
    StringBuilder text = new StringBuilder();
    Matcher placeholder = PLACEHOLDER.matcher(pattern);
    int literalStart = 0;
    while (placeholder.find()) {
      text.append(Pattern.quote(pattern.substring(literalStart, placeholder.start())));
      text.append("([^/]+)");
      names.add(placeholder.group(1));
      literalStart = placeholder.end();
    }
    this.regex = Pattern.compile(text + Pattern.quote(pattern.substring(literalStart)));
  }

  String method() {
    return method;
  }

  String pattern() {
    return pattern;
  }

  Handler handler() {
    return handler;
  }

  int placeholders() {
    return names.size();
  }

  /** The decoded placeholders of a path, or null if the path is another one. */
  @Nullable Map<String, String> match(String path) {
    Matcher matcher = regex.matcher(path);
    if (!matcher.matches()) {
      return null;
    }
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      // A plus sign is itself in a path, unlike in a query.
      String encoded = matcher.group(i + 1).replace("+", "%2B");
      values.put(names.get(i), URLDecoder.decode(encoded, UTF_8));
    }
    return values;
  }
}
