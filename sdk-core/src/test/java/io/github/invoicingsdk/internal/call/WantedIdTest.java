package io.github.invoicingsdk.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParseException;
import com.google.gson.JsonSyntaxException;
import io.github.invoicingsdk.idoklad.api.IdokladResources;
import io.github.invoicingsdk.idoklad.model.IdokladModels;
import io.github.invoicingsdk.invoicexpress.api.InvoiceXpressResources;
import io.github.invoicingsdk.invoicexpress.model.InvoiceXpressModels;
import io.github.invoicingsdk.vocabulary.Envelope;
import io.github.invoicingsdk.vocabulary.ModelRegistry;
import java.io.IOException;
import java.io.StringReader;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No operation that asks for one object takes another one for it. */
class WantedIdTest {

  private static final long WANTED = 146110;

  /** An operation of a provider that names the argument that the payload's id equals. */
  record Matching(Method method, ModelRegistry models, String idName) {

    OperationInfo operation() {
      return OperationInfo.of(method);
    }

    EnvelopeInfo envelope() {
      return Objects.requireNonNull(operation().envelope());
    }

    /** What a response holds at a member of the envelope. */
    Object payload(String member, String content) throws IOException {
      String json = "{\"" + member + "\":" + content + "}";
      return new PayloadReader(new Payloads(models))
          .payload(
              operation(), arguments(), () -> new StringReader(json), id -> false, value -> {});
    }

    String object(String id) {
      return "{\"" + idName + "\":" + id + ",\"name\":\"n\"}";
    }

    @SuppressWarnings("NullAway") // Only one argument matters here.
    private Object[] arguments() {
      return Arrays.stream(method.getParameters())
          .map(parameter -> parameter.getType() == long.class ? WANTED : null)
          .toArray();
    }

    @Override
    public String toString() {
      return operation().id();
    }
  }

  static Stream<Matching> operations() {
    return Stream.concat(
        matching(InvoiceXpressResources.class, InvoiceXpressModels.REGISTRY, "id"),
        matching(IdokladResources.class, IdokladModels.REGISTRY, "Id"));
  }

  private static Stream<Matching> matching(Class<?> resources, ModelRegistry models, String id) {
    return Arrays.stream(resources.getDeclaredMethods())
        .filter(accessor -> Modifier.isPublic(accessor.getModifiers()))
        .flatMap(accessor -> Arrays.stream(accessor.getReturnType().getDeclaredMethods()))
        .filter(WantedIdTest::hasMatch)
        .map(method -> new Matching(method, models, id));
  }

  private static boolean hasMatch(Method method) {
    @Nullable Envelope envelope = method.getAnnotation(Envelope.class);
    return envelope != null && !envelope.match().isEmpty();
  }

  @Test
  void objects_of_every_kind_are_matched() {
    assertThat(operations().map(Matching::toString))
        .contains(
            "getSequence",
            "registerSequence",
            "getClient",
            "getItem",
            "getTax",
            "cancelReceipt",
            "getInvoice",
            "updateInvoice",
            "changeInvoiceState",
            "getFeesNote",
            "getTransport",
            "getNumericSequence");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("operations")
  void the_wanted_object_is_taken(Matching matching) throws IOException {
    for (String member : matching.envelope().members()) {
      assertThat(matching.payload(member, matching.object("146110"))).isNotNull();
      assertThat(matching.payload(member, matching.object("\"146110\""))).isNotNull();
      assertThat(matching.payload(member, "[" + matching.object("146110") + "]")).isNotNull();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("operations")
  void an_object_that_says_nothing_is_unreadable(Matching matching) {
    for (String member : matching.envelope().members()) {
      assertThatThrownBy(() -> matching.payload(member, "{}"))
          .isInstanceOf(JsonParseException.class)
          .hasMessageStartingWith("Expected ");
      assertThatThrownBy(() -> matching.payload(member, "[{}]"))
          .isInstanceOf(JsonParseException.class)
          .hasMessageStartingWith("Expected ");
    }
  }

  @Test
  void an_object_whose_model_needs_no_id_is_taken_without_one() throws IOException {
    Matching client =
        operations().filter(it -> it.toString().equals("getClient")).findAny().orElseThrow();

    assertThat(client.payload("client", client.object("null"))).isNotNull();
    assertThat(client.payload("client", "[{\"name\":\"n\"}]")).isNotNull();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("operations")
  void another_object_is_refused_wherever_it_stands(Matching matching) {
    for (String member : matching.envelope().members()) {
      for (String other : new String[] {"146090", "\"146090\"", "1461100", "0", "-146110"}) {
        assertThatThrownBy(() -> matching.payload(member, matching.object(other)))
            .isInstanceOf(JsonSyntaxException.class)
            .hasMessageContaining("one object with the id 146110");
        assertThatThrownBy(() -> matching.payload(member, "[" + matching.object(other) + "]"))
            .isInstanceOf(JsonSyntaxException.class)
            .hasMessageContaining("one object with the id 146110");
      }
    }
  }
}
