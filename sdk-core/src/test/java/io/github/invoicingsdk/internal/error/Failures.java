package io.github.invoicingsdk.internal.error;

import feign.Request;
import io.github.invoicingsdk.error.Provider;
import io.github.invoicingsdk.idoklad.IdokladMeanings;
import io.github.invoicingsdk.internal.http.CallContext;
import io.github.invoicingsdk.internal.http.Clock;
import io.github.invoicingsdk.internal.http.CodeMeanings;
import io.github.invoicingsdk.internal.http.Deadline;
import io.github.invoicingsdk.invoicexpress.InvoiceXpressMeanings;
import io.github.invoicingsdk.model.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the tests of failures have in common: calls, codes, samples, a clock that stands still. */
public final class Failures {

  /** The moment at which the clock stands. */
  public static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

  /** A clock that stands still. */
  public static final Clock TIME =
      new Clock() {
        @Override
        public Instant now() {
          return NOW;
        }

        @Override
        public long nanoTime() {
          return 0;
        }

        @Override
        public void sleep(Duration duration) {
          throw new AssertionError("nothing here may wait");
        }
      };

  /** A code that two of the operations know. */
  public static final ErrorCode ALL_REGISTERED =
      new ErrorCode(409, "005", "ALL_REGISTERED", "All sequences are registered.");

  /** iDoklad's code for a number format that is taken. */
  public static final ErrorCode NOT_UNIQUE =
      new ErrorCode(409, "123", "NUMERIC_SEQUENCE_UNIQUENESS", "The number format is taken.");

  private static final List<ErrorCode> CODES = List.of(ALL_REGISTERED, NOT_UNIQUE);

  /** The codes above, and what the provider says besides. */
  private record Meanings(CodeMeanings provider) implements CodeMeanings {

    static Meanings of(Provider provider) {
      return new Meanings(
          provider == Provider.INVOICEXPRESS
              ? InvoiceXpressMeanings.meanings()
              : IdokladMeanings.meanings());
    }

    @Override
    public ErrorCode of(int status, String code) {
      return CODES.stream()
          .filter(c -> c.status() == status && c.code().equals(code))
          .findFirst()
          .orElse(ErrorCode.unknown(status, code));
    }

    @Override
    public OptionalInt documentedStatus(String code) {
      return CODES.stream()
          .filter(c -> c.code().equals(code))
          .mapToInt(ErrorCode::status)
          .findFirst();
    }

    @Override
    public boolean isPlanLimit(int status, @Nullable String code, List<String> messages) {
      return provider.isPlanLimit(status, code, messages);
    }

    @Override
    public boolean isAccessDenied(int status, @Nullable String code) {
      return provider.isAccessDenied(status, code);
    }
  }

  private Failures() {}

  /** A call of an operation that knows two codes. */
  public static CallContext context(Provider provider, String operation) {
    return context(provider, operation, OptionalInt.empty());
  }

  /** A call for a page. */
  public static CallContext context(Provider provider, String operation, OptionalInt page) {
    return new CallContext(
        provider,
        operation,
        Meanings.of(provider),
        Deadline.after(Duration.ofSeconds(30), TIME),
        Duration.ofSeconds(5),
        Map.of(),
        page);
  }

  /** A request without a body. */
  public static Request request(Request.HttpMethod method, String url) {
    return Request.create(method, url, Map.of(), null, StandardCharsets.UTF_8, null);
  }

  /** The bytes of a sample below {@code errors/}. */
  public static byte[] sample(String name) {
    try (InputStream in =
        Objects.requireNonNull(
            Failures.class.getResourceAsStream("/errors/" + name), "no sample " + name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** The names of all samples below {@code errors/}. */
  public static List<String> samples() {
    try {
      URI root = Objects.requireNonNull(Failures.class.getResource("/errors")).toURI();
      try (Stream<Path> files = Files.walk(Path.of(root))) {
        return files
            .filter(Files::isRegularFile)
            .map(file -> Path.of(root).relativize(file).toString().replace('\\', '/'))
            .sorted()
            .toList();
      }
    } catch (IOException | URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  /** Headers of one value each, from names and values in turn. */
  public static Map<String, List<String>> headers(String... namesAndValues) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    List<String> all = Arrays.asList(namesAndValues);
    for (int i = 0; i < all.size(); i += 2) {
      headers.put(all.get(i), List.of(all.get(i + 1)));
    }
    return headers;
  }
}
