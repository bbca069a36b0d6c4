package io.github.invoicingsdk.faults;

import io.github.invoicingsdk.faults.Fault.Reads;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** The faults of connections and contents, and how each kind of operation ends that meets one. */
final class FaultTable {

  static final String ANOTHER_TYPE = "another type's JSON";

  static final String NO_GZIP = "gzip that is none";
  static final String UNKNOWN_ENCODING = "an encoding that was not asked for";

  private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
  private static final String GZIP = "Content-Encoding: gzip";
  private static final int LEVELS = 100_000;
  private static final int DIGITS = 10_000;
  private static final int BOMB = 50 * Call.MAX_RESPONSE_BYTES;

  private FaultTable() {}

  static List<FaultRow> rows() {
    return List.of(
        FaultRow.brokenBeforeResponse(
            "reset in the middle of the request",
            ((Fault) FaultServer.Connection::reset).after(Reads.A_PART)),
        FaultRow.brokenBeforeResponse("reset after the request", FaultServer.Connection::reset),
        FaultRow.brokenBeforeResponse("closed after the request", connection -> {}),
        FaultRow.broken(
            "reset in the headers",
            connection -> {
              connection.write(HEAD);
              connection.reset();
            }),
        FaultRow.broken(
            "reset in the body",
            connection -> {
              connection.write(HEAD + "Content-Length: 100\r\n\r\n{\"seq");
              connection.reset();
            }),
        FaultRow.broken(
            "truncated by content-length",
            connection -> connection.write(HEAD + "Content-Length: 100\r\n\r\n{\"sequence\":{}}")),
        FaultRow.broken(
            "truncated chunk",
            connection ->
                connection.write(HEAD + "Transfer-Encoding: chunked\r\n\r\n64\r\n{\"seq")),
        FaultRow.broken(
            "a chunk whose length is no number",
            connection -> connection.write(HEAD + "Transfer-Encoding: chunked\r\n\r\nxyz\r\n{}")),
        FaultRow.broken("a status above 599", Fault.response(700, "{}")),
        FaultRow.broken("no HTTP", connection -> connection.write("SSH-2.0-server\r\n\r\n")),
        FaultRow.late("stall before the response", FaultServer.Connection::stall),
        FaultRow.late(
            "stall in the headers",
            connection -> {
              connection.write(HEAD);
              connection.stall();
            }),
        FaultRow.late(
            "stall in the body",
            connection -> {
              connection.write(HEAD + "Content-Length: 100\r\n\r\n{\"seq");
              connection.stall();
            }),
        FaultRow.late(
            "one byte at a time in the headers",
            connection -> {
              connection.write("HTTP/1.1 200 OK\r\nX-Slow: ");
              connection.drip();
            }),
        FaultRow.late(
            "one byte at a time in the body",
            connection -> {
              connection.write(HEAD + "Content-Length: 100000\r\n\r\n");
              connection.drip();
            }),
        FaultRow.unusable(NO_GZIP, Fault.response(200, "{\"sequence\":{}}", GZIP)),
        FaultRow.unusable("corrupt gzip", gzip(corrupted(gzipped("{}".repeat(1000))))),
        FaultRow.unusable("gzip cut off", gzip(cut(gzipped("{}".repeat(1000))))),
        FaultRow.unusable("gzip bomb", gzip(gzipped(" ".repeat(BOMB)))),
        FaultRow.unusable(
            UNKNOWN_ENCODING, Fault.response(200, "{\"sequence\":{}}", "Content-Encoding: br")),
        FaultRow.unusable("endless body", FaultTable::writeForEver),
        FaultRow.unusable(
            "a length beyond the cap",
            connection -> {
              connection.write(HEAD + "Content-Length: 99999999999\r\n\r\n{");
              connection.stall();
            }),
        FaultRow.unreadable("HTML", Fault.response(200, "<html><h1>Maintenance</h1></html>")),
        FaultRow.unreadable("an empty body", Fault.response(200, "")),
        FaultRow.unreadable("no content", Fault.response(204, "")),
        FaultRow.unreadable("JSON null", Fault.response(200, "null")),
        FaultRow.unreadable(
            ANOTHER_TYPE, Fault.response(200, "{\"invoice\":{\"id\":7,\"status\":\"draft\"}}")),
        FaultRow.unreadable("an array", Fault.response(200, "[7]")),
        FaultRow.unreadable("bytes that are not UTF-8", bytes(200, new byte[] {'"', -1, '"'})),
        content("duplicate keys", "{\"%s\":8,\"%s\":" + Call.ID + "}"),
        content("NaN", "{\"%s\":NaN}"),
        content("a number of 10,000 digits", "{\"%s\":" + "7".repeat(DIGITS) + "}"),
        content("a number of a billion digits in short", "{\"%s\":1e999999999}"),
        content(
            "100,000 levels of nesting",
            "{\"%s\":7,\"x\":" + "[".repeat(LEVELS) + "]".repeat(LEVELS) + "}"),
        FaultRow.unreadable(
            "nothing but opening brackets", Fault.response(200, "[".repeat(LEVELS))));
  }

  /** A response in the right envelope with this in it. */
  private static FaultRow content(String name, String value) {
    return FaultRow.unreadable(name, enveloped(value));
  }

  private static Fault enveloped(String value) {
    return Fault.wholeResponse(
        connection ->
            connection.respond(200, connection.enveloped(value.replace("%s", connection.id()))));
  }

  private static Fault bytes(int status, byte[] body, String... headers) {
    return Fault.wholeResponse(connection -> connection.respond(status, body, headers));
  }

  private static Fault gzip(byte[] body) {
    return bytes(200, body, GZIP);
  }

  private static void writeForEver(FaultServer.Connection connection) throws IOException {
    connection.write(HEAD + "Transfer-Encoding: chunked\r\n\r\n");
    byte[] chunk = ("1000\r\n" + " ".repeat(0x1000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
    while (true) {
      // Ends with an exception when the client has had enough.
      connection.write(chunk);
    }
  }

  private static byte[] gzipped(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] corrupted(byte[] gzip) {
    byte[] bytes = gzip.clone();
    for (int i = 10; i < bytes.length; i++) {
      bytes[i] ^= 0x55;
    }
    return bytes;
  }

  private static byte[] cut(byte[] gzip) {
    return Arrays.copyOf(gzip, gzip.length / 2);
  }
}
