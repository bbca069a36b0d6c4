package io.github.invoicingsdk.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import feign.Request;
import feign.Request.HttpMethod;
import feign.Response;
import feign.RetryableException;
import io.github.invoicingsdk.error.ApiException;
import io.github.invoicingsdk.error.ConflictException;
import io.github.invoicingsdk.error.ConnectionException;
import io.github.invoicingsdk.error.FailedCall;
import io.github.invoicingsdk.error.InvoicingException;
import io.github.invoicingsdk.error.NotFoundException;
import io.github.invoicingsdk.error.Provider;
import io.github.invoicingsdk.internal.error.ErrorTranslator;
import io.github.invoicingsdk.internal.error.Failures;
import io.github.invoicingsdk.internal.error.Redactor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.ConnectException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TranslatingStageTest {

  /** Every piece of it would give itself away. */
  private static final String KEY = "MARK1+MARK2/MARK3=MARK4%MARK5ěMARK6";

  private static final String KEY_IN_URL = URLEncoder.encode(KEY, StandardCharsets.UTF_8);
  private static final String TOKEN = "MARKtoken.MARK-payload_MARK";

  private static final Request GET = Failures.request(HttpMethod.GET, "https://h/s.json?a=1");

  private final CallContext context = Failures.context(Provider.INVOICEXPRESS, "registerSequence");
  private final Redactor redactor = new Redactor(List.of(KEY));
  private final ErrorTranslator translator = new ErrorTranslator(redactor, Failures.TIME);

  private TranslatingStage around(Stage next) {
    return new TranslatingStage(next, translator);
  }

  private Throwable failure(Stage next) {
    return catchThrowable(() -> around(next).execute(GET, context));
  }

  private static Response response(int status, Map<String, List<String>> headers, byte[] body) {
    return Response.builder()
        .request(GET)
        .status(status)
        .headers(Map.copyOf(headers))
        .body(body)
        .build();
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 202, 204, 299})
  void a_response_of_success_passes_untouched(int status) throws IOException {
    Response response = response(status, Map.of(), new byte[] {1});

    assertThat(around((request, options) -> response).execute(GET, context)).isSameAs(response);
    assertThat(response.body().asInputStream().readAllBytes()).containsExactly(1);
  }

  @Test
  void a_response_of_refusal_becomes_an_exception_and_is_closed() {
    AtomicInteger closed = new AtomicInteger();
    InputStream body =
        new ByteArrayInputStream(Failures.sample("invoicexpress/docs-sequence-005-409.json")) {
          @Override
          public void close() {
            closed.incrementAndGet();
          }
        };

    assertThat(
            failure(
                (request, options) ->
                    Response.builder().request(GET).status(409).body(body, null).build()))
        .isInstanceOfSatisfying(
            ConflictException.class, e -> assertThat(e.is(Failures.ALL_REGISTERED)).isTrue());
    assertThat(closed).hasPositiveValue();
  }

  @Test
  void a_response_without_body_object_is_empty() {
    assertThat(failure((r, o) -> Response.builder().request(GET).status(404).build()))
        .isInstanceOfSatisfying(NotFoundException.class, e -> assertThat(e.body()).isEmpty());
  }

  @Test
  void a_failure_of_the_transport_becomes_an_exception() {
    ConnectException refused = new ConnectException("Connection refused");

    for (Stage next :
        List.<Stage>of(
            (r, o) -> {
              throw refused;
            },
            (r, o) -> {
              throw new UncheckedIOException(refused);
            })) {
      assertThat(failure(next)).isInstanceOf(ConnectionException.class).hasCause(refused);
    }
  }

  @Test
  void an_exception_of_the_sdk_from_below_passes() {
    InvoicingException below = FailedCall.of(Provider.IDOKLAD, "token").interrupted(false, null);

    assertThat(
            failure(
                (r, o) -> {
                  throw below;
                }))
        .isSameAs(below);
  }

  @Test
  void an_exception_of_feign_never_gets_out() {
    assertThat(
            failure(
                (r, o) -> {
                  throw new RetryableException(
                      -1, KEY, HttpMethod.GET, (Long) null, Failures.request(HttpMethod.GET, KEY));
                }))
        .isInstanceOf(ConnectionException.class)
        .satisfies(TranslatingStageTest::holdsNoMark)
        .satisfies(
            e -> {
              for (Throwable t = e; t != null; t = t.getCause()) {
                assertThat(t.getClass().getName()).doesNotStartWith("feign.");
              }
            });
  }

  @Test
  void a_bug_passes_but_not_with_a_secret() {
    IllegalStateException harmless = new IllegalStateException("bug");

    assertThat(
            failure(
                (r, o) -> {
                  throw harmless;
                }))
        .isSameAs(harmless);
    assertThat(
            failure(
                (r, o) -> {
                  throw new IllegalArgumentException("illegal URI https://h?api_key=" + KEY);
                }))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("illegal URI https://h?api_key=***")
        .satisfies(TranslatingStageTest::holdsNoMark);
    assertThat(
            failure(
                (r, o) -> {
                  throw new ArithmeticException(KEY);
                }))
        .isInstanceOf(IllegalStateException.class)
        .satisfies(TranslatingStageTest::holdsNoMark);
  }

  @Test
  void a_request_without_the_calls_context_is_a_bug() {
    assertThatThrownBy(
            () ->
                around((r, o) -> response(200, Map.of(), new byte[0]))
                    .execute(GET, new Request.Options()))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void no_secret_gets_out_whatever_the_provider_echoes() {
    redactor.learn(TOKEN);
    Request request =
        Failures.request(HttpMethod.GET, "https://h/s.json?api_key=" + KEY_IN_URL + "&t=" + TOKEN);
    Map<String, List<String>> headers =
        Map.of(
            "Location", List.of("https://h/login?next=%2Fs%3Fapi_key%3D" + KEY_IN_URL),
            "Set-Cookie", List.of("session=MARKcookie"),
            "WWW-Authenticate", List.of("Bearer token=\"" + TOKEN + "\""),
            "X-Echo", List.of(KEY, KEY_IN_URL));
    List<String> bodies =
        List.of(
            "{\"errors\":{\"code\":\"" + TOKEN + "\",\"message\":\"key " + KEY + "\"}}",
            "{\"errors\":{\"" + KEY.replace("/", "\\/") + "\":[\"" + KEY_IN_URL + "\"]}}",
            "{\"error\":\"" + KEY.replace("=", "\\u003d").replace("ě", "\\u011B") + "\"}",
            "<html><title>No " + KEY + " for " + KEY_IN_URL + "</title></html>",
            "GET /s.json?api_key=" + KEY_IN_URL + "&access_token=MARKunknown HTTP/1.1",
            "Authorization: Bearer MARKunknown");

    for (String body : bodies) {
      for (int status : new int[] {302, 401, 409, 422, 500}) {
        Throwable exception =
            catchThrowable(
                () ->
                    around(
                            (r, o) ->
                                response(status, headers, body.getBytes(StandardCharsets.UTF_8)))
                        .execute(request, context));

        assertThat(exception)
            .isInstanceOf(ApiException.class)
            .satisfies(TranslatingStageTest::holdsNoMark);
      }
      Throwable unreadable =
          translator.unreadable(
              context,
              request,
              200,
              headers,
              body.getBytes(StandardCharsets.UTF_8),
              new IllegalStateException(
                  "at line 1 column 30 path $." + KEY, new IOException(TOKEN)));
      assertThat(unreadable).satisfies(TranslatingStageTest::holdsNoMark);
    }
  }

  @Test
  void no_secret_gets_out_with_a_failure_of_the_transport() {
    redactor.learn(TOKEN);
    IOException cause = new IOException("GET https://h?api_key=" + KEY_IN_URL);
    cause.addSuppressed(new IOException("Authorization: Bearer " + TOKEN));
    for (IOException failure :
        List.of(
            new IOException("reset", cause),
            new ConnectException("refused " + KEY),
            new ResponseTooLargeException(TOKEN),
            new IOException(cause))) {
      assertThat(
              failure(
                  (r, o) -> {
                    throw failure;
                  }))
          .isInstanceOf(InvoicingException.class)
          .satisfies(TranslatingStageTest::holdsNoMark);
    }
  }

  /** Looks at everything that a stack trace prints and everything that an exception tells. */
  private static void holdsNoMark(Throwable exception) {
    StringWriter trace = new StringWriter();
    exception.printStackTrace(new PrintWriter(trace, true));
    List<String> texts = new ArrayList<>(List.of(trace.toString()));
    for (Throwable t = exception; t != null; t = t.getCause()) {
      texts.add(t.toString());
      texts.add(String.valueOf(t.getLocalizedMessage()));
    }
    for (Class<?> type : typesOf(exception)) {
      for (Method method : type.getDeclaredMethods()) {
        if (method.getParameterCount() == 0 && Modifier.isPublic(method.getModifiers())) {
          try {
            texts.add(String.valueOf(method.invoke(exception)));
          } catch (ReflectiveOperationException e) {
            throw new LinkageError(method.getName(), e);
          }
        }
      }
    }
    assertThat(texts).allSatisfy(text -> assertThat(text).doesNotContain("MARK"));
  }

  private static Set<Class<?>> typesOf(Throwable exception) {
    Set<Class<?>> types = new LinkedHashSet<>();
    for (Class<?> type = exception.getClass();
        type != null && InvoicingException.class.isAssignableFrom(type);
        type = type.getSuperclass()) {
      types.add(type);
    }
    return types;
  }
}
