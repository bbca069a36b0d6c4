package io.github.invoicingsdk.internal.http;

import feign.Response;
import feign.Util;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A body that is in memory, whose bytes can be had without copying them. Nobody changes them.
 *
 * <p>As thread-safe as an array that nobody changes.
 */
public final class HeldBody implements Response.Body {

  private static final byte[] EMPTY = {};

  private final byte[] bytes;

  /** Holds an array, which is not copied. */
  HeldBody(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * The bytes of a body, which must not be changed.
   *
   * @param body the body; null for none
   * @throws IOException when a body that is not in memory cannot be read
   */
  public static byte[] bytesOf(Response.@Nullable Body body) throws IOException {
    if (body == null) {
      return EMPTY;
    }
    return body instanceof HeldBody held ? held.bytes : Util.toByteArray(body.asInputStream());
  }

  @Override
  public Integer length() {
    return bytes.length;
  }

  @Override
  public boolean isRepeatable() {
    return true;
  }

  @Override
  public InputStream asInputStream() {
    return new ByteArrayInputStream(bytes);
  }

  @Override
  public Reader asReader(Charset charset) {
    return new InputStreamReader(asInputStream(), Objects.requireNonNull(charset, "charset"));
  }

  @Override
  public void close() {}
}
