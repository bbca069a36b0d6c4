package io.github.invoicingsdk.sandbox.internal.http;

import io.github.invoicingsdk.sandbox.CannedResponse;
import io.github.invoicingsdk.sandbox.RecordedRequest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One provider's API below a path prefix: finds the route, checks the request, and runs the handler
 * under the lock that guards the provider's state.
 */
public final class Site {
  private final String prefix;
  private final String mediaType;
  private final Object lock;
  private final Dialect dialect;
  private final Router router;

  /**
   * Creates a site.
   *
   * @param prefix the path before every route, such as {@code /idoklad/v3}
   * @param mediaType the only media type of request bodies it takes
   * @param lock what guards its state
   * @param dialect how it refuses
   * @param router its routes
   */
  public Site(String prefix, String mediaType, Object lock, Dialect dialect, Router router) {
    this.prefix = prefix;
    this.mediaType = mediaType;
    this.lock = lock;
    this.dialect = dialect;
    this.router = router;
  }

  /**
   * Whether a path belongs to this site.
   *
   * @param path the whole path
   * @return true if it is the prefix or lies below it
   */
  public boolean owns(String path) {
    return path.equals(prefix) || path.startsWith(prefix + "/");
  }

  /**
   * The routes, for a reader.
   *
   * @return lines such as {@code GET /idoklad/v3/NumericSequences}
   */
  public List<String> routes() {
    return router.describe(prefix);
  }

  /**
   * Answers a request that {@link #owns(String)} accepts.
   *
   * @param request the request
   * @return the response
   */
  public CannedResponse handle(RecordedRequest request) {
    Router.Lookup lookup = router.find(request.method(), request.path().substring(prefix.length()));
    if (lookup instanceof Router.NotFound missing) {
      return missing.otherMethods().isEmpty()
          ? dialect.unknownRoute(request, routes())
          : wrongMethod(request, missing.otherMethods());
    }
    Router.Found found = (Router.Found) lookup;
    synchronized (lock) {
      CannedResponse refusal = dialect.admit(request);
      if (refusal == null) {
        refusal = checkMediaType(request);
      }
      if (refusal != null) {
        return refusal;
      }
      try {
        return found.handler().handle(new Request(request, found.parameters()));
      } catch (RefusedException e) {
        return e.response();
      }
    }
  }

  private CannedResponse wrongMethod(RecordedRequest request, List<String> allowed) {
    String methods = String.join(", ", allowed);
    return dialect
        .refuse(405, "The path takes " + methods + ", not " + request.method() + ".")
        .withHeader("Allow", methods);
  }

  private @Nullable CannedResponse checkMediaType(RecordedRequest request) {
    if (request.body().isEmpty()) {
      return null;
    }
    String contentType = request.header("Content-Type");
    String sent = contentType == null ? "none" : contentType;
    String bare = sent.split(";", -1)[0].strip().toLowerCase(Locale.ROOT);
    if (bare.equals(mediaType)) {
      return null;
    }
    return dialect.refuse(
        415, "The body must have the Content-Type " + mediaType + ", but has: " + sent + ".");
  }
}
