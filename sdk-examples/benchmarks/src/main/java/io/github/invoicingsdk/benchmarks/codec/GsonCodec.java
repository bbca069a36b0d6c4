package io.github.invoicingsdk.benchmarks.codec;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.Gson;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.lang.reflect.Type;

/** Gson as it is mostly used: a reader on the bytes, reflection on the fields. */
final class GsonCodec implements Codec {

  private final Gson gson;
  private final Type type;

  GsonCodec(Gson gson, Type type) {
    this.gson = gson;
    this.type = type;
  }

  @Override
  public Object decode(byte[] json) {
    return gson.fromJson(new InputStreamReader(new ByteArrayInputStream(json), UTF_8), type);
  }

  @Override
  public byte[] encode(Object value) {
    return gson.toJson(value, type).getBytes(UTF_8);
  }
}
