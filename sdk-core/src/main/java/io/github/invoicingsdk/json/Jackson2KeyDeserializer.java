package io.github.invoicingsdk.json;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.google.gson.JsonParseException;
import java.io.IOException;

/** Reads an open enum that is the key of a map. */
final class Jackson2KeyDeserializer extends KeyDeserializer {

  private final Class<?> type;

  Jackson2KeyDeserializer(Class<?> type) {
    this.type = type;
  }

  @Override
  public Object deserializeKey(String key, DeserializationContext context) throws IOException {
    try {
      return ModelJson.readKey(type, key);
    } catch (JsonParseException e) {
      throw MismatchedInputException.from(
          context.getParser(), type, Jackson2ModelDeserializer.message(type, e));
    }
  }
}
