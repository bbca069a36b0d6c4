package io.github.invoicingsdk.generated;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.TypeAdapter;
import io.github.invoicingsdk.idoklad.model.IdokladModels;
import io.github.invoicingsdk.idoklad.query.Filter;
import io.github.invoicingsdk.idoklad.query.LegacyFilter;
import io.github.invoicingsdk.idoklad.query.LegacySort;
import io.github.invoicingsdk.idoklad.query.Sort;
import io.github.invoicingsdk.idoklad.query.SortField;
import io.github.invoicingsdk.idoklad.query.TextField;
import io.github.invoicingsdk.idokladv2.model.IdokladV2Models;
import io.github.invoicingsdk.invoicexpress.model.InvoiceXpressModels;
import io.github.invoicingsdk.model.JsonModel;
import io.github.invoicingsdk.model.OpenEnum;
import io.github.invoicingsdk.sample.model.SampleModels;
import io.github.invoicingsdk.vocabulary.ModelRegistry;
import io.github.invoicingsdk.vocabulary.QueryParameters;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** Makes arguments for operations, of texts such that break what does not encode them. */
final class Arguments {

  private static final String HOSTILE = "a/../b %2F+?#&=;{x}\"😀é";

  private static final Map<Class<?>, Object> VALUES =
      Map.ofEntries(
          Map.entry(int.class, 6),
          Map.entry(long.class, 42L),
          Map.entry(BigDecimal.class, new BigDecimal("12.50")),
          Map.entry(boolean.class, true),
          Map.entry(String.class, HOSTILE),
          Map.entry(LocalDate.class, LocalDate.of(2026, 1, 31)),
          Map.entry(Filter.class, TextField.of("Name").isEqualTo(HOSTILE.replace("~", ""))),
          Map.entry(Sort.class, SortField.of("Id").descending()),
          Map.entry(
              LegacyFilter.class, LegacyFilter.allOf(TextField.of("Name").isEqualTo("a b/+&=?#%"))),
          Map.entry(LegacySort.class, LegacySort.of(SortField.of("Id").descending())));

  private static final String QUERY = "{\"any[]\":[12.50,\"a b&[c]=\\u00e9\"]}";

  private static final List<ModelRegistry> REGISTRIES =
      List.of(
          InvoiceXpressModels.REGISTRY,
          IdokladModels.REGISTRY,
          IdokladV2Models.REGISTRY,
          SampleModels.REGISTRY);

  private Arguments() {}

  /** An argument of a type; the same for every call with that type. */
  static Object of(Class<?> type) {
    Object value = VALUES.get(type);
    if (value != null) {
      return value;
    }
    return QueryParameters.class.isAssignableFrom(type) ? options(type) : model(type);
  }

  /** What {@link #of} has said to the builder of options. */
  static Consumer<Object> told() {
    return Arguments::tell;
  }

  /** The setters of a builder of options that take a value as it is sent. */
  static List<Method> setters(Class<?> builder) {
    return Arrays.stream(builder.getMethods())
        .filter(method -> method.getDeclaringClass() == builder)
        .filter(method -> method.getParameterCount() == 1)
        .filter(method -> method.getParameterTypes()[0] != Function.class)
        .sorted(Comparator.comparing(Method::getName))
        .toList();
  }

  private static Object options(Class<?> type) {
    try {
      Object builder = type.getMethod("builder").invoke(null);
      tell(builder);
      return builder.getClass().getMethod("build").invoke(builder);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(type + " cannot be built", e);
    }
  }

  private static void tell(Object builder) {
    try {
      if (JsonModel.class.isAssignableFrom(builder.getClass().getEnclosingClass())) {
        Method unknown =
            builder.getClass().getMethod("unknownProperty", String.class, JsonElement.class);
        for (Map.Entry<String, JsonElement> property :
            JsonParser.parseString(QUERY).getAsJsonObject().entrySet()) {
          unknown.invoke(builder, property.getKey(), property.getValue());
        }
        return;
      }
      for (Method setter : setters(builder.getClass())) {
        set(builder, setter);
      }
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(builder.getClass() + " takes no values", e);
    }
  }

  private static void set(Object builder, Method setter) throws ReflectiveOperationException {
    Type type = setter.getGenericParameterTypes()[0];
    if (type instanceof ParameterizedType list) {
      setter.invoke(builder, List.of(of((Class<?>) list.getActualTypeArguments()[0])));
      return;
    }
    try {
      setter.invoke(builder, of((Class<?>) type));
    } catch (InvocationTargetException e) {
      assertThat(e.getCause()).isInstanceOf(IllegalArgumentException.class);
      setter.invoke(builder, "12"); // The spec does not allow hostile texts here.
    }
  }

  /** The models of the package beside that of an interface. */
  static ModelRegistry registryOf(Class<?> api) {
    String models = api.getPackageName().replaceFirst("api$", "model");
    return REGISTRIES.stream()
        .filter(
            registry ->
                registry.types().stream().anyMatch(type -> type.getPackageName().equals(models)))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no models for " + api));
  }

  private static Object model(Class<?> type) {
    TypeAdapter<?> adapter = adapter(type);
    if (OpenEnum.class.isAssignableFrom(type)) {
      try {
        return Objects.requireNonNull(adapter.fromJsonTree(new JsonPrimitive(HOSTILE)));
      } catch (JsonParseException e) {
        return Objects.requireNonNull(adapter.fromJsonTree(new JsonPrimitive(99)), e.getMessage());
      }
    }
    JsonElement json =
        type.getSimpleName().endsWith("Query")
            ? JsonParser.parseString(QUERY)
            : ModelValues.least(type);
    return Objects.requireNonNull(adapter.fromJsonTree(json));
  }

  private static TypeAdapter<?> adapter(Class<?> type) {
    return REGISTRIES.stream()
        .<TypeAdapter<?>>flatMap(registry -> Stream.ofNullable(registry.adapter(type)))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no argument of " + type));
  }

  /** The pairs by which the properties of an object must stand in an address. */
  static List<String> encodedProperties(Object model) {
    if (model instanceof QueryParameters options) {
      return encodedOptions(options);
    }
    return properties(model, model.getClass()).entrySet().stream()
        .flatMap(
            property ->
                (property.getValue().isJsonArray()
                        ? property.getValue().getAsJsonArray().asList()
                        : List.of(property.getValue()))
                    .stream()
                        .map(
                            value ->
                                encoded(property.getKey()) + "=" + encoded(value.getAsString())))
        .toList();
  }

  private static List<String> encodedOptions(QueryParameters options) {
    List<String> pairs = new ArrayList<>();
    options.forEachParameter(
        (name, value) -> {
          for (Object element : value instanceof List<?> list ? list : List.of(value)) {
            pairs.add(encoded(name) + "=" + encoded(element));
          }
          if (value instanceof LegacyFilter filter) {
            pairs.add("filtertype=" + filter.type());
          }
        });
    return pairs;
  }

  private static <T> Map<String, JsonElement> properties(Object model, Class<T> type) {
    ModelRegistry registry =
        REGISTRIES.stream()
            .filter(candidate -> candidate.types().contains(type))
            .findFirst()
            .orElseThrow();
    return Objects.requireNonNull(registry.adapter(type))
        .toJsonTree(type.cast(model))
        .getAsJsonObject()
        .asMap();
  }

  /** The argument as it must stand in an address. */
  static String encoded(Object argument) {
    String text =
        argument instanceof OpenEnum<?> constant
            ? constant.value().toString()
            : argument.toString();
    return URLEncoder.encode(text, UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }
}
