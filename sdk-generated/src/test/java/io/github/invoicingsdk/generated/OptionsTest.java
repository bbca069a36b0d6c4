package io.github.invoicingsdk.generated;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.invoicingsdk.vocabulary.Operation;
import io.github.invoicingsdk.vocabulary.QueryParameters;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Looks at how the methods of all interfaces, blocking and not, take optional parameters. */
class OptionsTest {

  static Stream<Class<?>> interfaces() {
    return AsyncTwinsTest.twins().flatMap(twins -> Stream.of(twins.blocking(), twins.async()));
  }

  static Stream<Method> methodsWithOptions() {
    return interfaces()
        .flatMap(type -> Arrays.stream(type.getMethods()))
        .filter(method -> !method.isDefault())
        .filter(method -> overloads(method).findAny().isPresent());
  }

  static Stream<Class<?>> optionTypes() {
    return methodsWithOptions()
        .<Class<?>>map(OptionsTest::lastType)
        .filter(QueryParameters.class::isAssignableFrom)
        .distinct();
  }

  @ParameterizedTest
  @MethodSource("interfaces")
  void no_argument_may_be_null(Class<?> type) {
    assertThat(type.getMethods()).isNotEmpty();
    assertThat(
            Arrays.stream(type.getMethods())
                .flatMap(method -> Arrays.stream(method.getAnnotatedParameterTypes())))
        .noneMatch(parameter -> parameter.isAnnotationPresent(Nullable.class));
  }

  @ParameterizedTest
  @MethodSource("interfaces")
  void an_operation_has_one_method_or_three(Class<?> type) {
    for (Method method : type.getMethods()) {
      if (!method.isDefault()) {
        assertThat(overloads(method).count()).as(method.toString()).isIn(0L, 2L);
      }
      assertThat(method.isAnnotationPresent(Operation.class))
          .isEqualTo(!method.isDefault() && !type.getSimpleName().endsWith("Async"));
    }
  }

  @Test
  void all_specs_have_optional_parameters() {
    assertThat(methodsWithOptions().map(Method::getName)).contains("list", "listInvoices", "get");
  }

  @ParameterizedTest
  @MethodSource("methodsWithOptions")
  void the_other_methods_call_the_one_with_all_arguments(Method method) throws Exception {
    List<List<Object>> calls = new ArrayList<>();
    Class<?> type = method.getDeclaringClass();
    InvocationHandler handler =
        (proxy, called, given) -> {
          if (called.isDefault()) {
            return InvocationHandler.invokeDefault(proxy, called, given);
          }
          calls.add(given == null ? List.of() : List.of(given));
          return null;
        };
    Object proxy = Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler);
    List<Object> required =
        IntStream.range(0, method.getParameterCount() - 1)
            .mapToObj(i -> Arguments.of(method.getParameterTypes()[i]))
            .toList();

    for (Method overload : overloads(method).toList()) {
      boolean takesOptions = overload.getParameterCount() == method.getParameterCount();
      overload.invoke(proxy, (takesOptions ? and(required, Arguments.told()) : required).toArray());
      Object options = takesOptions ? Arguments.of(lastType(method)) : empty(lastType(method));
      assertThat(calls).containsExactly(and(required, options));
      calls.clear();
    }
  }

  @ParameterizedTest
  @MethodSource("methodsWithOptions")
  void the_last_argument_may_be_what_takes_the_builder(Method method) {
    Method withConsumer =
        overloads(method)
            .filter(other -> other.getParameterCount() == method.getParameterCount())
            .findFirst()
            .orElseThrow();

    assertThat(withConsumer.getGenericParameterTypes()[method.getParameterCount() - 1])
        .hasToString(Consumer.class.getName() + "<" + lastType(method).getName() + "$Builder>");
  }

  @ParameterizedTest
  @MethodSource("optionTypes")
  void whatever_a_builder_is_told_can_be_read_and_is_sent(Class<?> type) throws Exception {
    QueryParameters options = (QueryParameters) Arguments.of(type);
    List<Object> sent = new ArrayList<>();
    List<Object> read = new ArrayList<>();
    List<String> names = new ArrayList<>();

    options.forEachParameter((name, value) -> sent.add(value));
    for (Method setter : Arguments.setters(type.getMethod("builder").getReturnType())) {
      names.add(setter.getName());
      read.add(type.getMethod(setter.getName()).invoke(options));
    }

    assertThat(names).isNotEmpty().doesNotHaveDuplicates();
    assertThat(sent).containsExactlyInAnyOrderElementsOf(read);
    assertThat(names).allSatisfy(name -> assertThat(options.toString()).contains(name + "="));
  }

  @ParameterizedTest
  @MethodSource("optionTypes")
  void options_with_the_same_values_are_equal(Class<?> type) throws Exception {
    Object options = Arguments.of(type);
    Object builder = type.getMethod("toBuilder").invoke(options);

    assertThat(builder.getClass().getMethod("build").invoke(builder))
        .isEqualTo(options)
        .hasSameHashCodeAs(options)
        .hasToString(options.toString())
        .isNotEqualTo(empty(type));
  }

  private static Stream<Method> overloads(Method method) {
    return Arrays.stream(method.getDeclaringClass().getMethods())
        .filter(other -> other.isDefault() && other.getName().equals(method.getName()));
  }

  private static Class<?> lastType(Method method) {
    return method.getParameterTypes()[method.getParameterCount() - 1];
  }

  private static List<Object> and(List<Object> values, Object last) {
    List<Object> all = new ArrayList<>(values);
    all.add(last);
    return all;
  }

  private static Object empty(Class<?> type) throws ReflectiveOperationException {
    Object builder = type.getMethod("builder").invoke(null);
    return builder.getClass().getMethod("build").invoke(builder);
  }
}
