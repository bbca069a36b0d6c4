package io.github.invoicingsdk.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import io.github.invoicingsdk.idoklad.model.IdokladModels;
import io.github.invoicingsdk.idokladv2.model.IdokladV2Models;
import io.github.invoicingsdk.invoicexpress.model.InvoiceXpressModels;
import io.github.invoicingsdk.vocabulary.ModelRegistry;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The decoders of all models of all providers: what they read they write so that it reads the same,
 * and what they cannot read ends in an exception that a call translates.
 */
class ModelDecodingFuzzTest {

  private static final List<ModelRegistry> REGISTRIES =
      List.of(InvoiceXpressModels.REGISTRY, IdokladModels.REGISTRY, IdokladV2Models.REGISTRY);

  @FuzzTest(maxDuration = "10s")
  void what_is_read_survives_writing(byte[] body) throws IOException {
    String json = new String(body, StandardCharsets.UTF_8);
    for (ModelRegistry registry : REGISTRIES) {
      for (Class<?> type : registry.types()) {
        check(registry, type, json);
      }
    }
  }

  private static <T> void check(ModelRegistry registry, Class<T> type, String json)
      throws IOException {
    TypeAdapter<T> adapter = Objects.requireNonNull(registry.adapter(type));
    T model = read(adapter, json);
    if (model != null) {
      String written = adapter.toJson(model);
      assertThat(read(adapter, written)).as(written).isEqualTo(model);
      assertThat(model.hashCode()).isEqualTo(adapter.fromJson(written).hashCode());
      assertThat(model.toString()).isNotNull();
    }
  }

  private static <T> @Nullable T read(TypeAdapter<T> adapter, String json) {
    JsonReader in = new JsonReader(new StringReader(json));
    in.setStrictness(Strictness.LEGACY_STRICT);
    try {
      return adapter.read(in);
    } catch (IOException | JsonParseException | IllegalStateException documented) {
      return null;
    }
  }
}
