package io.github.invoicingsdk.internal.call;

import feign.Param;
import feign.QueryMap;
import feign.RequestLine;
import io.github.invoicingsdk.internal.http.CodeMeanings;
import io.github.invoicingsdk.model.ErrorCode;
import io.github.invoicingsdk.vocabulary.Constraints;
import io.github.invoicingsdk.vocabulary.Envelope;
import io.github.invoicingsdk.vocabulary.ErrorCodes;
import io.github.invoicingsdk.vocabulary.Operation;
import io.github.invoicingsdk.vocabulary.Pagination;
import io.github.invoicingsdk.vocabulary.Polling;
import io.github.invoicingsdk.vocabulary.QueryParameters;
import io.github.invoicingsdk.vocabulary.RequestEnvelope;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a generated method's annotations say of its operation, read once. */
final class OperationInfo {

  private final String id;
  private final boolean repeatable;
  private final String howToFindOut;
  private final Type payload;
  private final @Nullable EnvelopeInfo envelope;
  private final @Nullable Pagination pagination;
  private final @Nullable Polling polling;
  private final List<Argument> arguments;
  private final List<ErrorCode> errorCodes;

  private OperationInfo(Method method, Operation operation) {
    this.id = operation.id();
    this.repeatable = isRepeatable(operation, method.getAnnotation(RequestLine.class));
    this.howToFindOut = operation.findOut();
    Envelope declared = method.getAnnotation(Envelope.class);
    this.envelope = declared == null ? null : EnvelopeInfo.of(declared);
    this.pagination = method.getAnnotation(Pagination.class);
    this.polling = method.getAnnotation(Polling.class);
    Type returned = method.getGenericReturnType();
    this.payload =
        pagination != null || polling != null || mayLackBody()
            ? ((ParameterizedType) returned).getActualTypeArguments()[0]
            : returned;
    this.arguments = arguments(method);
    this.errorCodes = errorCodes(method.getAnnotation(ErrorCodes.class));
  }

  static OperationInfo of(Method method) {
    Operation operation = method.getAnnotation(Operation.class);
    if (operation == null) {
      throw new IllegalStateException(method + " is not an operation: it lacks @Operation");
    }
    return new OperationInfo(method, operation);
  }

  /** The operation's name in the spec. */
  String id() {
    return id;
  }

  /** Whether sending the request twice has the effect of sending it once. */
  boolean isRepeatable() {
    return repeatable;
  }

  /** How to find out whether the operation was carried out when no response tells. */
  String howToFindOut() {
    return howToFindOut;
  }

  /**
   * What a response holds: the returned type, or what a paged, pending or optional one is made of.
   */
  Type payload() {
    return payload;
  }

  /** Whether what comes back is of no interest. */
  boolean returnsNothing() {
    return payload == void.class;
  }

  /** Whether a response of success may have no body. */
  boolean mayLackBody() {
    return envelope != null && envelope.optional();
  }

  @Nullable EnvelopeInfo envelope() {
    return envelope;
  }

  @Nullable Pagination pagination() {
    return pagination;
  }

  @Nullable Polling polling() {
    return polling;
  }

  /** What error codes mean for this operation. */
  CodeMeanings codes(CodeMeanings common) {
    return new OperationCodes(errorCodes, common);
  }

  /** The class of the object that holds optional parameters. */
  Class<?> options() {
    return arguments.get(arguments.size() - 1).type();
  }

  /**
   * Refuses a missing argument, and one that the spec does not allow, before anything is sent.
   *
   * @param values the arguments; options may be left out at the end
   */
  void check(@Nullable Object[] values) {
    for (int i = 0; i < values.length; i++) {
      Argument argument = arguments.get(i);
      Object value = values[i];
      if (value == null) {
        throw new NullPointerException(argument.name() + " must not be null for " + id);
      }
      argument.bounds().check(value, argument.name());
    }
  }

  /** An argument's value; null if there is no such argument. */
  @Nullable Object argument(String name, Object[] values) {
    for (int i = 0; i < values.length; i++) {
      if (arguments.get(i).name().equals(name)) {
        return values[i];
      }
    }
    return null;
  }

  private static boolean isRepeatable(Operation operation, @Nullable RequestLine line) {
    return switch (operation.repeatable()) {
      case ALWAYS -> true;
      case IF_NOT_PROCESSED -> false;
      case BY_METHOD -> line != null && line.value().startsWith("GET ");
    };
  }

  private static List<Argument> arguments(Method method) {
    List<Argument> arguments = new ArrayList<>();
    Parameter[] parameters = method.getParameters();
    for (Parameter parameter : parameters) {
      arguments.add(
          new Argument(
              name(method, parameter),
              parameter.getType(),
              new Bounds(parameter.getAnnotation(Constraints.class))));
    }
    return List.copyOf(arguments);
  }

  private static String name(Method method, Parameter parameter) {
    Param param = parameter.getAnnotation(Param.class);
    if (param != null) {
      return param.value();
    }
    if (QueryParameters.class.isAssignableFrom(parameter.getType())) {
      return "options";
    }
    if (parameter.isAnnotationPresent(QueryMap.class)) {
      String type = parameter.getType().getSimpleName();
      return type.substring(0, 1).toLowerCase(Locale.ROOT) + type.substring(1);
    }
    RequestEnvelope envelope = method.getAnnotation(RequestEnvelope.class);
    return envelope == null ? "body" : envelope.value();
  }

  private static List<ErrorCode> errorCodes(@Nullable ErrorCodes codes) {
    List<ErrorCode> documented = new ArrayList<>();
    if (codes != null) {
      for (ErrorCodes.Code code : codes.value()) {
        documented.add(new ErrorCode(code.status(), code.code(), code.name(), code.meaning()));
      }
    }
    return List.copyOf(documented);
  }

  private record Argument(String name, Class<?> type, Bounds bounds) {}
}
