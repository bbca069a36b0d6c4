package io.github.invoicingsdk.internal.http;

import feign.Client;
import feign.Request;
import feign.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpTimeoutException;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Bounds the time of a request and the size of its answer, and reads the answer whole, so that
 * everything above has nothing to wait for and nothing to close.
 */
public final class BoundingClient implements Client {

  private static final String CONTENT_ENCODING = "Content-Encoding";

  private final Client next;
  private final int maxBytes;

  /**
   * Decorates a transport.
   *
   * @param next the transport
   * @param maxBytes the largest answer that is read, before and after decompression
   */
  public BoundingClient(Client next, int maxBytes) {
    this.next = next;
    this.maxBytes = maxBytes;
  }

  @Override
  public Response execute(Request request, Request.Options options) throws IOException {
    CallContext context = CallContext.of(options);
    if (context.deadline().hasPassed()) {
      throw new HttpTimeoutException("the deadline passed before the request was sent");
    }
    context.countAttempt();
    try (Response response =
        next.execute(Requests.withHeader(request, "Accept-Encoding", "gzip"), narrowed(context))) {
      Map<String, Collection<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
      headers.putAll(response.headers());
      byte[] body = inflate(read(response), headers);
      return response.toBuilder().headers(headers).body(body).build();
    }
  }

  /** Our own transport reads the deadline; another one is told what is left of it. */
  private Request.Options narrowed(CallContext context) {
    if (next instanceof JdkTransport) {
      return context;
    }
    long left = Math.max(1, context.deadline().remaining().toMillis());
    return new Request.Options(
        Math.min(left, context.connectTimeoutMillis()),
        TimeUnit.MILLISECONDS,
        left,
        TimeUnit.MILLISECONDS,
        false);
  }

  private byte[] read(Response response) throws IOException {
    if (response.body() == null) {
      return new byte[0];
    }
    try (InputStream in = response.body().asInputStream()) {
      byte[] body = in.readNBytes(maxBytes);
      if (body.length == maxBytes && in.read() >= 0) {
        throw new ResponseTooLargeException("the answer is larger than " + maxBytes + " bytes");
      }
      return body;
    }
  }

  private byte[] inflate(byte[] body, Map<String, Collection<String>> headers) throws IOException {
    Collection<String> encodings = headers.get(CONTENT_ENCODING);
    String encoding =
        encodings == null ? "" : String.join(",", encodings).strip().toLowerCase(Locale.ROOT);
    switch (encoding) {
      case "", "identity" -> {
        return body;
      }
      case "gzip", "x-gzip" -> {
        headers.remove(CONTENT_ENCODING);
        // Some of Feign's clients decompress and leave the header as it was.
        boolean decompressed = !(next instanceof JdkTransport) && !Gzip.isCompressed(body);
        return decompressed ? body : Gzip.inflate(body, maxBytes);
      }
      default ->
          throw new CorruptContentException(
              "the answer has a Content-Encoding that was not asked for");
    }
  }
}
