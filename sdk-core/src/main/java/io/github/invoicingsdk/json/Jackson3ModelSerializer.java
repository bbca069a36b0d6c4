package io.github.invoicingsdk.json;

import com.google.gson.stream.JsonReader;
import io.github.invoicingsdk.model.JsonModel;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.type.WritableTypeId;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.jsontype.TypeSerializer;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Writes a model token by token: a text of JSON would be no part of a tree, nor of another format.
 */
final class Jackson3ModelSerializer extends StdSerializer<JsonModel> {
  private static final long serialVersionUID = 1L;

  Jackson3ModelSerializer() {
    super(JsonModel.class);
  }

  @Override
  public void serialize(JsonModel model, JsonGenerator out, SerializationContext context) {
    try {
      copyValue(ModelJson.tokens(model), out);
    } catch (IOException e) {
      throw JacksonIOException.construct(e);
    }
  }

  @Override
  public void serializeWithType(
      JsonModel model, JsonGenerator out, SerializationContext context, TypeSerializer types) {
    try {
      writeWithType(model, out, context, types);
    } catch (IOException e) {
      throw JacksonIOException.construct(e);
    }
  }

  private static void writeWithType(
      JsonModel model, JsonGenerator out, SerializationContext context, TypeSerializer types)
      throws IOException {
    JsonReader in = ModelJson.tokens(model);
    boolean isObject = in.peek() == com.google.gson.stream.JsonToken.BEGIN_OBJECT;
    WritableTypeId id =
        types.writeTypePrefix(
            out,
            context,
            types.typeId(model, isObject ? JsonToken.START_OBJECT : JsonToken.VALUE_STRING));
    if (isObject) {
      in.beginObject();
      copyProperties(in, out);
    } else {
      copyValue(in, out);
    }
    types.writeTypeSuffix(out, context, id);
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
      out.writeName(in.nextName());
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
