package io.github.invoicingsdk.faults;

import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.invoicingsdk.CallOptions;
import io.github.invoicingsdk.RetryPolicy;
import io.github.invoicingsdk.error.InvoicingException;
import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/**
 * A program that meets chunks whose length the JDK reads as a negative number. Each costs a thread
 * that is busy until the process ends.
 */
final class NegativeChunk {

  private static final Duration SHORT = Duration.ofSeconds(1);
  private static final CallOptions ONCE =
      CallOptions.defaults().toBuilder()
          .timeout(SHORT)
          .attemptTimeout(SHORT)
          .retry(RetryPolicy.never())
          .build();

  private NegativeChunk() {}

  /** Takes the address of the API, and how often each call is made. */
  public static void main(String[] arguments) {
    URI api = URI.create(arguments[0]);
    try (InvoiceXpressClient client =
        InvoiceXpressClient.builder()
            .baseUrl(api)
            .apiKey("key")
            .unlimitedRate()
            .options(ONCE)
            .build()) {
      for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
        show(() -> client.sequences().register(Call.ID));
        show(() -> client.async().sequences().register(Call.ID).join());
        show(
            () ->
                client
                    .download(api.resolve("/file"))
                    .timeout(SHORT)
                    .to(new ByteArrayOutputStream()));
        show(
            () ->
                client
                    .async()
                    .download(api.resolve("/file"))
                    .timeout(SHORT)
                    .to(new ByteArrayOutputStream())
                    .join());
      }
    }
    System.exit(0);
  }

  private static void show(ThrowingCallable call) {
    Throwable failure = catchThrowable(call);
    if (failure instanceof CompletionException && failure.getCause() != null) {
      failure = failure.getCause();
    }
    System.out.println(
        failure instanceof InvoicingException known
            ? known.getClass().getSimpleName() + ", processed: " + known.mayHaveBeenProcessed()
            : String.valueOf(failure));
    if (Thread.interrupted()) {
      System.out.println("interrupted");
    }
  }
}
