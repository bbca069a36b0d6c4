package io.github.invoicingsdk.json;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.invoicingsdk.idoklad.model.IdokladModels;
import io.github.invoicingsdk.idokladv2.model.IdokladV2Models;
import io.github.invoicingsdk.invoicexpress.model.InvoiceXpressModels;
import io.github.invoicingsdk.model.JsonModel;
import io.github.invoicingsdk.model.OpenEnum;
import io.github.invoicingsdk.spec.Spec;
import io.github.invoicingsdk.spec.SpecValues;
import io.github.invoicingsdk.vocabulary.ModelRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** One model of each type of each provider. */
final class SampleModels {

  /** The models of each provider, by the folder of the spec that they are made from. */
  private static final Map<String, ModelRegistry> REGISTRIES =
      Map.of(
          "invoicexpress", InvoiceXpressModels.REGISTRY,
          "idoklad", IdokladModels.REGISTRY,
          "idoklad-v2", IdokladV2Models.REGISTRY);

  private SampleModels() {}

  /** Objects with what the SDK does not know: a null, and numbers that a double cannot hold. */
  static Stream<JsonModel> objects() throws IOException {
    Stream.Builder<JsonModel> objects = Stream.builder();
    for (Map.Entry<String, ModelRegistry> models : REGISTRIES.entrySet()) {
      Spec spec = Spec.in(Path.of("..", "openapi", models.getKey()));
      for (Class<?> type : models.getValue().types()) {
        if (!OpenEnum.class.isAssignableFrom(type)) {
          JsonObject json = SpecValues.least(spec, type.getSimpleName());
          json.add(
              "brand_new",
              JsonParser.parseString(
                  "{\"a\":[98.750,null,true,[],-12345678901234567890,0.1000000000000000055]}"));
          objects.add(read(type, json.toString()));
        }
      }
    }
    return objects.build();
  }

  /** Values that the SDK does not know. */
  static Stream<JsonModel> enums() {
    return types().filter(OpenEnum.class::isAssignableFrom).map(type -> read(type, "987654"));
  }

  static Stream<JsonModel> all() throws IOException {
    return Stream.concat(objects(), enums());
  }

  private static Stream<Class<?>> types() {
    return REGISTRIES.values().stream().flatMap(registry -> registry.types().stream());
  }

  private static JsonModel read(Class<?> type, String json) {
    for (ModelRegistry registry : REGISTRIES.values()) {
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
