package io.github.invoicingsdk.internal.error;

import io.github.invoicingsdk.internal.http.RequestAddress;
import io.github.invoicingsdk.vocabulary.QueryValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Masks in the address of a request what identifies somebody, as in logged bodies. */
public final class ShownAddress {

  private ShownAddress() {}

  /** The address without e-mail addresses and fiscal ids. */
  public static String masked(String url) {
    int mark = url.indexOf('?');
    int path = url.indexOf("://") + 3;
    String before = mark < 0 ? url : url.substring(0, mark);
    String shown =
        before.substring(0, Math.min(path, before.length()))
            + Arrays.stream(before.substring(Math.min(path, before.length())).split("/", -1))
                .map(ShownAddress::segment)
                .collect(Collectors.joining("/"));
    return mark < 0
        ? shown
        : shown
            + "?"
            + Arrays.stream(url.substring(mark + 1).split("&", -1))
                .map(ShownAddress::parameter)
                .collect(Collectors.joining("&"));
  }

  /** Numbers in a path are ids of what was asked for. */
  private static String segment(String segment) {
    return masked(segment, SensitiveText.withoutEmails(RequestAddress.decode(segment)));
  }

  private static String parameter(String parameter) {
    int equals = parameter.indexOf('=');
    if (equals < 0) {
      return segment(parameter);
    }
    String name = RequestAddress.decode(parameter.substring(0, equals));
    String value = parameter.substring(equals + 1);
    if (SensitiveText.isSensitiveName(name)) {
      return parameter.substring(0, equals + 1) + (value.isEmpty() ? "" : SensitiveText.MASK);
    }
    String last = name.toLowerCase(Locale.ROOT);
    String text = RequestAddress.decode(value);
    return parameter.substring(0, equals + 1)
        + masked(
            value,
            last.equals("id") || last.endsWith("_id")
                ? SensitiveText.withoutEmails(text)
                : SensitiveText.masked(text));
  }

  /** What came, unless something had to be masked in it. */
  private static String masked(String encoded, String text) {
    return RequestAddress.decode(encoded).equals(text)
        ? encoded
        : QueryValue.encode(text).replace("%2A%2A%2A", SensitiveText.MASK);
  }
}
