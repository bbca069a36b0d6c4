package io.github.invoicingsdk.json;

import com.google.gson.JsonParseException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.exc.MismatchedInputException;

/** Reads an open enum that is the key of a map. */
final class Jackson3KeyDeserializer extends KeyDeserializer {

  private final Class<?> type;

  Jackson3KeyDeserializer(Class<?> type) {
    this.type = type;
  }

  @Override
  public Object deserializeKey(String key, DeserializationContext context) {
    try {
      return ModelJson.readKey(type, key);
    } catch (JsonParseException e) {
      throw MismatchedInputException.from(
          context.getParser(), type, Jackson3ModelDeserializer.message(type, e));
    }
  }
}
