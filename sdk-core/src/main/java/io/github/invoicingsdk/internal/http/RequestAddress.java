package io.github.invoicingsdk.internal.http;

import feign.Request;
import io.github.invoicingsdk.internal.error.ShownAddress;
import io.github.invoicingsdk.vocabulary.QueryValue;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Reads and rewrites the address of a request without ever quoting its query in an exception. */
public final class RequestAddress {

  private RequestAddress() {}

  /**
   * Reads an address.
   *
   * @throws IllegalArgumentException when it is no absolute http or https address; the text shows
   *     the address without its query
   */
  static URI parse(String url) {
    URI uri;
    try {
      uri = new URI(url);
    } catch (URISyntaxException e) {
      // Not chained: the exception's own text quotes the whole address.
      throw invalid(url);
    }
    boolean http = "http".equalsIgnoreCase(uri.getScheme());
    boolean https = "https".equalsIgnoreCase(uri.getScheme());
    if ((!http && !https) || uri.getHost() == null) {
      throw invalid(url);
    }
    return uri;
  }

  /**
   * Sets a query parameter: the old ones of that name go, the new one comes last.
   *
   * @param url the address
   * @param name the parameter's name, not encoded
   * @param value the parameter's value, not encoded
   * @return the address with the parameter
   */
  static String withParameter(String url, String name, String value) {
    String added = QueryValue.encode(name) + "=" + QueryValue.encode(value);
    String rest = query(url);
    if (rest == null) {
      return url + "?" + added;
    }
    StringJoiner query = new StringJoiner("&");
    for (String parameter : rest.split("&", -1)) {
      if (!parameter.isEmpty() && !nameOf(parameter).equals(name)) {
        query.add(parameter);
      }
    }
    return withoutQuery(url) + "?" + query.add(added);
  }

  /** The address up to its query. */
  static String withoutQuery(String url) {
    int mark = url.indexOf('?');
    return mark < 0 ? url : url.substring(0, mark);
  }

  /** The path, without what identifies somebody. */
  static String shownPath(String url) {
    String path = withoutQuery(url);
    int host = path.indexOf("://") + 3;
    int slash = path.indexOf('/', host);
    return slash < 0 ? "/" : ShownAddress.masked(path).substring(slash);
  }

  /** The query as it stands in the address, or null when there is none. */
  static @Nullable String query(String url) {
    int mark = url.indexOf('?');
    return mark < 0 ? null : url.substring(mark + 1);
  }

  /** The same request with another address. */
  static Request move(Request request, String url) {
    return Request.create(
        request.httpMethod(),
        url,
        request.headers(),
        request.body(),
        request.charset(),
        request.requestTemplate());
  }

  /** Undoes percent-encoding; text that is not rightly encoded is returned as it is. */
  public static String decode(String encoded) {
    try {
      return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return encoded;
    }
  }

  private static String nameOf(String parameter) {
    int equals = parameter.indexOf('=');
    return decode(equals < 0 ? parameter : parameter.substring(0, equals));
  }

  private static IllegalArgumentException invalid(String url) {
    return new IllegalArgumentException(
        "the request's address is not a valid http or https address (shown without its query): "
            + withoutQuery(url));
  }
}
