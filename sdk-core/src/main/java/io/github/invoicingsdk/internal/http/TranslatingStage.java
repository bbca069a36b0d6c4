package io.github.invoicingsdk.internal.http;

import feign.FeignException;
import feign.Request;
import feign.Response;
import io.github.invoicingsdk.error.ApiException;
import io.github.invoicingsdk.error.CallInterruptedException;
import io.github.invoicingsdk.error.InvoicingException;
import io.github.invoicingsdk.error.TransportException;
import io.github.invoicingsdk.internal.auth.TokenRefusedException;
import io.github.invoicingsdk.internal.auth.TokenUnavailableException;
import io.github.invoicingsdk.internal.error.ErrorTranslator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/**
 * The outermost stage: lets responses of success through and turns everything else into the SDK's
 * exceptions, so that Feign never gets to make its own, whose texts hold the URL.
 */
public final class TranslatingStage implements Stage {

  private final Stage next;
  private final ErrorTranslator translator;

  /** Puts translation around the next stage. */
  public TranslatingStage(Stage next, ErrorTranslator translator) {
    this.next = next;
    this.translator = translator;
  }

  @Override
  public Response execute(Request request, Request.Options options) {
    CallContext context = CallContext.of(options);
    try {
      return accepted(next.execute(request, context), request, context);
    } catch (IOException | RuntimeException failure) {
      throw translated(failure, request, context);
    }
  }

  @Override
  public CompletableFuture<Response> executeAsync(Request request, CallContext context) {
    CancellableFuture<Response> steps = new CancellableFuture<>();
    steps.then(
        next.executeAsync(request, context),
        response -> {
          try {
            steps.succeed(accepted(response, request, context));
          } catch (IOException | RuntimeException failure) {
            throw translated(failure, request, context);
          }
        },
        failure -> {
          if (failure instanceof Error error) {
            throw error;
          }
          throw failure instanceof Exception exception
              ? translated(exception, request, context)
              : new IllegalStateException("the exchange failed", failure);
        });
    return steps.result();
  }

  /** A response of success; any other is thrown. */
  private Response accepted(Response response, Request request, CallContext context)
      throws IOException {
    if (response.status() >= 200 && response.status() <= 299) {
      return response;
    }
    try (response) {
      throw translator.refused(
          context,
          request,
          response.status(),
          response.headers(),
          HeldBody.bytesOf(response.body()));
    }
  }

  /** What the caller gets: a write that may have been carried out is told apart from the rest. */
  private RuntimeException translated(Exception failure, Request request, CallContext context) {
    RuntimeException translated = inOwnTerms(failure, request, context);
    return translated instanceof InvoicingException known
            && (known instanceof TransportException || known instanceof ApiException)
            && !(known instanceof CallInterruptedException)
            && known.mayHaveBeenProcessed()
            && !context.isRepeatable()
        ? translator.call(context, request).outcomeUnknown(known, context.howToFindOut())
        : translated;
  }

  private RuntimeException inOwnTerms(Exception failure, Request request, CallContext context) {
    if (failure instanceof InvoicingException translated) {
      return translated;
    }
    if (failure instanceof TokenRefusedException refused) {
      return translator.tokenRefused(
          context, asked(refused), refused.status(), refused.headers(), refused.body());
    }
    if (failure instanceof TokenUnavailableException unavailable) {
      return translator.tokenUnavailable(context, request, unavailable.reason());
    }
    if (failure instanceof IOException exception) {
      return translator.failed(context, request, exception);
    }
    if (failure instanceof UncheckedIOException unchecked) {
      return translator.failed(context, request, Objects.requireNonNull(unchecked.getCause()));
    }
    if (failure instanceof FeignException) {
      // Only a client of the user's own can throw it; nothing is known of the request then.
      return translator
          .call(context, request)
          .connectionFailed(
              "the HTTP client failed (" + failure.getClass().getSimpleName() + ")",
              true,
              translator.redactor(context, request).redactCause(failure));
    }
    return translator.redactor(context, request).redactBug((RuntimeException) failure);
  }

  /** What the token endpoint was asked, without the credentials. */
  private static Request asked(TokenRefusedException refused) {
    return Request.create(
        Request.HttpMethod.POST, refused.url(), Map.of(), new byte[0], null, null);
  }
}
