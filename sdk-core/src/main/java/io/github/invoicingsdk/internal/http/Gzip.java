package io.github.invoicingsdk.internal.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;

/** Decompresses answers, up to a limit. */
final class Gzip {

  private static final int MAGIC_0 = 0x1f;
  private static final int MAGIC_1 = 0x8b;

  private Gzip() {}

  /** Whether the bytes begin as compressed ones do. */
  static boolean isCompressed(byte[] body) {
    return body.length >= 2 && (body[0] & 0xff) == MAGIC_0 && (body[1] & 0xff) == MAGIC_1;
  }

  /**
   * Decompresses.
   *
   * @throws CorruptContentException when the bytes are not compressed, damaged or cut off
   * @throws ResponseTooLargeException when they would become more than {@code maxBytes}
   */
  static byte[] inflate(byte[] body, int maxBytes) throws IOException {
    if (body.length == 0) {
      return body;
    }
    byte[] inflated;
    boolean more;
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
      inflated = in.readNBytes(maxBytes);
      more = inflated.length == maxBytes && in.read() >= 0;
    } catch (IOException e) {
      throw new CorruptContentException("the compressed answer is damaged or cut off", e);
    }
    if (more) {
      throw new ResponseTooLargeException(
          "the decompressed answer is larger than " + maxBytes + " bytes");
    }
    return inflated;
  }
}
