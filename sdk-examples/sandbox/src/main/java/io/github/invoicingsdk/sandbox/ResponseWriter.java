package io.github.invoicingsdk.sandbox;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Brings one answer to the peer, whole or broken. */
final class ResponseWriter {
  /** Below this size gzip gains nothing. */
  private static final int GZIP_FROM_BYTES = 200;

  private static final int GZIP_HEADER_BYTES = 10;

  private final HttpExchange exchange;
  private final RecordedRequest request;
  private final Supplier<CannedResponse> work;

  ResponseWriter(HttpExchange exchange, RecordedRequest request, Supplier<CannedResponse> work) {
    this.exchange = exchange;
    this.request = request;
    this.work = work;
  }

  /** Does what the request asks for. */
  CannedResponse work() {
    return work.get();
  }

  void send(CannedResponse answer) throws IOException {
    CannedResponse encoded = encode(answer);
    byte[] body = encoded.body();
    // The server writes "Content-Length: 0" for -1, and starts chunks for 0.
    boolean bodiless = body.length == 0 || request.method().equals("HEAD");
    OutputStream out = start(encoded, bodiless ? -1 : body.length);
    if (!bodiless) {
      out.write(body);
    }
    out.close();
  }

  void stall(CannedResponse answer, Gate hold) throws IOException, InterruptedException {
    CannedResponse encoded = encode(answer);
    byte[] body = encoded.body();
    if (body.length == 0) {
      hold.pass();
      send(encoded);
      return;
    }
    OutputStream out = start(encoded, body.length);
    int half = body.length / 2;
    out.write(body, 0, half);
    out.flush();
    hold.pass();
    out.write(body, half, body.length - half);
    out.close();
  }

  void truncate(CannedResponse answer) throws IOException {
    CannedResponse encoded = encode(answer);
    byte[] body = encoded.body();
    OutputStream out = start(encoded, Math.max(1, body.length));
    out.write(body, 0, body.length / 2);
    out.flush();
    exchange.close();
  }

  void sendCorruptGzip(CannedResponse answer) throws IOException {
    byte[] body = gzip(answer.body());
    Arrays.fill(body, GZIP_HEADER_BYTES, body.length, (byte) 0xFF);
    OutputStream out = start(answer.withHeader("Content-Encoding", "gzip"), body.length);
    out.write(body);
    out.close();
  }

  void sendEndless() throws IOException {
    byte[] blanks = new byte[8192];
    Arrays.fill(blanks, (byte) ' ');
    CannedResponse answer =
        CannedResponse.of(200).withHeader("Content-Type", "application/json; charset=utf-8");
    OutputStream out = start(answer, 0);
    while (!Thread.currentThread().isInterrupted()) {
      out.write(blanks);
    }
  }

  /** Closes the connection; without sent headers the peer gets no byte. */
  void cut() {
    exchange.close();
  }

  private OutputStream start(CannedResponse answer, long length) throws IOException {
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    exchange.sendResponseHeaders(answer.status(), length);
    return exchange.getResponseBody();
  }

  private CannedResponse encode(CannedResponse answer) throws IOException {
    byte[] body = answer.body();
    String contentType = answer.headers().get("Content-Type");
    if (contentType == null
        || body.length < GZIP_FROM_BYTES
        || answer.headers().containsKey("Content-Encoding")
        || !acceptsGzip(request.header("Accept-Encoding"))) {
      return answer;
    }
    return answer
        .withBody(contentType, gzip(body))
        .withHeader("Content-Encoding", "gzip")
        .withHeader("Vary", "Accept-Encoding");
  }

  private static boolean acceptsGzip(@Nullable String acceptEncoding) {
    if (acceptEncoding == null) {
      return false;
    }
    return Arrays.stream(acceptEncoding.toLowerCase(Locale.ROOT).split(",", -1))
        .map(coding -> coding.replace(" ", ""))
        .anyMatch(coding -> coding.matches("gzip(;q=(1|1\\.0*|0\\.\\d*[1-9]\\d*))?"));
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(plain);
    }
    return packed.toByteArray();
  }
}
