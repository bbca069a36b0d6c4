package io.github.invoicingsdk.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;

/** Settings that cannot be right end the start, and the message says which. */
class WrongPropertiesTest {

  private static final String SECRET = "top-secret";

  private static Stream<Arguments> wrong() {
    String acme = "invoicing.invoicexpress.accounts.acme";
    String main = "invoicing.idoklad.accounts.main";
    String old = "invoicing.idoklad-v2.accounts.old";
    return Stream.of(
        Arguments.of(acme, "api-key is missing", new String[] {acme + ".account-name=acme"}),
        Arguments.of(acme, "account-name is missing", new String[] {acme + ".api-key=" + SECRET}),
        Arguments.of(
            acme,
            "account is no name of an account",
            new String[] {acme + ".account-name=acme.app", acme + ".api-key=" + SECRET}),
        Arguments.of(
            acme,
            "apiKey",
            new String[] {acme + ".account-name=acme", acme + ".api-key=" + SECRET + "\u0007x"}),
        Arguments.of(
            acme,
            "baseUrl",
            new String[] {acme + ".base-url=http://example.com", acme + ".api-key=" + SECRET}),
        Arguments.of(acme + ".client", "timeout is PT0S", valid(acme + ".client.timeout=0s")),
        Arguments.of(
            "invoicing.client", "maxAttempts is 0", valid("invoicing.client.retry.max-attempts=0")),
        Arguments.of(
            acme + ".client",
            "requests-per-minute is 5 and unlimited-rate is true",
            valid(acme + ".client.requests-per-minute=5", acme + ".client.unlimited-rate=true")),
        Arguments.of(
            acme + ".client", "proxy is incomplete", valid(acme + ".client.proxy.host=localhost")),
        Arguments.of(
            acme + ".client",
            "proxy.password is set without proxy.username",
            valid(
                acme + ".client.proxy.host=localhost",
                acme + ".client.proxy.port=3128",
                acme + ".client.proxy.password=" + SECRET)),
        Arguments.of(
            acme + ".client",
            "max-response-size is",
            valid(acme + ".client.max-response-size=2GB")),
        Arguments.of(
            main, "application-id is missing", new String[] {main + ".client-secret=" + SECRET}),
        Arguments.of(
            old,
            "client-secret is missing",
            new String[] {old + ".application-id=a", old + ".client-id=b"}));
  }

  private static String[] valid(String... more) {
    String acme = "invoicing.invoicexpress.accounts.acme";
    return Stream.concat(
            Stream.of(acme + ".account-name=acme", acme + ".api-key=" + SECRET), Stream.of(more))
        .toArray(String[]::new);
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void what_cannot_be_right_ends_the_start_and_is_named(
      String property, String reason, String[] properties) {
    Contexts.empty()
        .withPropertyValues(properties)
        .run(
            context -> {
              Throwable failure = Objects.requireNonNull(context.getStartupFailure());
              assertThat(failure)
                  .hasRootCauseInstanceOf(RuntimeException.class)
                  .hasStackTraceContaining(property + ": " + reason);
              assertThat(stackTrace(failure)).doesNotContain(SECRET);

              FailureAnalysis analysis = analysis(failure);
              assertThat(analysis.getDescription())
                  .contains("'" + property + "': " + reason)
                  .doesNotContain(SECRET);
              assertThat(analysis.getAction()).contains(property).doesNotContain(SECRET);
            });
  }

  @Test
  void nothing_is_said_of_other_failures() {
    assertThat(new InvalidAccountFailureAnalyzer().analyze(new IllegalStateException("other")))
        .isNull();
  }

  /** As Spring Boot finds it. */
  private static FailureAnalysis analysis(Throwable failure) {
    return SpringFactoriesLoader.forDefaultResourceLocation(
            WrongPropertiesTest.class.getClassLoader())
        .load(
            FailureAnalyzer.class,
            SpringFactoriesLoader.FailureHandler.handleMessage((message, cause) -> {}))
        .stream()
        .filter(InvalidAccountFailureAnalyzer.class::isInstance)
        .map(analyzer -> Objects.requireNonNull(analyzer.analyze(failure), "not analyzed"))
        .findFirst()
        .orElseThrow();
  }

  private static String stackTrace(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
