package io.github.invoicingsdk.internal.call;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonWriter;
import feign.RequestTemplate;
import feign.codec.Encoder;
import io.github.invoicingsdk.internal.model.Wire;
import io.github.invoicingsdk.vocabulary.RequestEnvelope;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes a method's body argument as JSON, in the envelope that the spec states. */
final class BodyEncoder implements Encoder {

  private final Payloads payloads;

  BodyEncoder(Payloads payloads) {
    this.payloads = payloads;
  }

  @Override
  public void encode(Object body, Type type, RequestTemplate template) {
    RequestEnvelope envelope =
        template.methodMetadata().method().getAnnotation(RequestEnvelope.class);
    TypeAdapter<Object> adapter = payloads.adapter(type);
    StringWriter text = new StringWriter();
    try (JsonWriter out = new JsonWriter(text)) {
      out.setSerializeNulls(false);
      if (envelope == null) {
        adapter.write(out, body);
      } else {
        out.beginObject();
        writeEnveloped(out, envelope, adapter, body);
        out.endObject();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a writer into memory failed", e);
    }
    template.header("Content-Type", "application/json; charset=utf-8");
    template.body(utf8(text.toString()), StandardCharsets.UTF_8);
  }

  private static void writeEnveloped(
      JsonWriter out, RequestEnvelope envelope, TypeAdapter<Object> adapter, Object body)
      throws IOException {
    out.name(envelope.value());
    if (envelope.beside().length == 0) {
      adapter.write(out, body);
      return;
    }
    JsonObject inside = adapter.toJsonTree(body).getAsJsonObject();
    Map<String, JsonElement> outside = new LinkedHashMap<>();
    for (String name : envelope.beside()) {
      JsonElement value = inside.remove(name);
      if (value != null) {
        outside.put(name, value);
      }
    }
    Wire.ELEMENT.write(out, inside);
    for (Map.Entry<String, JsonElement> property : outside.entrySet()) {
      out.name(property.getKey());
      Wire.ELEMENT.write(out, property.getValue());
    }
  }

  /** Java would send a question mark in place of what cannot be said in UTF-8. */
  private static byte[] utf8(String text) {
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      throw new IllegalArgumentException(
          "a text in the request is not valid Unicode: it holds half of a surrogate pair, which"
              + " would be sent as '?'; check where the text was cut");
    }
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
