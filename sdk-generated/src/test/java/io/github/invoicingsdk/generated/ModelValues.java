package io.github.invoicingsdk.generated;

import com.google.gson.JsonObject;
import io.github.invoicingsdk.spec.Spec;
import io.github.invoicingsdk.spec.SpecValues;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** Values of models, made from the specs that the models are made from. */
final class ModelValues {

  /** Where the spec of a package of models stands. */
  private static final Map<String, Path> FOLDERS =
      Map.of(
          "io.github.invoicingsdk.invoicexpress.model", Path.of("../openapi/invoicexpress"),
          "io.github.invoicingsdk.idoklad.model", Path.of("../openapi/idoklad"),
          "io.github.invoicingsdk.idokladv2.model", Path.of("../openapi/idoklad-v2"),
          "io.github.invoicingsdk.sample.model", Path.of("src/test/openapi/sample"));

  private static final Map<String, Spec> SPECS = new ConcurrentHashMap<>();

  private ModelValues() {}

  /** The least that a model can be read from. */
  static JsonObject least(Class<?> model) {
    return SpecValues.least(spec(model), model.getSimpleName());
  }

  /** A model with all that its spec describes. */
  static JsonObject whole(Class<?> model) {
    return SpecValues.whole(spec(model), model.getSimpleName());
  }

  private static Spec spec(Class<?> model) {
    return SPECS.computeIfAbsent(model.getPackageName(), ModelValues::read);
  }

  private static Spec read(String models) {
    try {
      return Spec.in(Objects.requireNonNull(FOLDERS.get(models), models));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
