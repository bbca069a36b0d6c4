package io.github.invoicingsdk.internal.call;

import feign.Headers;
import feign.MethodMetadata;
import feign.Param;
import feign.QueryMapEncoder;
import feign.Request;
import feign.RequestLine;
import feign.RequestTemplate;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes the requests of one operation, out of the annotations of its method.
 *
 * <p>They are the requests that Feign itself makes. Feign parses and copies its templates for each
 * of them, which takes more memory than everything else that happens to a call outside the JDK;
 * here the request line is taken apart once.
 *
 * <p>Thread-safe.
 */
final class RequestMaker {

  /** The type of every body. */
  static final String JSON = "application/json; charset=utf-8";

  private final RequestTemplate template;
  private final Request.HttpMethod method;
  private final Map<String, Collection<String>> headers;

  /** The address and the path up to the first variable, and what follows each variable. */
  private final List<String> pathLiterals = new ArrayList<>();

  private final List<Variable> pathVariables = new ArrayList<>();
  private final List<QueryVariable> queryVariables = new ArrayList<>();
  private final @Nullable Integer queryObject;
  private final QueryMapEncoder queryObjects;
  private final @Nullable Integer body;
  private final BodyEncoder bodies;

  /**
   * Creates the maker of an operation's requests.
   *
   * @param baseUrl what all paths are below, without a slash at the end
   * @param userAgent what requests say of the program that sends them
   * @param metadata what the contract has read of the method
   * @param queryObjects takes the arguments apart that stand for many parameters
   * @param bodies writes bodies
   */
  RequestMaker(
      String baseUrl,
      String userAgent,
      MethodMetadata metadata,
      QueryMapEncoder queryObjects,
      BodyEncoder bodies) {
    this.template = metadata.template();
    this.method = Request.HttpMethod.valueOf(template.method());
    this.queryObject = metadata.queryMapIndex();
    this.queryObjects = queryObjects;
    this.body = metadata.bodyIndex();
    this.bodies = bodies;
    this.headers = headers(userAgent);
    Map<String, Variable> variables = variables(metadata);
    String line = Objects.requireNonNull(operation().getAnnotation(RequestLine.class)).value();
    String target = line.substring(line.indexOf(' ') + 1);
    int mark = target.indexOf('?');
    readPath(baseUrl + (mark < 0 ? target : target.substring(0, mark)), variables);
    if (mark >= 0) {
      readQuery(target.substring(mark + 1), variables);
    }
  }

  private MethodMetadata metadata() {
    return template.methodMetadata();
  }

  private Method operation() {
    return metadata().method();
  }

  /**
   * Makes the request for a call with these arguments, which have been checked; options may be left
   * out at the end. Nothing is sent.
   *
   * @throws IllegalArgumentException when an argument cannot be said in an address or in JSON
   */
  Request make(Object[] arguments) {
    if (body == null) {
      return request(arguments, headers, null);
    }
    byte[] bytes = bodies.encode(operation(), arguments[body], metadata().bodyType());
    Map<String, Collection<String>> withLength = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    withLength.putAll(headers);
    withLength.put("Content-Length", List.of(Integer.toString(bytes.length)));
    return request(arguments, withLength, bytes);
  }

  private Request request(
      Object[] arguments, Map<String, Collection<String>> allHeaders, byte @Nullable [] bytes) {
    return Request.create(
        method, address(arguments), allHeaders, bytes, StandardCharsets.UTF_8, template);
  }

  private String address(Object[] arguments) {
    StringBuilder address = new StringBuilder(128).append(pathLiterals.get(0));
    for (int i = 0; i < pathVariables.size(); i++) {
      Variable variable = pathVariables.get(i);
      address
          .append(variable.expander().expand(arguments[variable.index()]))
          .append(pathLiterals.get(i + 1));
    }
    char separator = '?';
    for (QueryVariable parameter : queryVariables) {
      Variable variable = parameter.variable();
      Object value = arguments[variable.index()];
      if (value instanceof Iterable<?> elements) {
        for (Object element : elements) {
          Objects.requireNonNull(element, () -> parameter.name() + " must not hold null");
          append(address, separator, parameter.name(), variable.expander().expand(element));
          separator = '&';
        }
      } else {
        append(address, separator, parameter.name(), variable.expander().expand(value));
        separator = '&';
      }
    }
    if (queryObject != null && queryObject < arguments.length) {
      appendObject(address, separator, arguments[queryObject]);
    }
    return address.toString();
  }

  private void appendObject(StringBuilder address, char first, Object object) {
    char separator = first;
    for (Map.Entry<String, Object> parameter : queryObjects.encode(object).entrySet()) {
      for (Object value : (Iterable<?>) parameter.getValue()) {
        append(address, separator, parameter.getKey(), value.toString());
        separator = '&';
      }
    }
  }

  private static void append(StringBuilder address, char separator, String name, String value) {
    address.append(separator).append(name).append('=').append(value);
  }

  private Map<String, Collection<String>> headers(String userAgent) {
    Map<String, Collection<String>> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    Headers own = operation().getDeclaringClass().getAnnotation(Headers.class);
    for (String header : own == null ? new String[0] : own.value()) {
      int colon = header.indexOf(':');
      all.put(header.substring(0, colon), List.of(header.substring(colon + 1).strip()));
    }
    all.put("User-Agent", List.of(userAgent));
    if (body != null) {
      all.put("Content-Type", List.of(JSON));
    }
    return Collections.unmodifiableMap(all);
  }

  private static Map<String, Variable> variables(MethodMetadata metadata) {
    Map<String, Variable> variables = new TreeMap<>();
    for (Map.Entry<Integer, Collection<String>> entry : metadata.indexToName().entrySet()) {
      int index = entry.getKey();
      Param.Expander expander =
          expander(metadata.indexToExpanderClass().get(index), metadata.configKey());
      for (String name : entry.getValue()) {
        variables.put(name, new Variable(index, expander));
      }
    }
    return variables;
  }

  private static Param.Expander expander(
      @Nullable Class<? extends Param.Expander> type, String method) {
    if (type == null) {
      throw new IllegalStateException(
          method + " does not say how an argument stands in the address: it lacks an expander");
    }
    try {
      return type.getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type.getName() + " cannot be made", e);
    }
  }

  private void readPath(String path, Map<String, Variable> variables) {
    int end = 0;
    for (int open = path.indexOf('{'); open >= 0; open = path.indexOf('{', end)) {
      int close = path.indexOf('}', open);
      pathLiterals.add(path.substring(end, open));
      pathVariables.add(variable(path.substring(open + 1, close), variables));
      end = close + 1;
    }
    pathLiterals.add(path.substring(end));
  }

  private void readQuery(String query, Map<String, Variable> variables) {
    for (String parameter : query.split("&", -1)) {
      int value = parameter.indexOf('=') + 1;
      if (value == 0 || parameter.charAt(value) != '{' || !parameter.endsWith("}")) {
        throw new IllegalStateException(
            metadata().configKey() + ": the query parameter " + parameter + " is not one argument");
      }
      queryVariables.add(
          new QueryVariable(
              parameter.substring(0, value - 1),
              variable(parameter.substring(value + 1, parameter.length() - 1), variables)));
    }
  }

  private Variable variable(String name, Map<String, Variable> variables) {
    Variable variable = variables.get(name);
    if (variable == null) {
      throw new IllegalStateException(metadata().configKey() + " has no argument " + name);
    }
    return variable;
  }

  /** An argument that stands in the address, and how. */
  private record Variable(int index, Param.Expander expander) {}

  /** A query parameter, with the name as it stands in the address. */
  private record QueryVariable(String name, Variable variable) {}
}
