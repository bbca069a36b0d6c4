package io.github.invoicingsdk.sandbox.internal.http;

import io.github.invoicingsdk.sandbox.RecordedRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that found its route.
 *
 * @param recorded the request as it arrived
 * @param pathParameters the decoded values of the route's placeholders
 */
public record Request(RecordedRequest recorded, Map<String, String> pathParameters) {
  /**
   * The value of a placeholder of the route.
   *
   * @param name the placeholder's name
   * @return the decoded value
   */
  public String path(String name) {
    String value = pathParameters.get(name);
    if (value == null) {
      throw new IllegalStateException("the route has no placeholder {" + name + "}");
    }
    return value;
  }

  /**
   * A placeholder's value as an id.
   *
   * @param name the placeholder's name
   * @return the id, or -1, which no object has, if the value is not a number
   */
  public long pathId(String name) {
    try {
      return Math.max(-1, Long.parseLong(path(name)));
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  /**
   * The first value of a query parameter.
   *
   * @param name the parameter's name; the case of letters does not count
   * @return the value, or null if it was not sent
   */
  public @Nullable String query(String name) {
    for (Map.Entry<String, List<String>> parameter : recorded.queryParameters().entrySet()) {
      if (parameter.getKey().equalsIgnoreCase(name)) {
        return parameter.getValue().get(0);
      }
    }
    return null;
  }
}
