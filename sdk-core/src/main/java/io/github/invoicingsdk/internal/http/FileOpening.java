package io.github.invoicingsdk.internal.http;

import feign.Request;
import feign.Response;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Opens one file, and tells listeners what becomes of each attempt, once. One attempt is under way
 * at a time; any thread may give it up.
 */
final class FileOpening implements Stage {

  private final Stage next;
  private final AtomicReference<@Nullable AttemptReport> underWay = new AtomicReference<>();

  FileOpening(Stage next) {
    this.next = next;
  }

  @Override
  public Response execute(Request request, Request.Options options) throws IOException {
    begin(request, CallContext.of(options));
    try {
      Response response = ExchangeFailures.checked(next.execute(request, options));
      opened(response);
      return response;
    } catch (IOException failure) {
      tell(attempt -> attempt.failed(failure));
      throw failure;
    }
  }

  @Override
  public CompletableFuture<Response> executeAsync(Request request, CallContext context) {
    begin(request, context);
    CancellableFuture<Response> steps = new CancellableFuture<>();
    steps.then(
        next.executeAsync(request, context),
        response -> {
          try {
            opened(ExchangeFailures.checked(response));
          } catch (IOException failure) {
            tell(attempt -> attempt.failed(failure));
            throw failure;
          }
          steps.succeed(response);
        },
        failure -> {
          if (failure instanceof IOException broken) {
            tell(attempt -> attempt.failed(broken));
          }
          steps.fail(failure);
        });
    return steps.result();
  }

  /**
   * Whether a response brings the file. Other statuses of success bring a part of it (206), or only
   * say that it is still being made (202).
   */
  static boolean isFile(Response response) {
    return response.status() == 200;
  }

  /** The whole file has come. */
  void received(Response response, long bytes) {
    tell(attempt -> attempt.answered(response, bytes));
  }

  /** Nothing more is known of the attempt that is under way, if there is one. */
  void givenUp() {
    tell(AttemptReport::givenUp);
  }

  private void begin(Request request, CallContext context) {
    context.countAttempt();
    underWay.set(AttemptReport.sent(context, request));
  }

  /** A refusal has all that listeners are told; a file that is open has yet to come. */
  private void opened(Response response) {
    if (!isFile(response)) {
      tell(attempt -> attempt.refused(response));
    }
  }

  private void tell(Consumer<AttemptReport> what) {
    AttemptReport attempt = underWay.getAndSet(null);
    if (attempt != null) {
      what.accept(attempt);
    }
  }
}
