package io.github.invoicingsdk.sandbox.internal.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Finds the handler of a method and path. A literal path wins over one with placeholders. */
public final class Router {
  private final List<Route> routes = new ArrayList<>();

  /** Creates a router without routes. */
  public Router() {}

  /**
   * Adds a route.
   *
   * @param method the HTTP method
   * @param pattern the path below the site's prefix, with placeholders in braces
   * @param handler what answers it
   * @return this router
   */
  public Router add(String method, String pattern, Handler handler) {
    routes.add(new Route(method, pattern, handler));
    routes.sort(Comparator.comparingInt(Route::placeholders));
    return this;
  }

  /** Every route as "METHOD prefix/pattern", sorted by path. */
  List<String> describe(String prefix) {
    return routes.stream()
        .sorted(Comparator.comparing(Route::pattern).thenComparing(Route::method))
        .map(route -> route.method() + " " + prefix + route.pattern())
        .toList();
  }

  /** What is known about a path: handler and placeholders, or the methods it would have. */
  Lookup find(String method, String path) {
    List<String> otherMethods = new ArrayList<>();
    for (Route route : routes) {
      Map<String, String> parameters = route.match(path);
      if (parameters != null) {
        if (route.method().equals(method)) {
          return new Found(route.handler(), parameters);
        }
        otherMethods.add(route.method());
      }
    }
    return new NotFound(List.copyOf(otherMethods));
  }

  /** The outcome of a look-up. */
  sealed interface Lookup permits Found, NotFound {}

  /** The route exists. */
  record Found(Handler handler, Map<String, String> parameters) implements Lookup {}

  /** The route does not exist; with other methods the path does. */
  record NotFound(List<String> otherMethods) implements Lookup {}
}
