package io.github.invoicingsdk.generated;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import feign.Client;
import feign.Feign;
import feign.Param;
import feign.QueryMap;
import feign.Request;
import feign.RequestLine;
import feign.Response;
import io.github.invoicingsdk.idoklad.api.IdokladResources;
import io.github.invoicingsdk.idokladv2.api.IdokladV2Resources;
import io.github.invoicingsdk.invoicexpress.api.InvoiceXpressResources;
import io.github.invoicingsdk.sample.api.SampleResources;
import io.github.invoicingsdk.vocabulary.Operation;
import io.github.invoicingsdk.vocabulary.QueryObjectEncoder;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Calls every operation of every interface and looks at the request that comes out. */
class OperationsTest {

  private static final String HOST = "https://provider.example";
  private static final Pattern VARIABLE = Pattern.compile("\\{([^}]+)\\}");
  private static final List<Class<?>> RESOURCES =
      List.of(
          InvoiceXpressResources.class,
          IdokladResources.class,
          IdokladV2Resources.class,
          SampleResources.class);

  /** An operation of an interface. */
  record Call(Class<?> api, Method method) {

    String requestLine() {
      return Objects.requireNonNull(method.getAnnotation(RequestLine.class)).value();
    }

    String httpMethod() {
      return requestLine().substring(0, requestLine().indexOf(' '));
    }

    String template() {
      return requestLine().substring(requestLine().indexOf(' ') + 1);
    }

    /** The name of a parameter in the template; null for the body and for a query object. */
    @Nullable String parameter(int index) {
      return Arrays.stream(method.getParameterAnnotations()[index])
          .filter(Param.class::isInstance)
          .map(annotation -> ((Param) annotation).value())
          .findFirst()
          .orElse(null);
    }

    boolean hasBody() {
      for (int i = 0; i < method.getParameterCount(); i++) {
        if (parameter(i) == null && !isQueryObject(i)) {
          return true;
        }
      }
      return false;
    }

    boolean isQueryObject(int index) {
      return Arrays.stream(method.getParameterAnnotations()[index])
          .anyMatch(QueryMap.class::isInstance);
    }

    /** The other methods of the operation. */
    List<Method> overloads() {
      return Arrays.stream(api.getDeclaredMethods())
          .filter(other -> other.isDefault() && other.getName().equals(method.getName()))
          .toList();
    }

    Method withoutOptions() {
      return overload(method.getParameterCount() - 1);
    }

    Method withConsumer() {
      return overload(method.getParameterCount());
    }

    private Method overload(int parameters) {
      return overloads().stream()
          .filter(other -> other.getParameterCount() == parameters)
          .findFirst()
          .orElseThrow();
    }

    Class<?> optionsType() {
      return method.getParameterTypes()[method.getParameterCount() - 1];
    }

    Object[] requiredArguments() {
      return arguments(withoutOptions());
    }

    @Override
    public String toString() {
      return api.getName() + "." + method.getName();
    }
  }

  static Stream<Call> calls() {
    return RESOURCES.stream()
        .flatMap(resources -> Arrays.stream(resources.getDeclaredMethods()))
        .filter(accessor -> Modifier.isPublic(accessor.getModifiers()))
        .map(Method::getReturnType)
        .flatMap(
            api -> Arrays.stream(api.getDeclaredMethods()).map(method -> new Call(api, method)))
        .filter(call -> !call.method().isSynthetic() && !call.method().isDefault());
  }

  /** The operations that have optional parameters. */
  static Stream<Call> callsWithOptions() {
    return calls().filter(call -> !call.overloads().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("calls")
  void every_argument_arrives_in_its_place_and_encoded(Call call) throws Exception {
    Object[] arguments = arguments(call.method());

    Request request = send(call, call.method(), arguments);

    assertThat(request.httpMethod()).hasToString(call.httpMethod());
    assertThat(request.url()).isEqualTo(HOST + expected(call, arguments));
    assertThatCode(() -> URI.create(request.url())).doesNotThrowAnyException();
    assertThat(segments(request.url())).isEqualTo(segments(HOST + call.template()));
    assertThat(hasBody(request)).isEqualTo(call.hasBody());
    if (Set.of("GET", "DELETE").contains(call.httpMethod())) {
      assertThat(request.body()).isNull();
    }
    assertThat(request.headers()).containsKey("Accept");
  }

  @ParameterizedTest
  @MethodSource("callsWithOptions")
  void a_call_without_options_sends_none(Call call) throws Exception {
    Object[] required = call.requiredArguments();
    Object empty = emptyOptions(call.optionsType());

    Request request = send(call, call.withoutOptions(), required);

    assertThat(request.url()).isEqualTo(HOST + expected(call, with(required, empty)));
    assertSame(request, send(call, call.method(), with(required, empty)));
  }

  @ParameterizedTest
  @MethodSource("callsWithOptions")
  void options_that_a_builder_is_told_are_sent_as_those_of_an_object(Call call) throws Exception {
    Object[] required = call.requiredArguments();

    Request request = send(call, call.withConsumer(), with(required, Arguments.told()));

    assertSame(
        request, send(call, call.method(), with(required, Arguments.of(call.optionsType()))));
  }

  @ParameterizedTest
  @MethodSource("calls")
  void every_argument_has_a_place_and_every_place_an_argument(Call call) {
    Set<String> parameters = new TreeSet<>();
    for (int i = 0; i < call.method().getParameterCount(); i++) {
      String name = call.parameter(i);
      if (name != null) {
        parameters.add(name);
      }
    }

    assertThat(call.method().isAnnotationPresent(Operation.class)).isTrue();
    assertThat(VARIABLE.matcher(call.template()).results().map(match -> match.group(1)))
        .containsExactlyInAnyOrderElementsOf(parameters);
  }

  private static Object[] arguments(Method method) {
    return Arrays.stream(method.getParameterTypes()).map(Arguments::of).toArray();
  }

  private static Object[] with(Object[] arguments, Object last) {
    Object[] all = Arrays.copyOf(arguments, arguments.length + 1);
    all[arguments.length] = last;
    return all;
  }

  private static Object emptyOptions(Class<?> type) throws ReflectiveOperationException {
    Object builder = type.getMethod("builder").invoke(null);
    return builder.getClass().getMethod("build").invoke(builder);
  }

  private static void assertSame(Request request, Request expected) {
    assertThat(request.url()).isEqualTo(expected.url());
    assertThat(request.httpMethod()).isEqualTo(expected.httpMethod());
    assertThat(request.headers()).isEqualTo(expected.headers());
    assertThat(request.body()).isEqualTo(expected.body());
  }

  private static Request send(Call call, Method method, Object[] arguments) throws Exception {
    List<Request> requests = new ArrayList<>();
    Client client =
        (request, options) -> {
          requests.add(request);
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
            .queryMapEncoder(new QueryObjectEncoder(Arguments.registryOf(call.api())))
            .target(call.api(), HOST);
    method.invoke(api, arguments);
    assertThat(requests).hasSize(1);
    return requests.get(0);
  }

  /** The address, made from the template without Feign. */
  private static String expected(Call call, Object[] arguments) {
    String template = call.template();
    int question = template.indexOf('?');
    String path = question < 0 ? template : template.substring(0, question);
    List<String> query = new ArrayList<>();
    if (question >= 0) {
      for (String pair : template.substring(question + 1).split("&", -1)) {
        query.add(fill(call, pair, arguments));
      }
    }
    for (int i = 0; i < arguments.length; i++) {
      if (call.isQueryObject(i)) {
        query.addAll(Arguments.encodedProperties(arguments[i]));
      }
    }
    return fill(call, path, arguments) + (query.isEmpty() ? "" : "?" + String.join("&", query));
  }

  private static String fill(Call call, String text, Object[] arguments) {
    return VARIABLE
        .matcher(text)
        .replaceAll((MatchResult match) -> value(call, match.group(1), arguments));
  }

  private static String value(Call call, String name, Object[] arguments) {
    for (int i = 0; i < arguments.length; i++) {
      if (name.equals(call.parameter(i))) {
        return Arguments.encoded(arguments[i]);
      }
    }
    throw new AssertionError("no argument for " + name + " in " + call);
  }

  private static int segments(String url) {
    String path = url.substring(HOST.length());
    int question = path.indexOf('?');
    return (question < 0 ? path : path.substring(0, question)).split("/", -1).length;
  }

  private static boolean hasBody(Request request) {
    return request.body() != null && request.body().length > 0;
  }
}
