package io.github.invoicingsdk.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.type.WritableTypeId;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.google.gson.stream.JsonReader;
import io.github.invoicingsdk.model.JsonModel;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Writes a model token by token: a text of JSON would be no part of a tree, nor of another format.
 */
final class Jackson2ModelSerializer extends StdSerializer<JsonModel> {
  private static final long serialVersionUID = 1L;

  Jackson2ModelSerializer() {
    super(JsonModel.class);
  }

  @Override
  public void serialize(JsonModel model, JsonGenerator out, SerializerProvider context)
      throws IOException {
    copyValue(ModelJson.tokens(model), out);
  }

  @Override
  public void serializeWithType(
      JsonModel model, JsonGenerator out, SerializerProvider context, TypeSerializer types)
      throws IOException {
    JsonReader in = ModelJson.tokens(model);
    boolean isObject = in.peek() == com.google.gson.stream.JsonToken.BEGIN_OBJECT;
    WritableTypeId id =
        types.writeTypePrefix(
            out, types.typeId(model, isObject ? JsonToken.START_OBJECT : JsonToken.VALUE_STRING));
    if (isObject) {
      in.beginObject();
      copyProperties(in, out);
    } else {
      copyValue(in, out);
    }
    types.writeTypeSuffix(out, id);
  }

  private static void copyValue(JsonReader in, JsonGenerator out) throws IOException {
    switch (in.peek()) {
      case BEGIN_OBJECT -> {
        in.beginObject();
        out.writeStartObject();
        copyProperties(in, out);
        in.endObject();
        out.writeEndObject();
      }
      case BEGIN_ARRAY -> {
        in.beginArray();
        out.writeStartArray();
        while (in.hasNext()) {
          copyValue(in, out);
        }
        in.endArray();
        out.writeEndArray();
      }
      case NUMBER -> writeNumber(ModelJson.number(in.nextString()), out);
      case BOOLEAN -> out.writeBoolean(in.nextBoolean());
      case NULL -> {
        in.nextNull();
        out.writeNull();
      }
      default -> out.writeString(in.nextString());
    }
  }

  private static void copyProperties(JsonReader in, JsonGenerator out) throws IOException {
    while (in.hasNext()) {
      out.writeFieldName(in.nextName());
      copyValue(in, out);
    }
  }

  private static void writeNumber(Number number, JsonGenerator out) throws IOException {
    if (number instanceof BigDecimal decimal) {
      out.writeNumber(decimal);
    } else if (number instanceof BigInteger integer) {
      out.writeNumber(integer);
    } else {
      out.writeNumber(number.longValue());
    }
  }
}
