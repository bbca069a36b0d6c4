package io.github.invoicingsdk.internal.call;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import feign.Client;
import feign.Feign;
import feign.Param;
import feign.Request;
import feign.RequestLine;
import feign.Response;
import io.github.invoicingsdk.idoklad.api.NumericSequencesApi;
import io.github.invoicingsdk.idoklad.api.NumericSequencesApi.DocumentNumbersOptions;
import io.github.invoicingsdk.idoklad.api.NumericSequencesApi.GetOptions;
import io.github.invoicingsdk.idoklad.api.NumericSequencesApi.ListOptions;
import io.github.invoicingsdk.idoklad.model.IdokladModels;
import io.github.invoicingsdk.idoklad.model.NumericSequenceDocumentType;
import io.github.invoicingsdk.idoklad.query.Filter;
import io.github.invoicingsdk.idoklad.query.LegacyFilter;
import io.github.invoicingsdk.idoklad.query.TextField;
import io.github.invoicingsdk.idokladv2.model.IdokladV2Models;
import io.github.invoicingsdk.invoicexpress.api.ClientsApi;
import io.github.invoicingsdk.invoicexpress.api.DocumentsApi;
import io.github.invoicingsdk.invoicexpress.api.SequencesApi;
import io.github.invoicingsdk.invoicexpress.model.InvoiceListStatus;
import io.github.invoicingsdk.invoicexpress.model.InvoiceQuery;
import io.github.invoicingsdk.invoicexpress.model.InvoiceXpressModels;
import io.github.invoicingsdk.invoicexpress.model.NewSequence;
import io.github.invoicingsdk.vocabulary.ModelRegistry;
import io.github.invoicingsdk.vocabulary.QueryObjectEncoder;
import io.github.invoicingsdk.vocabulary.QueryValue;
import java.lang.reflect.Method;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RequestMakerTest {

  private static final String BASE = "https://provider.example/api/v3";
  private static final String HOSTILE = "a/../b %2F+?#&=;{x}\"\uD83D\uDE00\u00e9";

  /** A call of a generated method. */
  record Call(ModelRegistry models, Class<?> api, String name, List<Object> given) {

    Call(ModelRegistry models, Class<?> api, String name, Object... arguments) {
      this(models, api, name, Arrays.asList(arguments));
    }

    Object[] arguments() {
      return given.toArray();
    }

    Method method() {
      return Arrays.stream(api.getMethods())
          .filter(method -> method.getName().equals(name) && !method.isDefault())
          .findAny()
          .orElseThrow();
    }

    @Override
    public String toString() {
      return api.getSimpleName() + "." + name + given;
    }
  }

  static Stream<Call> calls() {
    ModelRegistry invoiceXpress = InvoiceXpressModels.REGISTRY;
    ModelRegistry idoklad = IdokladModels.REGISTRY;
    ModelRegistry idokladV2 = IdokladV2Models.REGISTRY;
    InvoiceQuery query =
        InvoiceQuery.builder()
            .text(HOSTILE)
            .statuses(List.of(InvoiceListStatus.SENT, InvoiceListStatus.DRAFT))
            .build();
    Filter filter = TextField.of("Name").isEqualTo("a b/+&=?#%");
    NumericSequenceDocumentType type = NumericSequenceDocumentType.of(99);
    return Stream.of(
        new Call(invoiceXpress, SequencesApi.class, "get", 146090L),
        new Call(invoiceXpress, SequencesApi.class, "register", 146090L),
        new Call(invoiceXpress, SequencesApi.class, "list"),
        new Call(
            invoiceXpress,
            SequencesApi.class,
            "create",
            NewSequence.builder().serie(HOSTILE).build()),
        new Call(invoiceXpress, ClientsApi.class, "findByCode", HOSTILE),
        new Call(invoiceXpress, ClientsApi.class, "findByCode", "plain-code_1.~"),
        new Call(invoiceXpress, DocumentsApi.class, "listInvoices", query),
        new Call(invoiceXpress, DocumentsApi.class, "listInvoices", InvoiceQuery.builder().build()),
        new Call(
            idoklad,
            NumericSequencesApi.class,
            "list",
            ListOptions.builder().filter(filter).sort(s -> s.id().descending()).build()),
        new Call(idoklad, NumericSequencesApi.class, "list", ListOptions.builder().build()),
        new Call(
            idokladV2,
            io.github.invoicingsdk.idokladv2.api.NumericSequencesApi.class,
            "list",
            io.github.invoicingsdk.idokladv2.api.NumericSequencesApi.ListOptions.builder()
                .filter(f -> LegacyFilter.anyOf(f.id().isEqualTo(1), f.id().isEqualTo(2)))
                .build()),
        new Call(
            idoklad, NumericSequencesApi.class, "get", 7L, GetOptions.builder().year(2026).build()),
        new Call(
            idoklad,
            NumericSequencesApi.class,
            "documentNumbers",
            type,
            DocumentNumbersOptions.builder()
                .date(LocalDate.of(2026, 1, 31))
                .numericSequenceId(42L)
                .build()));
  }

  @ParameterizedTest
  @MethodSource("calls")
  void the_request_is_the_one_that_feign_makes(Call call) throws Exception {
    Request made = maker(call.models(), call.method()).make(call.arguments());

    Request expected = askFeign(call);
    assertThat(made.url()).isEqualTo(expected.url());
    assertThat(made.httpMethod()).isEqualTo(expected.httpMethod());
    assertThat(made.headers().keySet()).containsAll(expected.headers().keySet());
    assertThat(made.headers().get("accept")).isEqualTo(expected.headers().get("accept"));
    assertThat(made.headers().get("user-agent")).containsExactly("user-agent");
    assertThat(made.body() == null).isEqualTo(expected.body() == null);
    assertThat(made.headers().containsKey("content-type")).isEqualTo(expected.body() != null);
    assertThat(made.headers().get("content-length"))
        .isEqualTo(made.body() == null ? null : List.of("" + made.body().length));
  }

  @Test
  void options_may_be_left_out_at_the_end() throws Exception {
    RequestMaker get =
        maker(
            IdokladModels.REGISTRY,
            NumericSequencesApi.class.getMethod("get", long.class, GetOptions.class));

    assertThat(get.make(new Object[] {7L}).url()).isEqualTo(BASE + "/NumericSequences/7");
  }

  @Test
  void elements_of_a_list_are_parameters_of_their_own() throws Exception {
    Method method = Lists.class.getMethod("of", List.class, String.class);

    RequestMaker maker = maker(InvoiceXpressModels.REGISTRY, method);

    assertThat(maker.make(new Object[] {List.of("a b", "c"), ""}).url())
        .isEqualTo(BASE + "/things?type=a%20b&type=c&text=");
    assertThat(maker.make(new Object[] {List.of(), "x"}).url()).isEqualTo(BASE + "/things?text=x");
  }

  @Test
  void half_a_surrogate_pair_is_refused_in_the_address_and_in_the_body() throws Exception {
    RequestMaker find =
        maker(InvoiceXpressModels.REGISTRY, ClientsApi.class.getMethod("findByCode", String.class));
    RequestMaker create =
        maker(
            InvoiceXpressModels.REGISTRY,
            SequencesApi.class.getMethod("create", NewSequence.class));
    NewSequence sequence = NewSequence.builder().serie("x\uD83D").build();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> find.make(new Object[] {"x\uDE00"}))
        .withMessageContaining("surrogate");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> create.make(new Object[] {sequence}))
        .withMessageContaining("surrogate");
  }

  @Test
  void an_interface_that_does_not_say_how_an_argument_is_written_is_refused() throws Exception {
    Method method = Unwritten.class.getMethod("of", String.class);

    assertThatIllegalStateException()
        .isThrownBy(() -> maker(InvoiceXpressModels.REGISTRY, method))
        .withMessageContaining("lacks an expander");
  }

  @Test
  void a_query_parameter_that_is_not_one_argument_is_refused() throws Exception {
    Method method = Fixed.class.getMethod("of", String.class);

    assertThatIllegalStateException()
        .isThrownBy(() -> maker(InvoiceXpressModels.REGISTRY, method))
        .withMessageContaining("is not one argument");
  }

  private static RequestMaker maker(ModelRegistry models, Method method) {
    return new RequestMaker(
        BASE,
        "user-agent",
        new GeneratedContract().read(method),
        new QueryObjectEncoder(models),
        new BodyEncoder(new Payloads(models)));
  }

  private static Request askFeign(Call call) throws Exception {
    AtomicReference<@Nullable Request> asked = new AtomicReference<>();
    Client client =
        (request, options) -> {
          asked.set(request);
          return Response.builder()
              .status(200)
              .request(request)
              .headers(Map.of())
              .body("{}", UTF_8)
              .build();
        };
    Object api =
        Feign.builder()
            .client(client)
            .encoder((object, type, template) -> template.body("{}"))
            .decoder((response, type) -> null)
            .queryMapEncoder(new QueryObjectEncoder(call.models()))
            .target(call.api(), BASE);
    call.method().invoke(api, call.arguments());
    return Objects.requireNonNull(asked.get());
  }

  /** Has a list in the query, which no operation has so far. */
  interface Lists {
    @RequestLine("GET /things?type={type}&text={text}")
    void of(
        @Param(value = "type", expander = QueryValue.class) List<String> types,
        @Param(value = "text", expander = QueryValue.class) String text);
  }

  /** Has a parameter that is always the same, which no operation has so far. */
  interface Fixed {
    @RequestLine("GET /things/{id}?all=true")
    void of(@Param(value = "id", expander = QueryValue.class) String id);
  }

  /** Leaves it to Feign how its argument is written. */
  interface Unwritten {
    @RequestLine("GET /things/{id}")
    void of(@Param("id") String id);
  }
}
