package io.github.invoicingsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.invoicingsdk.error.ApiException;
import io.github.invoicingsdk.error.AuthenticationException;
import io.github.invoicingsdk.error.ConflictException;
import io.github.invoicingsdk.error.DecodingException;
import io.github.invoicingsdk.error.InvalidRequestException;
import io.github.invoicingsdk.error.NotFoundException;
import io.github.invoicingsdk.fixture.Reply;
import io.github.invoicingsdk.fixture.Samples;
import io.github.invoicingsdk.fixture.StubClients;
import io.github.invoicingsdk.fixture.StubServer;
import io.github.invoicingsdk.idoklad.IdokladV2Client;
import io.github.invoicingsdk.idokladv2.model.DocumentType;
import io.github.invoicingsdk.idokladv2.model.NumericSequence;
import io.github.invoicingsdk.invoicexpress.DocumentNumbering;
import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import io.github.invoicingsdk.invoicexpress.Numberings;
import io.github.invoicingsdk.invoicexpress.RegistrationState;
import io.github.invoicingsdk.invoicexpress.ValidationCode;
import io.github.invoicingsdk.invoicexpress.api.SequencesApi;
import io.github.invoicingsdk.invoicexpress.model.Sequence;
import io.github.invoicingsdk.invoicexpress.model.SequenceDocumentType;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;

/** The samples of the providers' documents for the first operations, as they stand there. */
class SeedDocumentsTest {

  private static final String WITHOUT_COMMA = Samples.text("seeds/get-200-as-documented.json");
  private static final String GAP = "\"current_vat_moss_receipt_sequence_id\": 146099\n";
  private static final String XML = Samples.text("seeds/v2-numeric-sequence.xml");

  private final StubServer server = StubServer.start();
  private final InvoiceXpressClient invoiceXpress = StubClients.invoiceXpress(server).build();
  private final IdokladV2Client idokladV2 = StubClients.idokladV2(server).build();

  @AfterEach
  void close() {
    invoiceXpress.close();
    idokladV2.close();
    server.close();
  }

  @Test
  void the_documented_response_of_registering_is_the_sequence_in_its_array() {
    server.respondWith(Reply.json(Samples.text("seeds/register-200.json")));

    Sequence sequence = invoiceXpress.sequences().register(146090);

    assertThat(server.onlyRequest().method()).isEqualTo("PUT");
    assertThat(server.onlyRequest().uri().getPath()).isEqualTo("/sequences/146090/register.json");
    assertThat(server.onlyRequest().body()).isEmpty();
    assertDocumentedSequence(sequence);
  }

  @Test
  void the_get_sample_lacks_a_comma_and_the_exception_leads_to_the_place() {
    server.respondWith(Reply.json(WITHOUT_COMMA));

    assertThat(WITHOUT_COMMA).contains(GAP);
    assertThatThrownBy(() -> invoiceXpress.sequences().get(146090))
        .isInstanceOfSatisfying(
            DecodingException.class,
            e -> {
              assertThat(e).hasMessageContaining("InvoiceXpress getSequence");
              assertThat(e.operation()).isEqualTo("getSequence");
              assertThat(e.line()).hasValue(line(WITHOUT_COMMA, GAP) + 1);
              assertThat(e.path())
                  .hasValueSatisfying(
                      path -> assertThat(path).startsWith("$.sequence.current_vat"));
              assertThat(e.excerpt())
                  .contains("current_vat_moss_receipt_sequence_id")
                  .contains("current_vat_moss_receipt_validation_code");
              assertThat(e.status()).hasValue(200);
            });
  }

  @Test
  void the_get_sample_with_its_comma_is_the_same_sequence() {
    server.respondWith(Reply.json(WITHOUT_COMMA.replace(GAP, GAP.stripTrailing() + ",\n")));

    assertDocumentedSequence(invoiceXpress.sequences().get(146090));
  }

  @Test
  void the_v2_sample_decodes() {
    server.respondWith(Reply.json(Samples.text("seeds/v2-numeric-sequence.json")));

    NumericSequence sequence = idokladV2.numericSequences().get(6);

    assertThat(server.onlyRequest().uri()).hasToString("/NumericSequences?id=6");
    assertThat(sequence)
        .isEqualTo(
            NumericSequence.builder()
                .documentType(DocumentType.ISSUED_INVOICE)
                .defaultSequence(true)
                .lastInvoiceNumber(2)
                .name("sample string 3")
                .numberFormat("sample string 4")
                .year(5)
                .id(6)
                .build());
  }

  @Test
  void the_xml_sample_names_the_constant_whose_number_the_json_sample_has() throws Exception {
    String name = parse(XML).getElementsByTagName("DocumentType").item(0).getTextContent();

    assertThat(DocumentType.of(0).known().name()).isEqualTo(constant(name));
    assertThat(DocumentType.values())
        .filteredOn(type -> type.known().name().equals(constant(name)))
        .extracting(DocumentType::value)
        .containsExactly(0);
  }

  @Test
  void a_response_in_xml_is_refused_with_a_clear_exception() {
    server.respondWith(Reply.of(200, "application/xml; charset=utf-8", XML));

    assertThatThrownBy(() -> idokladV2.numericSequences().get(6))
        .isInstanceOfSatisfying(
            DecodingException.class,
            e -> {
              assertThat(e).hasMessageContaining("iDoklad v2 getNumericSequence");
              assertThat(e).hasMessageContaining("instead of JSON");
              assertThat(e.headers().get("Content-Type"))
                  .containsExactly("application/xml; charset=utf-8");
              assertThat(e.excerpt()).contains("<NumericSequenceApiModel");
            });
  }

  @ParameterizedTest
  @CsvSource({
    "401, docs-401.json, , Invalid API key",
    "404, docs-sequence-006-404.json, NOT_FOUND, The sequence doesn't exist.",
    "409, docs-sequence-005-409.json, ALL_REGISTERED, All sequences are registered.",
    "422, docs-sequence-001-422.json, NAME_NOT_ALLOWED, Sequence name not allowed."
  })
  void documented_refusals_of_registering_are_told_apart(
      int status, String sample, String codeName, String message) {
    String body = Samples.text("errors/invoicexpress/" + sample);
    server.respondWith(Reply.json(status, body));

    assertThatThrownBy(() -> invoiceXpress.sequences().register(146090))
        .isInstanceOfSatisfying(
            ApiException.class,
            e -> {
              assertThat(e).isInstanceOf(expected(status));
              assertThat(e.operation()).isEqualTo("registerSequence");
              assertThat(e.status()).isEqualTo(status);
              assertThat(e.body()).isEqualTo(body);
              assertThat(e.providerMessage()).isEqualTo(message);
              assertThat(e.mayHaveBeenProcessed()).isFalse();
              assertThat(e.errorCode().map(code -> String.valueOf(code.name())).orElse(null))
                  .isEqualTo(codeName);
            });
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void the_documented_codes_are_constants_of_the_operation() {
    server.respondWith(
        Reply.json(409, Samples.text("errors/invoicexpress/docs-sequence-005-409.json")));

    assertThatThrownBy(() -> invoiceXpress.sequences().register(146090))
        .isInstanceOfSatisfying(
            ConflictException.class,
            e -> assertThat(e.is(SequencesApi.RegisterErrorCodes.ALL_REGISTERED)).isTrue());
  }

  private static Class<? extends ApiException> expected(int status) {
    return switch (status) {
      case 401 -> AuthenticationException.class;
      case 404 -> NotFoundException.class;
      case 409 -> ConflictException.class;
      default -> InvalidRequestException.class;
    };
  }

  private static void assertDocumentedSequence(Sequence sequence) {
    assertThat(sequence.id()).isEqualTo(146090);
    assertThat(sequence.serie()).isEqualTo("2022");
    assertThat(sequence.defaultSequence()).isTrue();
    assertThat(sequence.unknownProperties()).isEmpty();
    Numberings numberings = Numberings.of(sequence);
    assertThat(numberings.all()).containsOnlyKeys(SequenceDocumentType.values());
    assertThat(numberings.registrationState()).isEqualTo(RegistrationState.REGISTERED);
    assertThat(numberings.all().values())
        .extracting(DocumentNumbering::lastNumber)
        .allSatisfy(number -> assertThat(number).hasValue(0));
    DocumentNumbering quotes = numberings.get(SequenceDocumentType.QUOTE);
    assertThat(quotes.sequenceId()).hasValue(146101);
    assertThat(quotes.nextAtcud().orElseThrow()).hasToString("ATCUD:ABCD1240-1");
    assertThat(
            numberings.all().values().stream()
                .filter(n -> n.validationCode().status() == ValidationCode.Status.NOT_RELEVANT)
                .map(DocumentNumbering::type))
        .containsExactlyInAnyOrder(
            SequenceDocumentType.FEES_NOTE,
            SequenceDocumentType.VAT_MOSS_INVOICE,
            SequenceDocumentType.VAT_MOSS_CREDIT_NOTE,
            SequenceDocumentType.VAT_MOSS_RECEIPT);
  }

  private static int line(String text, String part) {
    return (int) text.substring(0, text.indexOf(part)).lines().count();
  }

  /** {@code IssuedInvoice} as a constant's name. */
  private static String constant(String name) {
    return Arrays.stream(name.split("(?=[A-Z])", -1))
        .map(word -> word.toUpperCase(Locale.ROOT))
        .collect(Collectors.joining("_"));
  }

  private static Document parse(String xml) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    factory.setXIncludeAware(false);
    factory.setExpandEntityReferences(false);
    return factory
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
  }
}
