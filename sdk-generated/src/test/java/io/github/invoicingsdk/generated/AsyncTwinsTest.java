package io.github.invoicingsdk.generated;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.invoicingsdk.idoklad.api.IdokladAsyncResources;
import io.github.invoicingsdk.idoklad.api.IdokladResources;
import io.github.invoicingsdk.idokladv2.api.IdokladV2AsyncResources;
import io.github.invoicingsdk.idokladv2.api.IdokladV2Resources;
import io.github.invoicingsdk.invoicexpress.api.InvoiceXpressAsyncResources;
import io.github.invoicingsdk.invoicexpress.api.InvoiceXpressResources;
import io.github.invoicingsdk.result.AsyncPaged;
import io.github.invoicingsdk.result.AsyncPending;
import io.github.invoicingsdk.result.Paged;
import io.github.invoicingsdk.result.Pending;
import io.github.invoicingsdk.sample.api.SampleAsyncResources;
import io.github.invoicingsdk.sample.api.SampleResources;
import io.github.invoicingsdk.vocabulary.AsyncOf;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds every interface beside its asynchronous twin. */
class AsyncTwinsTest {

  private static final Map<Class<?>, Class<?>> RESOURCES =
      Map.of(
          InvoiceXpressResources.class, InvoiceXpressAsyncResources.class,
          IdokladResources.class, IdokladAsyncResources.class,
          IdokladV2Resources.class, IdokladV2AsyncResources.class,
          SampleResources.class, SampleAsyncResources.class);

  /** An interface and its twin. */
  record Twins(Class<?> blocking, Class<?> async) {}

  static Stream<Twins> twins() {
    return RESOURCES.entrySet().stream()
        .flatMap(
            resources ->
                accessors(resources.getKey())
                    .map(
                        accessor ->
                            new Twins(
                                accessor.getReturnType(),
                                accessor(resources.getValue(), accessor.getName()))));
  }

  @Test
  void every_interface_has_a_twin_of_the_same_name() {
    RESOURCES.forEach(
        (blocking, async) ->
            assertThat(accessors(async).map(Method::getName))
                .containsExactlyInAnyOrderElementsOf(
                    accessors(blocking).map(Method::getName).toList()));
  }

  @ParameterizedTest
  @MethodSource("twins")
  void a_twin_names_its_interface(Twins twins) {
    AsyncOf annotation = twins.async().getAnnotation(AsyncOf.class);

    assertThat(annotation).isNotNull();
    assertThat(annotation.value()).isEqualTo(twins.blocking());
    assertThat(twins.async().getSimpleName()).isEqualTo(twins.blocking().getSimpleName() + "Async");
  }

  @ParameterizedTest
  @MethodSource("twins")
  void a_twin_has_the_same_methods_with_the_same_parameters(Twins twins) {
    assertThat(Arrays.stream(twins.async().getMethods()).map(AsyncTwinsTest::signature))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(twins.blocking().getMethods()).map(AsyncTwinsTest::signature).toList());
  }

  @ParameterizedTest
  @MethodSource("twins")
  void a_method_promises_what_its_twin_returns(Twins twins) throws NoSuchMethodException {
    for (Method method : twins.blocking().getMethods()) {
      Method twin = twins.async().getMethod(method.getName(), method.getParameterTypes());

      assertThat(twin.getGenericReturnType().getTypeName())
          .as(method.toString())
          .isEqualTo(promised(method.getGenericReturnType()));
      assertThat(twin.isAnnotationPresent(Deprecated.class))
          .isEqualTo(method.isAnnotationPresent(Deprecated.class));
    }
  }

  @ParameterizedTest
  @MethodSource("twins")
  void a_twin_knows_nothing_of_requests(Twins twins) {
    List<AnnotatedElement> elements = new ArrayList<>(List.of(twins.async()));
    for (Method method : twins.async().getMethods()) {
      elements.add(method);
      elements.addAll(List.of(method.getParameters()));
    }

    assertThat(elements)
        .flatMap(element -> Arrays.asList(element.getAnnotations()))
        .extracting(Annotation::annotationType)
        .allMatch(type -> type == AsyncOf.class || type == Deprecated.class);
  }

  private static String promised(Type returned) {
    if (returned instanceof ParameterizedType parameterized) {
      String argument = parameterized.getActualTypeArguments()[0].getTypeName();
      if (parameterized.getRawType() == Paged.class) {
        return AsyncPaged.class.getName() + "<" + argument + ">";
      }
      if (parameterized.getRawType() == Pending.class) {
        return AsyncPending.class.getName() + "<" + argument + ">";
      }
    }
    String value = returned == void.class ? Void.class.getName() : returned.getTypeName();
    return CompletableFuture.class.getName() + "<" + value + ">";
  }

  private static String signature(Method method) {
    return method.getName() + Arrays.toString(method.getGenericParameterTypes());
  }

  private static Stream<Method> accessors(Class<?> resources) {
    return Arrays.stream(resources.getDeclaredMethods())
        .filter(method -> Modifier.isPublic(method.getModifiers()));
  }

  private static Class<?> accessor(Class<?> resources, String name) {
    try {
      return resources.getMethod(name).getReturnType();
    } catch (NoSuchMethodException e) {
      throw new AssertionError(resources.getSimpleName() + " has no " + name, e);
    }
  }
}
