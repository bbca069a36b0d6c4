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

/** Brings one response to the peer, whole or broken. */
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

  void send(CannedResponse response) throws IOException {
    CannedResponse encoded = encode(response);
    byte[] body = encoded.body();
    // The server writes "Content-Length: 0" for -1, and starts chunks for 0.
    boolean bodiless = body.length == 0 || request.method().equals("HEAD");
    OutputStream out = start(encoded, bodiless ? -1 : body.length);
    if (!bodiless) {
      out.write(body);
    }
    out.close();
  }

  void stall(CannedResponse response, Gate gate) throws IOException, InterruptedException {
    CannedResponse encoded = encode(response);
    byte[] body = encoded.body();
    if (body.length == 0) {
      gate.pass();
      send(encoded);
      return;
    }
    OutputStream out = start(encoded, body.length);
    int half = body.length / 2;
    out.write(body, 0, half);
    out.flush();
    gate.pass();
    out.write(body, half, body.length - half);
    out.close();
  }

  void truncate(CannedResponse response) throws IOException {
    CannedResponse encoded = encode(response);
    byte[] body = encoded.body();
    OutputStream out = start(encoded, Math.max(1, body.length));
    out.write(body, 0, body.length / 2);
    out.flush();
    exchange.close();
  }

  void sendCorruptGzip(CannedResponse response) throws IOException {
    byte[] body = gzip(response.body());
    Arrays.fill(body, GZIP_HEADER_BYTES, body.length, (byte) 0xFF);
    OutputStream out = start(response.withHeader("Content-Encoding", "gzip"), body.length);
    out.write(body);
    out.close();
  }

  void sendEndless() throws IOException {
    byte[] blanks = new byte[8192];
    Arrays.fill(blanks, (byte) ' ');
    CannedResponse response =
        CannedResponse.of(200).withHeader("Content-Type", "application/json; charset=utf-8");
    OutputStream out = start(response, 0);
    while (!Thread.currentThread().isInterrupted()) {
      out.write(blanks);
    }
  }

  /** Closes the connection; without sent headers the peer gets no byte. */
  void cut() {
    exchange.close();
  }

  private OutputStream start(CannedResponse response, long length) throws IOException {
    response.headers().forEach(exchange.getResponseHeaders()::set);
    exchange.sendResponseHeaders(response.status(), length);
    return exchange.getResponseBody();
  }

  private CannedResponse encode(CannedResponse response) throws IOException {
    byte[] body = response.body();
    String contentType = response.headers().get("Content-Type");
    if (contentType == null
        || body.length < GZIP_FROM_BYTES
        || response.headers().containsKey("Content-Encoding")
        || !acceptsGzip(request.header("Accept-Encoding"))) {
      return response;
    }
    return response
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
