package io.github.invoicingsdk.internal.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** Undoes the content encoding of a body, within the size cap. */
final class ContentDecoding {

  private static final int CHUNK = 8 * 1024;

  private ContentDecoding() {}

  /**
   * The codings that were applied to a body.
   *
   * @param headerValues the values of {@code Content-Encoding}
   * @return the codings in lower case, without {@code identity}
   */
  static List<String> codings(Collection<String> headerValues) {
    List<String> codings = new ArrayList<>();
    for (String value : headerValues) {
      for (String coding : value.split(",", -1)) {
        String name = coding.strip().toLowerCase(Locale.ROOT);
        if (!name.isEmpty() && !name.equals("identity")) {
          codings.add(name);
        }
      }
    }
    return codings;
  }

  /** Whether gzip, and nothing else, was applied. */
  static boolean isGzip(List<String> codings) {
    return codings.size() == 1
        && (codings.get(0).equals("gzip") || codings.get(0).equals("x-gzip"));
  }

  /** Whether the bytes begin as a gzip stream does. */
  static boolean looksLikeGzip(byte[] body) {
    return body.length >= 2 && (body[0] & 0xFF) == 0x1F && (body[1] & 0xFF) == 0x8B;
  }

  /**
   * Undoes gzip.
   *
   * @param body the compressed bytes; an empty body stays empty
   * @param cap the most bytes that may come out
   * @return the original bytes
   * @throws CorruptContentException when the bytes are no gzip stream, a damaged or an incomplete
   *     one
   * @throws ResponseTooLargeException when more than {@code cap} bytes come out
   */
  static byte[] gunzip(byte[] body, int cap)
      throws CorruptContentException, ResponseTooLargeException {
    if (body.length == 0) {
      return body;
    }
    ByteCollector plain = new ByteCollector(cap, ByteCollector.UNKNOWN);
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body), CHUNK)) {
      boolean more = true;
      while (more) {
        more = plain.readFrom(in);
      }
    } catch (ResponseTooLargeException e) {
      throw e;
    } catch (IOException e) {
      throw new CorruptContentException("the response's gzip encoding is damaged or cut off", e);
    }
    return plain.toByteArray();
  }
}
