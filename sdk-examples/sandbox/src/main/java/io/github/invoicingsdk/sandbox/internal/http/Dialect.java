package io.github.invoicingsdk.sandbox.internal.http;

import io.github.invoicingsdk.sandbox.CannedResponse;
import io.github.invoicingsdk.sandbox.RecordedRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a site speaks where no resource does: who is let in, and what a refusal looks like. */
public interface Dialect {
  /**
   * Checks credentials and limits.
   *
   * @param request the request
   * @return the refusal, or null if the request may go on
   */
  @Nullable CannedResponse admit(RecordedRequest request);

  /**
   * A refusal that no document describes.
   *
   * @param status the HTTP status
   * @param message what is wrong
   * @return the response
   */
  CannedResponse refuse(int status, String message);

  /**
   * The response to a path that no route has.
   *
   * @param request the request
   * @param knownRoutes every route of the site
   * @return the response
   */
  CannedResponse unknownRoute(RecordedRequest request, List<String> knownRoutes);
}
