package io.github.invoicingsdk.json;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.invoicingsdk.idoklad.model.IdokladModels;
import io.github.invoicingsdk.idokladv2.model.IdokladV2Models;
import io.github.invoicingsdk.invoicexpress.model.InvoiceXpressModels;
import io.github.invoicingsdk.model.JsonModel;
import io.github.invoicingsdk.model.OpenEnum;
import io.github.invoicingsdk.vocabulary.ModelRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** One model of each type of each provider. */
final class SampleModels {

  private static final List<ModelRegistry> REGISTRIES =
      List.of(InvoiceXpressModels.REGISTRY, IdokladModels.REGISTRY, IdokladV2Models.REGISTRY);

  /** What the module of the models keeps of those that have required properties. */
  private static final Path LEAST =
      Path.of("..", "sdk-generated", "src", "test", "resources", "least-models.json");

  private SampleModels() {}

  /** Objects with what the SDK does not know: a null, and numbers that a double cannot hold. */
  static Stream<JsonModel> objects() throws IOException {
    JsonObject least =
        JsonParser.parseString(Files.readString(LEAST, StandardCharsets.UTF_8)).getAsJsonObject();
    return types()
        .filter(type -> !OpenEnum.class.isAssignableFrom(type))
        .map(
            type -> {
              JsonObject json =
                  least.has(type.getName())
                      ? least.getAsJsonObject(type.getName())
                      : new JsonObject();
              json.add(
                  "brand_new",
                  JsonParser.parseString(
                      "{\"a\":[98.750,null,true,[],-12345678901234567890,0.1000000000000000055]}"));
              return read(type, json.toString());
            });
  }

  /** Values that the SDK does not know. */
  static Stream<JsonModel> enums() {
    return types().filter(OpenEnum.class::isAssignableFrom).map(type -> read(type, "987654"));
  }

  static Stream<JsonModel> all() throws IOException {
    return Stream.concat(objects(), enums());
  }

  private static Stream<Class<?>> types() {
    return REGISTRIES.stream().flatMap(registry -> registry.types().stream());
  }

  private static JsonModel read(Class<?> type, String json) {
    for (ModelRegistry registry : REGISTRIES) {
      if (registry.types().contains(type)) {
        try {
          return (JsonModel) Objects.requireNonNull(registry.adapter(type)).fromJson(json);
        } catch (IOException e) {
          throw new AssertionError(e);
        }
      }
    }
    throw new AssertionError(type);
  }
}
