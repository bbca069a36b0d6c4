package io.github.invoicingsdk.internal.call;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonWriter;
import io.github.invoicingsdk.internal.model.JsonFormats;
import io.github.invoicingsdk.internal.model.RequestWriter;
import io.github.invoicingsdk.internal.model.Utf8Writer;
import io.github.invoicingsdk.vocabulary.RequestEnvelope;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes a method's body argument as JSON, in the envelope that the spec states. */
final class BodyEncoder {

  private final Payloads payloads;

  BodyEncoder(Payloads payloads) {
    this.payloads = payloads;
  }

  /**
   * Writes a body.
   *
   * @throws IllegalArgumentException when a text in it cannot be said in UTF-8, or a property came
   *     as a value that could not be read
   */
  byte[] encode(Method method, Object body, Type type) {
    RequestEnvelope envelope = method.getAnnotation(RequestEnvelope.class);
    TypeAdapter<Object> adapter = payloads.adapter(type);
    Utf8Writer bytes = new Utf8Writer("a text in the request");
    JsonWriter out = new RequestWriter(bytes);
    out.setSerializeNulls(false);
    try {
      if (envelope == null) {
        adapter.write(out, body);
      } else {
        out.beginObject();
        writeEnveloped(out, envelope, adapter, body);
        out.endObject();
      }
      out.close();
    } catch (IOException e) {
      throw new UncheckedIOException("a writer into memory failed", e);
    }
    return bytes.toByteArray();
  }

  private static void writeEnveloped(
      JsonWriter out, RequestEnvelope envelope, TypeAdapter<Object> adapter, Object body)
      throws IOException {
    out.name(envelope.value());
    if (envelope.beside().length == 0 && envelope.omit().length == 0) {
      adapter.write(out, body);
      return;
    }
    StringWriter text = new StringWriter();
    adapter.write(new RequestWriter(text), body);
    JsonObject inside =
        JsonFormats.ELEMENT
            .read(PayloadReader.open(new StringReader(text.toString())))
            .getAsJsonObject();
    for (String name : envelope.omit()) {
      inside.remove(name);
    }
    Map<String, JsonElement> outside = new LinkedHashMap<>();
    for (String name : envelope.beside()) {
      JsonElement value = inside.remove(name);
      if (value != null) {
        outside.put(name, value);
      }
    }
    JsonFormats.ELEMENT.write(out, inside);
    for (Map.Entry<String, JsonElement> property : outside.entrySet()) {
      out.name(property.getKey());
      JsonFormats.ELEMENT.write(out, property.getValue());
    }
  }
}
