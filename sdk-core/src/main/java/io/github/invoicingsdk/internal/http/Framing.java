package io.github.invoicingsdk.internal.http;

import feign.Request;
import feign.Response;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * How the end of a body can be told from a connection that broke.
 *
 * @param length how many bytes there are; empty if the server does not say
 * @param marksEnd whether a body that is not whole is noticed. It is not where only the end of the
 *     connection ends it (RFC 9112, section 6.3, the last case)
 */
record Framing(OptionalLong length, boolean marksEnd) {

  /** What the head of a response says. */
  static Framing of(Response response) {
    OptionalLong stated = statedLength(response);
    boolean marksEnd =
        stated.isPresent()
            || isChunked(response)
            // Its frames say which of them is the last one.
            || response.protocolVersion() == Request.ProtocolVersion.HTTP_2
            || response.body() == null;
    return new Framing(stated, marksEnd);
  }

  private static OptionalLong statedLength(Response response) {
    OptionalLong inHeader = lengthInHeader(response);
    // A transport that holds the whole body need not know the header.
    Integer held = response.body() == null ? null : response.body().length();
    return inHeader.isPresent() || held == null || held < 0 ? inHeader : OptionalLong.of(held);
  }

  /** What the server says of the length; empty if it is no length. */
  static OptionalLong lengthInHeader(Response response) {
    return header(response, "Content-Length").stream()
        .filter(value -> value.matches("[0-9]{1,18}"))
        .mapToLong(Long::parseLong)
        .findFirst();
  }

  private static boolean isChunked(Response response) {
    return header(response, "Transfer-Encoding").stream()
        .map(value -> value.toLowerCase(Locale.ROOT).strip())
        // Chunks mark the end only where nothing was done to the body after they were made.
        .anyMatch(value -> value.equals("chunked") || value.matches(".*[, ]chunked"));
  }

  private static Collection<String> header(Response response, String name) {
    return response.headers().getOrDefault(name, List.of());
  }
}
