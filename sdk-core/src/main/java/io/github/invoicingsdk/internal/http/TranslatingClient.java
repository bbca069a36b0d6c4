package io.github.invoicingsdk.internal.http;

import feign.Client;
import feign.FeignException;
import feign.Request;
import feign.Response;
import feign.Util;
import io.github.invoicingsdk.error.CallInterruptedException;
import io.github.invoicingsdk.error.InvoicingException;
import io.github.invoicingsdk.error.ServerException;
import io.github.invoicingsdk.error.TransportException;
import io.github.invoicingsdk.internal.auth.TokenRefusedException;
import io.github.invoicingsdk.internal.auth.TokenUnavailableException;
import io.github.invoicingsdk.internal.error.ErrorTranslator;
import io.github.invoicingsdk.internal.error.Redactor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;

/**
 * The outermost decorator: lets answers of success through and turns everything else into the SDK's
 * exceptions, so that Feign never gets to make its own, whose texts hold the URL.
 */
public final class TranslatingClient implements Client {

  private final Client next;
  private final ErrorTranslator translator;
  private final Redactor redactor;

  /** Puts translation around the next client. */
  public TranslatingClient(Client next, ErrorTranslator translator, Redactor redactor) {
    this.next = next;
    this.translator = translator;
    this.redactor = redactor;
  }

  @Override
  public Response execute(Request request, Request.Options options) {
    CallContext context = CallContext.of(options);
    try {
      return translate(request, context);
    } catch (TransportException | ServerException failure) {
      boolean unknown =
          failure.mayHaveBeenProcessed()
              && !context.isRepeatable()
              && !(failure instanceof CallInterruptedException);
      throw unknown
          ? translator.call(context, request).outcomeUnknown(failure, context.howToFindOut())
          : failure;
    }
  }

  private Response translate(Request request, CallContext context) {
    try {
      Response response = next.execute(request, context);
      if (response.status() >= 200 && response.status() <= 299) {
        return response;
      }
      try (response) {
        throw translator.refused(
            context, request, response.status(), response.headers(), body(response));
      }
    } catch (InvoicingException translated) {
      throw translated;
    } catch (TokenRefusedException refused) {
      throw translator.tokenRefused(
          context, asked(refused), refused.status(), refused.headers(), refused.body());
    } catch (TokenUnavailableException failure) {
      throw translator.tokenUnavailable(context, request, failure.reason());
    } catch (IOException failure) {
      throw translator.failed(context, request, failure);
    } catch (UncheckedIOException failure) {
      throw translator.failed(context, request, Objects.requireNonNull(failure.getCause()));
    } catch (FeignException failure) {
      // Only a client of the user's own can throw it; nothing is known of the request then.
      throw translator
          .call(context, request)
          .connectionFailed(
              "the HTTP client failed (" + failure.getClass().getSimpleName() + ")",
              true,
              redactor.redactCause(failure));
    } catch (RuntimeException bug) {
      throw withoutSecrets(bug);
    }
  }

  /** What the token endpoint was asked, without the credentials. */
  private static Request asked(TokenRefusedException refused) {
    return Request.create(
        Request.HttpMethod.POST, refused.url(), Map.of(), new byte[0], null, null);
  }

  private static byte[] body(Response response) throws IOException {
    return response.body() == null
        ? new byte[0]
        : Util.toByteArray(response.body().asInputStream());
  }

  /** A bug, or an argument that the transport does not take, must not show the key either. */
  private RuntimeException withoutSecrets(RuntimeException bug) {
    Throwable shown = redactor.redactCause(bug);
    if (shown == bug) {
      return bug;
    }
    String message = redactor.redact(String.valueOf(bug.getMessage()));
    return bug instanceof IllegalArgumentException
        ? new IllegalArgumentException(message, shown)
        : new IllegalStateException(message, shown);
  }
}
