package io.github.invoicingsdk.benchmarks;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** Makes JSON of several writers comparable: some write what is null and others do not. */
final class PlainJson {

  private PlainJson() {}

  static JsonElement withoutNulls(JsonElement json) {
    if (json.isJsonArray()) {
      JsonArray copy = new JsonArray();
      json.getAsJsonArray().forEach(element -> copy.add(withoutNulls(element)));
      return copy;
    }
    if (json.isJsonObject()) {
      JsonObject copy = new JsonObject();
      json.getAsJsonObject()
          .asMap()
          .forEach(
              (name, value) -> {
                if (!value.isJsonNull()) {
                  copy.add(name, withoutNulls(value));
                }
              });
      return copy;
    }
    return json;
  }
}
