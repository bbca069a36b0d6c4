package io.github.invoicingsdk.generated;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import io.github.invoicingsdk.sample.model.SampleModels;
import io.github.invoicingsdk.vocabulary.ModelRegistry;
import io.github.invoicingsdk.vocabulary.OpenEnum;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Makes arguments for operations, of texts such that break what does not encode them. */
final class Arguments {

  private static final String HOSTILE = "a/../b %2F+?#&=;{x}\"😀é";

  private static final Map<Class<?>, Object> VALUES =
      Map.ofEntries(
          Map.entry(long.class, 42L),
          Map.entry(Long.class, 43L),
          Map.entry(Integer.class, 7),
          Map.entry(BigDecimal.class, new BigDecimal("12.50")),
          Map.entry(Boolean.class, true),
          Map.entry(String.class, HOSTILE),
          Map.entry(LocalDate.class, LocalDate.of(2026, 1, 31)),
          Map.entry(Filter.class, TextField.of("Name").is(HOSTILE.replace("~", ""))),
          Map.entry(Sort.class, SortField.of("Id").descending()),
          Map.entry(LegacyFilter.class, LegacyFilter.allOf(TextField.of("Name").is("a b/+&=?#%"))),
          Map.entry(LegacySort.class, LegacySort.of(SortField.of("Id").descending())));

  private Arguments() {}

  /** An argument of a type; the same for every call with that type. */
  static Object of(Class<?> type) {
    Object value = VALUES.get(type);
    return value != null ? value : model(type);
  }

  private static Object model(Class<?> type) {
    TypeAdapter<?> adapter =
        Stream.of(
                InvoiceXpressModels.REGISTRY,
                IdokladModels.REGISTRY,
                IdokladV2Models.REGISTRY,
                SampleModels.REGISTRY)
            .<TypeAdapter<?>>flatMap(registry -> adapter(registry, type))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no argument of " + type));
    if (OpenEnum.class.isAssignableFrom(type)) {
      try {
        return Objects.requireNonNull(adapter.fromJsonTree(new JsonPrimitive(HOSTILE)));
      } catch (JsonParseException e) {
        return Objects.requireNonNull(adapter.fromJsonTree(new JsonPrimitive(99)), e.getMessage());
      }
    }
    String json = "{\"id\":1,\"Id\":1,\"serie\":\"a\",\"name\":\"abc\"}";
    return Objects.requireNonNull(adapter.fromJsonTree(JsonParser.parseString(json)));
  }

  private static Stream<TypeAdapter<?>> adapter(ModelRegistry registry, Class<?> type) {
    return Stream.ofNullable(registry.adapter(type));
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
