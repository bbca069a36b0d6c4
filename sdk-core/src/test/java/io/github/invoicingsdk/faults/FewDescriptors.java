package io.github.invoicingsdk.faults;

import io.github.invoicingsdk.CallOptions;
import io.github.invoicingsdk.RetryPolicy;
import io.github.invoicingsdk.error.InvoicingException;
import io.github.invoicingsdk.fixture.Patience;
import io.github.invoicingsdk.internal.http.Steps;
import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** A program that is run with a low limit of file descriptors. */
final class FewDescriptors {

  private static final CallOptions ONCE =
      CallOptions.defaults().toBuilder().retry(RetryPolicy.never()).build();

  private FewDescriptors() {}

  /** Takes what to do, the address of the API, and for {@code clients} how many. */
  public static void main(String[] arguments) throws Exception {
    URI api = URI.create(arguments[1]);
    if (arguments[0].equals("clients")) {
      makeUseAndClose(api, Integer.parseInt(arguments[2]));
    } else {
      runOut(api);
    }
  }

  private static void makeUseAndClose(URI api, int clients) throws Exception {
    AtomicLong before = new AtomicLong();
    for (int i = 0; i < clients; i++) {
      try (InvoiceXpressClient client = client(api)) {
        client.sequences().get(Call.ID);
      }
      if (i == 0) {
        before.set(descriptors());
      }
    }
    boolean freed =
        Patience.until(
            Duration.ofSeconds(10), () -> sdkThreads() == 0 && descriptors() <= before.get());
    System.out.println("served " + clients + ", freed: " + freed);
  }

  private static void runOut(URI api) throws IOException {
    List<InputStream> files = new ArrayList<>();
    try (InvoiceXpressClient fresh = client(api);
        InvoiceXpressClient used = client(api)) {
      // Whatever has to be loaded is loaded now.
      show(() -> client(URI.create("http://127.0.0.1:1")).sequences().register(Call.ID));
      show(() -> used.async().sequences().register(Call.ID).join());
      try {
        while (true) {
          files.add(Files.newInputStream(Path.of("/dev/zero")));
        }
      } catch (IOException full) {
        show(() -> used.sequences().register(Call.ID));
        show(() -> used.async().sequences().register(Call.ID).join());
        show(() -> fresh.sequences().register(Call.ID));
        show(() -> fresh.async().sequences().register(Call.ID).join());
      }
      for (InputStream file : files) {
        file.close();
      }
      show(() -> used.sequences().register(Call.ID));
      show(() -> fresh.sequences().register(Call.ID));
    }
  }

  private static InvoiceXpressClient client(URI api) {
    return InvoiceXpressClient.builder()
        .baseUrl(api)
        .apiKey("key")
        .unlimitedRate()
        .options(ONCE)
        .build();
  }

  private static void show(Runnable call) {
    try {
      call.run();
      System.out.println("done");
    } catch (InvoicingException failure) {
      show(failure);
    } catch (CompletionException failure) {
      show((InvoicingException) Steps.unwrap(failure));
    }
  }

  private static void show(InvoicingException failure) {
    System.out.println(
        failure.getClass().getSimpleName() + ", processed: " + failure.mayHaveBeenProcessed());
  }

  private static long sdkThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("invoicing-sdk-") || name.endsWith("SelectorManager"))
        .count();
  }

  private static long descriptors() {
    try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
      return open.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
