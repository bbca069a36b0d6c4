package io.github.invoicingsdk.internal.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ErrorBodyTest {

  private static ErrorBody parse(String text) {
    return ErrorBody.parse(text.getBytes(StandardCharsets.UTF_8), "application/json");
  }

  static Stream<Arguments> texts() {
    return Stream.of(
        arguments("invoicexpress/docs-401.json", "Invalid API key"),
        arguments("invoicexpress/docs-404-document.json", "Document not found"),
        arguments(
            "invoicexpress/docs-404-qr-code.json",
            "No document with ID 24563387 was found in this account"),
        arguments("invoicexpress/docs-404-treasury-client.json", "Client not found"),
        arguments(
            "invoicexpress/docs-409-create-invoice.json",
            "There's an ongoing document creation with the provided UID"
                + " UUID41237123189981ddajkls23478y"),
        arguments(
            "invoicexpress/docs-422-already-user.json", "Terms and Conditions should be accepted"),
        arguments(
            "invoicexpress/docs-422-at-communication.json",
            "The field at_subuser has an incorrect size"),
        arguments("invoicexpress/docs-422-cancel-payment.json", "CantHandle: 1 for Invoice"),
        arguments("invoicexpress/docs-422-change-state.json", "CantHandle: 1 for Invoice"),
        arguments("invoicexpress/docs-422-create-account.json", "Owner Owner is invalid"),
        arguments("invoicexpress/docs-422-create-client.json", "Name can't be blank"),
        arguments(
            "invoicexpress/docs-422-create-invoice.json", "undefined method `match' for 1:Integer"),
        arguments("invoicexpress/docs-422-initial-balance.json", "Date can't be blank"),
        arguments(
            "invoicexpress/docs-422-qr-code.json",
            "Document with ID 248920464 is still in draft. QR Codes are only available for final,"
                + " canceled or settled documents."),
        arguments(
            "invoicexpress/docs-422-saft.json",
            "There aren't any documents to export on the selected period."),
        arguments("invoicexpress/docs-422-send-email.json", "Email is a required field"),
        arguments(
            "invoicexpress/docs-422-treasury-movement.json",
            "Validation failed: Value is not a number"),
        arguments("invoicexpress/docs-422-update-invoice.json", "Elemento client não fornecido"),
        arguments("invoicexpress/docs-500-saft.json", "Error generating SAF-T. Please try again."),
        arguments("invoicexpress/recorded-401.json", "Invalid API key"),
        arguments(
            "invoicexpress/recorded-404-html.html",
            "The page you were looking for doesn't exist (404)"),
        arguments(
            "invoicexpress/recorded-422-client-name-required-pt.json",
            "Nome é um campo obrigatório"),
        arguments("idoklad/v2-error-404-body.txt", "Resource with id 1 was not found."),
        arguments("idoklad/v3-error-404-envelope.json", "IssuedInvoice with id 1 was not found."),
        arguments(
            "idoklad/v3-error-400-envelope.json", "Required property 'Number' not found in JSON"),
        arguments(
            "idoklad/v3-error-unknown-route-no-envelope.json",
            "No HTTP resource was found that matches the request URI"
                + " 'https://api.idoklad.cz/v3/IssuedInvoiceCorrections?PageSize=100&Page=1'."));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void a_sample_with_one_text_gives_this_text(String sample, String text) {
    ErrorBody body = ErrorBody.parse(Failures.sample(sample), null);

    assertThat(body.messages()).containsExactly(text);
    assertThat(body.code()).isNull();
    assertThat(body.fieldErrors()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "docs-sequence-001-422.json,001,Sequence name not allowed.",
    "docs-sequence-005-409.json,005,All sequences are registered.",
    "docs-sequence-006-404.json,006,The sequence doesn't exist.",
  })
  void a_sequence_error_keeps_the_zeros_of_its_code(String sample, String code, String text) {
    ErrorBody body = ErrorBody.parse(Failures.sample("invoicexpress/" + sample), null);

    assertThat(body.code()).isEqualTo(code);
    assertThat(body.messages()).containsExactly(text);
    assertThat(body.fieldErrors()).isEmpty();
  }

  static Stream<Arguments> fields() {
    return Stream.of(
        arguments("docs-422-create-tax.json", "name", "is not available."),
        arguments("docs-422-update-tax.json", "base", "Tax region is empty"),
        arguments("docs-422-generate-payment.json", "payment_mechanism", "is invalid"),
        arguments("docs-422-update-account.json", "fiscal_id", "is invalid"),
        arguments(
            "recorded-422-duplicate-tax-array-of-pairs.json", "name", "não está disponível."));
  }

  @ParameterizedTest
  @MethodSource("fields")
  void a_sample_about_a_field_names_the_field(String sample, String field, String text) {
    ErrorBody body = ErrorBody.parse(Failures.sample("invoicexpress/" + sample), null);

    assertThat(body.fieldErrors()).isEqualTo(Map.of(field, List.of(text)));
    assertThat(body.messages()).isEmpty();
    assertThat(body.code()).isNull();
  }

  @Test
  void every_text_of_a_list_is_kept_in_order() {
    assertThat(
            ErrorBody.parse(Failures.sample("invoicexpress/docs-422-create-item.json"), null)
                .messages())
        .containsExactly(
            "Price is a required field", "RRP is a required field", "Name is a required field");
    assertThat(
            ErrorBody.parse(Failures.sample("invoicexpress/docs-422-update-item.json"), null)
                .messages())
        .hasSize(3);
    assertThat(
            ErrorBody.parse(Failures.sample("invoicexpress/docs-422-regularization.json"), null)
                .messages())
        .hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({"recorded-404-get-client.txt", "recorded-404-get-tax-single-space.txt"})
  void an_empty_or_blank_body_says_nothing(String sample) {
    assertThat(ErrorBody.parse(Failures.sample("invoicexpress/" + sample), "application/json"))
        .isEqualTo(new ErrorBody(null, List.of(), Map.of(), null));
  }

  static Stream<Arguments> otherShapes() {
    return Stream.of(
        arguments("{\"errors\":[{\"error\":[\"a\",\"b\"]}]}", null, List.of("a", "b"), Map.of()),
        arguments("{\"errors\":[\"a\",\"b\"]}", null, List.of("a", "b"), Map.of()),
        arguments("{\"errors\":\"a\"}", null, List.of("a"), Map.of()),
        arguments(
            "{\"errors\":{\"email\":[\"a\",\"b\"],\"name\":\"c\"}}",
            null,
            List.of(),
            Map.of("email", List.of("a", "b"), "name", List.of("c"))),
        arguments(
            "{\"errors\":{\"code\":[\"is taken\"]}}",
            null,
            List.of(),
            Map.of("code", List.of("is taken"))),
        arguments(
            "{\"errors\":{\"code\":\"is taken\"}}",
            null,
            List.of(),
            Map.of("code", List.of("is taken"))),
        arguments("{\"errors\":{\"code\":null,\"message\":\"a\"}}", null, List.of("a"), Map.of()),
        arguments("{\"code\":\"003\",\"message\":\"a\"}", "003", List.of("a"), Map.of()),
        arguments("{\"errors\":{\"code\":7,\"message\":\"a\"}}", "7", List.of("a"), Map.of()),
        arguments(
            "{\"errors\":{\"items\":{\"0\":{\"name\":[\"a\"]}}}}",
            null,
            List.of(),
            Map.of("items.0.name", List.of("a"))),
        arguments(
            "[\"name\",\"a\",\"email\",\"b\"]",
            null,
            List.of(),
            Map.of("name", List.of("a"), "email", List.of("b"))),
        arguments(
            "[[\"name\",\"a\"],[\"name\",\"b\"]]",
            null,
            List.of(),
            Map.of("name", List.of("a", "b"))),
        arguments(
            "[\"Name is bad\",\"Email is bad\"]",
            null,
            List.of("Name is bad", "Email is bad"),
            Map.of()),
        arguments("\"a text\"", null, List.of("a text"), Map.of()),
        arguments("{\"reason\":\"a\"}", null, List.of("a"), Map.of()),
        arguments(
            "{\"Message\":\"a\",\"ModelState\":{\"m.Name\":[\"b\"],\"\":[\"c\"]}}",
            null,
            List.of("a", "c"),
            Map.of("m.Name", List.of("b"))),
        arguments(
            "{\"Message\":\"a\",\"ExceptionMessage\":\"b\",\"ExceptionType\":\"T\",\"StackTrace\":\"s\"}",
            null,
            List.of("a", "b"),
            Map.of()),
        arguments(
            "{\"error\":\"invalid_client\",\"error_description\":\"a\"}",
            "invalid_client",
            List.of("a"),
            Map.of()),
        arguments("{\"error\":\"invalid_grant\"}", "invalid_grant", List.of(), Map.of()),
        arguments(
            "{\"error\":{\"code\":\"UnsupportedApiVersion\",\"message\":\"a\"}}",
            "UnsupportedApiVersion",
            List.of("a"),
            Map.of()),
        arguments("{}", null, List.of(), Map.of()),
        arguments("[]", null, List.of(), Map.of()),
        arguments("null", null, List.of(), Map.of()),
        arguments("\uFEFF{\"error\":\"a\"}", null, List.of("a"), Map.of()),
        arguments("{\"weird\":{\"a\":1}}", null, List.of("{\"weird\":{\"a\":1}}"), Map.of()),
        arguments("{\"error\":\"a\"", null, List.of("{\"error\":\"a\""), Map.of()),
        arguments("{\"error\":\"a\"} x", null, List.of("{\"error\":\"a\"} x"), Map.of()),
        arguments("Too Many Requests", null, List.of("Too Many Requests"), Map.of()));
  }

  @ParameterizedTest
  @MethodSource("otherShapes")
  void every_other_shape_is_understood(
      String text, @Nullable String code, List<String> messages, Map<String, List<String>> fields) {
    ErrorBody body = parse(text);

    assertThat(body.code()).isEqualTo(code);
    assertThat(body.messages()).isEqualTo(messages);
    assertThat(body.fieldErrors()).isEqualTo(fields);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {"0,none", "123,123", "'\"123\"',123", "'\"0\"',none", "null,none", "123.0,123"})
  void the_code_of_the_envelope_may_be_a_number_a_text_or_missing(
      String written, @Nullable String code) {
    ErrorBody body =
        parse(
            "{\"Data\":null,\"IsSuccess\":false,\"Message\":[\"a\",\"b\"],\"StatusCode\":409,"
                + "\"ErrorCode\":"
                + written
                + "}");

    assertThat(body.code()).isEqualTo(code);
    assertThat(body.status()).isEqualTo(409);
    assertThat(body.messages()).containsExactly("a", "b");
    assertThat(body.fieldErrors()).isEmpty();
  }

  @Test
  void an_envelope_without_message_says_nothing() {
    assertThat(parse("{\"IsSuccess\":false,\"Message\":null,\"ErrorCode\":0}").messages())
        .isEmpty();
  }

  @Test
  void a_page_is_known_by_its_first_character_whatever_the_content_type_says() {
    assertThat(parse("\n <HTML><Title >502 &amp;\n Bad</TITLE></HTML>").messages())
        .containsExactly("502 &\n Bad");
    assertThat(parse("<html><body><h1>Down</h1></body></html>").messages()).containsExactly("Down");
    assertThat(parse("<Error><Message>No such route</Message></Error>").messages())
        .containsExactly("No such route");
    assertThat(parse("<html><title").messages()).isEmpty();
  }

  @Test
  void the_charset_of_the_content_type_is_used() {
    byte[] latin = "{\"error\":\"não\"}".getBytes(StandardCharsets.ISO_8859_1);

    assertThat(ErrorBody.parse(latin, "application/json; charset=ISO-8859-1").messages())
        .containsExactly("não");
    assertThat(ErrorBody.parse(latin, "application/json; charset=nonsense!").messages())
        .containsExactly("n\uFFFDo");
  }

  @Test
  void a_plain_text_is_kept_to_a_reasonable_length() {
    assertThat(parse("x".repeat(5_000_000)).messages().get(0))
        .hasSize(ErrorTranslator.LONGEST_TEXTS + 1);
  }

  @Test
  void deep_nesting_does_no_harm() {
    for (String bracket : List.of("[", "{\"errors\":", "{\"a\":[")) {
      String deep = bracket.repeat(100_000);
      assertThat(parse(deep).messages())
          .containsExactly(deep.substring(0, ErrorTranslator.LONGEST_TEXTS + 1));
    }
    String closed = "[".repeat(200) + "\"a\"" + "]".repeat(200);
    assertThat(parse(closed).messages()).containsExactly("a");
  }

  @Test
  void no_truncation_of_a_sample_makes_it_throw() {
    for (String sample : Failures.samples()) {
      byte[] bytes = Failures.sample(sample);
      for (int length = 0; length <= bytes.length; length++) {
        ErrorBody body = ErrorBody.parse(Arrays.copyOf(bytes, length), null);
        assertThat(body.messages()).doesNotContainNull();
      }
    }
  }

  @Test
  void no_damage_to_a_sample_makes_it_throw() {
    Random random = new Random(20261121);
    List<String> samples = Failures.samples();
    for (int round = 0; round < 20_000; round++) {
      byte[] bytes = Failures.sample(samples.get(round % samples.size()));
      for (int i = 0; i < bytes.length; i++) {
        if (random.nextInt(12) == 0) {
          bytes[i] =
              (byte)
                  (random.nextBoolean()
                      ? random.nextInt(256)
                      : "{}[]\",:0n\\".charAt(random.nextInt(10)));
        }
      }
      ErrorBody body = ErrorBody.parse(bytes, random.nextBoolean() ? "text/html" : null);
      assertThat(body.messages()).doesNotContainNull();
      assertThat(body.fieldErrors().values()).allSatisfy(texts -> assertThat(texts).isNotEmpty());
    }
  }
}
