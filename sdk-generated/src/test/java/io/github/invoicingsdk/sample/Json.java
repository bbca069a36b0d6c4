package io.github.invoicingsdk.sample;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.google.gson.TypeAdapter;
import io.github.invoicingsdk.sample.model.SampleModels;
import io.github.invoicingsdk.sample.model.Thing;
import java.util.Objects;

/** Reads and writes the sample's models for tests. */
final class Json {

  /** A plain Gson that knows nothing but the sample's models. */
  static final Gson GSON =
      new GsonBuilder()
          .registerTypeAdapterFactory(SampleModels.REGISTRY)
          .disableHtmlEscaping()
          .create();

  private Json() {}

  static <T> T read(Class<T> type, String json) {
    return GSON.fromJson(json, type);
  }

  /** A thing with the required properties and some more members. */
  static Thing thing(String members) {
    return read(Thing.class, thingJson(members));
  }

  static String thingJson(String members) {
    return "{\"id\":1,\"name\":\"abc\"" + (members.isEmpty() ? "" : "," + members) + "}";
  }

  static String write(Object model) {
    return GSON.toJson(model);
  }

  static JsonElement tree(String json) {
    return JsonParser.parseString(json);
  }

  static <T> TypeAdapter<T> adapter(Class<T> type) {
    return Objects.requireNonNull(SampleModels.REGISTRY.adapter(type));
  }
}
