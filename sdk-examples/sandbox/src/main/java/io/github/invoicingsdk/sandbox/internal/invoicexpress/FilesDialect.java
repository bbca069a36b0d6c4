package io.github.invoicingsdk.sandbox.internal.invoicexpress;

import io.github.invoicingsdk.sandbox.CannedResponse;
import io.github.invoicingsdk.sandbox.RecordedRequest;
import io.github.invoicingsdk.sandbox.internal.http.Dialect;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Produced files lie open: no key, no limit. */
final class FilesDialect implements Dialect {
  @Override
  public @Nullable CannedResponse admit(RecordedRequest request) {
    return null;
  }

  @Override
  public CannedResponse refuse(int status, String message) {
    return CannedResponse.of(status).withBody("text/plain; charset=utf-8", message + "\n");
  }

  @Override
  public CannedResponse unknownRoute(RecordedRequest request, List<String> knownRoutes) {
    return refuse(404, "No such file: " + request + ".");
  }
}
