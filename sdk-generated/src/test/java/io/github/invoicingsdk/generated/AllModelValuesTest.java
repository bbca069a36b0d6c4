package io.github.invoicingsdk.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.gson.JsonPrimitive;
import io.github.invoicingsdk.generated.AllModelsTest.Model;
import io.github.invoicingsdk.internal.model.ResponseReader;
import io.github.invoicingsdk.invoicexpress.model.InvoiceXpressModels;
import io.github.invoicingsdk.invoicexpress.model.Numbering;
import io.github.invoicingsdk.invoicexpress.model.Sequence;
import io.github.invoicingsdk.invoicexpress.model.SequenceDocumentType;
import io.github.invoicingsdk.model.MissingValueException;
import java.io.IOException;
import java.io.StringReader;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every generated model says of values that are absent, and what it does not show. */
class AllModelValuesTest {

  private static final Set<String> NOT_ACCESSORS =
      Set.of(
          "toJson",
          "toBuilder",
          "toString",
          "hashCode",
          "getJsonByToJson",
          "missingProperties",
          "unknownProperties",
          "unreadableProperties",
          "explicitNulls");

  /** E-mail addresses, fiscal ids, phone numbers and bank accounts, by parts of their names. */
  private static final List<String> PERSONAL =
      List.of("email", "fiscal", "vatid", "phone", "mobile", "fax", "iban", "nib", "bankaccount");

  private static final List<String> PERSONAL_AS_A_WHOLE = List.of("cc", "bcc");

  private static final String MARK = "mark-5417";

  static Stream<Model<?>> objects() {
    return AllModelsTest.objects();
  }

  @ParameterizedTest
  @MethodSource("objects")
  <T> void an_accessor_throws_for_what_is_always_sent_and_the_rest_is_readable(Model<T> model)
      throws ReflectiveOperationException {
    T object = model.adapter().fromJsonTree(model.least());
    Set<String> thrown = new LinkedHashSet<>();

    for (Method accessor : accessors(model.type())) {
      try {
        Object value = accessor.invoke(object);
        assertThat(value != null || isNullable(accessor)).as("%s", accessor).isTrue();
      } catch (InvocationTargetException e) {
        assertThat(e.getCause()).isInstanceOf(MissingValueException.class);
        MissingValueException missing =
            (MissingValueException) Objects.requireNonNull(e.getCause());
        assertThat(missing.accessor())
            .isEqualTo(model.type().getSimpleName() + "." + accessor.getName());
        assertThat(missing).hasMessageContaining("always sends " + missing.property() + ", but");
        assertThat(isNullable(accessor)).as("%s", accessor).isFalse();
        thrown.add(missing.property());
      }
    }

    Object missing = model.type().getMethod("missingProperties").invoke(object);
    assertThat(missing).isEqualTo(thrown);
  }

  @ParameterizedTest
  @MethodSource("objects")
  <T> void a_list_or_map_may_never_be_null(Model<T> model) {
    assertThat(accessors(model.type()))
        .filteredOn(
            accessor ->
                List.class.isAssignableFrom(accessor.getReturnType())
                    || Map.class.isAssignableFrom(accessor.getReturnType()))
        .noneMatch(AllModelValuesTest::isNullable);
  }

  @Test
  void a_response_is_named_in_the_parts_of_a_group_too() throws IOException {
    String json = "{\"id\":7,\"current_invoice_number\":1,\"current_quote_sequence_id\":2}";
    Sequence sequence =
        Objects.requireNonNull(
            Objects.requireNonNull(InvoiceXpressModels.REGISTRY.adapter(Sequence.class))
                .read(new ResponseReader(new StringReader(json), "getSequence")));

    Numbering invoices =
        Objects.requireNonNull(sequence.numberings().get(SequenceDocumentType.INVOICE));
    assertThat(invoices.number()).isEqualTo(1);
    assertThatExceptionOfType(MissingValueException.class)
        .isThrownBy(invoices::sequenceId)
        .withMessageStartingWith(
            "Numbering.sequenceId has no value: the provider always sends sequence_id, but in the"
                + " response to getSequence it is absent");
    assertThatExceptionOfType(MissingValueException.class)
        .isThrownBy(sequence::serie)
        .satisfies(missing -> assertThat(missing.operation()).isEqualTo("getSequence"));
    assertThat(sequence).isEqualTo(Sequence.fromJson(json));
  }

  @Test
  void what_identifies_somebody_does_not_show_in_text() throws ReflectiveOperationException {
    Set<String> masked = new LinkedHashSet<>();
    for (Model<?> model : objects().toList()) {
      Object object = model.adapter().fromJsonTree(model.least());
      Class<?> builderType = model.type().getMethod("toBuilder").getReturnType();
      for (Method setter : builderType.getMethods()) {
        Object mark = mark(setter);
        if (isPersonal(setter.getName()) && mark != null) {
          Object builder = model.type().getMethod("toBuilder").invoke(object);
          setter.invoke(builder, mark);
          Object marked = builderType.getMethod("build").invoke(builder);
          String called = model.type().getSimpleName() + "." + setter.getName();
          assertThat(marked.toString())
              .as(called)
              .contains(setter.getName() + "=***")
              .doesNotContain(MARK);
          masked.add(called);
        }
      }
    }

    assertThat(masked)
        .hasSizeGreaterThan(20)
        .contains(
            "Client.email",
            "Client.fiscalId",
            "Client.phone",
            "Client.fax",
            "PreferredContact.mobile",
            "DraftClient.fiscalId",
            "DocumentClient.phone",
            "AccountDetails.email",
            "EmailMessage.bcc");
  }

  private static List<Method> accessors(Class<?> model) {
    return Arrays.stream(model.getDeclaredMethods())
        .filter(method -> Modifier.isPublic(method.getModifiers()))
        .filter(method -> !Modifier.isStatic(method.getModifiers()))
        .filter(method -> method.getParameterCount() == 0 && !method.isSynthetic())
        .filter(method -> !NOT_ACCESSORS.contains(method.getName()))
        .toList();
  }

  /** Kotlin, NullAway and IDEs believe this annotation. */
  private static boolean isNullable(Method accessor) {
    return accessor.getAnnotatedReturnType().isAnnotationPresent(Nullable.class);
  }

  private static boolean isPersonal(String name) {
    String plain = name.toLowerCase(Locale.ROOT);
    return PERSONAL_AS_A_WHOLE.contains(plain) || PERSONAL.stream().anyMatch(plain::contains);
  }

  /** A value with the mark; null if the method takes no text. */
  private static @Nullable Object mark(Method setter) {
    if (setter.getParameterCount() != 1) {
      return null;
    }
    return switch (setter.getGenericParameterTypes()[0].getTypeName()) {
      case "java.lang.String" -> MARK;
      case "java.net.URI" -> URI.create("https://" + MARK);
      case "java.util.List<java.lang.String>" -> List.of(MARK);
      case "java.util.Map<java.lang.String, java.lang.String>" -> Map.of("a", MARK);
      case "com.google.gson.JsonElement" -> new JsonPrimitive(MARK);
      default -> null;
    };
  }
}
