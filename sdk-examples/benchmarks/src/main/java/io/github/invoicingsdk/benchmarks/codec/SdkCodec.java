package io.github.invoicingsdk.benchmarks.codec;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import io.github.invoicingsdk.internal.model.Utf8Reader;
import java.io.IOException;
import java.io.StringWriter;

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
    StringWriter text = new StringWriter();
    try (JsonWriter out = new JsonWriter(text)) {
      adapter.write(out, value);
    }
    return text.toString().getBytes(UTF_8);
  }
}
