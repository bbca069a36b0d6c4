package io.github.invoicingsdk.internal.call;

import com.google.gson.JsonParseException;
import io.github.invoicingsdk.idoklad.model.IdokladModels;
import io.github.invoicingsdk.invoicexpress.model.InvoiceXpressModels;
import io.github.invoicingsdk.result.Page;
import io.github.invoicingsdk.vocabulary.ModelRegistry;
import io.github.invoicingsdk.vocabulary.Operation;
import java.io.IOException;
import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A real operation with the reader of its responses, for the fuzz tests. */
record ResponseCase(PayloadReader reader, OperationInfo operation, List<Object> arguments) {

  static ResponseCase invoiceXpress(Class<?> api, String method, Object... arguments) {
    return of(InvoiceXpressModels.REGISTRY, api, method, arguments);
  }

  static ResponseCase idoklad(Class<?> api, String method, Object... arguments) {
    return of(IdokladModels.REGISTRY, api, method, arguments);
  }

  private static ResponseCase of(
      ModelRegistry models, Class<?> api, String method, Object[] arguments) {
    return new ResponseCase(
        new PayloadReader(new Payloads(models)),
        Arrays.stream(api.getMethods())
            .filter(candidate -> candidate.getName().equals(method))
            .filter(candidate -> candidate.isAnnotationPresent(Operation.class))
            .map(OperationInfo::of)
            .findAny()
            .orElseThrow(),
        List.of(arguments));
  }

  /** The payload; empty when the response ends in one of the exceptions that a call translates. */
  Optional<Object> payload(String json) {
    return documented(
        () ->
            reader.payload(
                operation,
                arguments.toArray(),
                () -> new StringReader(json),
                id -> false,
                value -> {}));
  }

  /** The page; empty when the response ends in one of the exceptions that a call translates. */
  Optional<Page<Object>> page(int number, String json) {
    return documented(
        () ->
            reader.page(
                operation,
                Objects.requireNonNull(operation.pagination()),
                number,
                new StringReader(json),
                value -> {}));
  }

  private static <T> Optional<T> documented(Reading<T> reading) {
    try {
      return Optional.of(reading.read());
    } catch (IOException
        | JsonParseException
        | IllegalStateException
        | PayloadReader.RefusedInEnvelope translated) {
      return Optional.empty();
    }
  }

  private interface Reading<T> {
    T read() throws IOException;
  }
}
