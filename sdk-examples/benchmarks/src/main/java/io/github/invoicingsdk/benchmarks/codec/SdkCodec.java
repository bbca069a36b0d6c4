package io.github.invoicingsdk.benchmarks.codec;

import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import io.github.invoicingsdk.internal.model.Utf8Reader;
import io.github.invoicingsdk.internal.model.Utf8Writer;
import java.io.IOException;

/** The SDK's adapters, used as the SDK does. */
final class SdkCodec implements Codec {

  private final TypeAdapter<Object> adapter;

  SdkCodec(TypeAdapter<Object> adapter) {
    this.adapter = adapter;
  }

  @Override
  public Object decode(byte[] json) throws IOException {
    return adapter.read(new JsonReader(new Utf8Reader(json)));
  }

  @Override
  public byte[] encode(Object value) throws IOException {
    Utf8Writer bytes = new Utf8Writer("a text");
    try (JsonWriter out = new JsonWriter(bytes)) {
      adapter.write(out, value);
    }
    return bytes.toByteArray();
  }
}
