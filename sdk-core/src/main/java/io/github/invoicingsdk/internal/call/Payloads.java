package io.github.invoicingsdk.internal.call;

import com.google.gson.TypeAdapter;
import io.github.invoicingsdk.internal.model.JsonFormats;
import io.github.invoicingsdk.vocabulary.ModelRegistry;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the JSON adapter of what a method takes or returns. */
final class Payloads {

  private final ModelRegistry models;

  Payloads(ModelRegistry models) {
    this.models = models;
  }

  /** The elements' type when the type is a list, else null. */
  static @Nullable Type elementType(Type type) {
    return type instanceof ParameterizedType parameterized
            && parameterized.getRawType().equals(List.class)
        ? parameterized.getActualTypeArguments()[0]
        : null;
  }

  @SuppressWarnings("unchecked") // The registry and the map hold an adapter of the key's type.
  TypeAdapter<Object> adapter(Type type) {
    Type element = elementType(type);
    if (element != null) {
      return (TypeAdapter<Object>) (TypeAdapter<?>) JsonFormats.listOf(adapter(element));
    }
    TypeAdapter<?> adapter = type instanceof Class<?> c ? models.adapter(c) : null;
    if (adapter == null) {
      adapter = Scalars.ADAPTERS.get(type);
    }
    if (adapter == null) {
      throw new IllegalStateException("no JSON adapter for " + type.getTypeName());
    }
    return (TypeAdapter<Object>) adapter;
  }

  /** What is no model. Apart, so that making a client does not bring all adapters into memory. */
  private static final class Scalars {

    private static final Map<Class<?>, TypeAdapter<?>> ADAPTERS =
        Map.of(
            String.class, JsonFormats.STRING,
            Boolean.class, JsonFormats.BOOLEAN,
            Integer.class, JsonFormats.INT32,
            Long.class, JsonFormats.INT64,
            BigDecimal.class, JsonFormats.DECIMAL,
            URI.class, JsonFormats.URI);
  }
}
