package io.github.invoicingsdk.faults;

import io.github.invoicingsdk.CallOptions;
import io.github.invoicingsdk.RetryPolicy;
import io.github.invoicingsdk.error.InvoicingException;
import io.github.invoicingsdk.fixture.Await;
import io.github.invoicingsdk.internal.http.CancellableFuture;
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
    use(api);
    boolean ended = awaitNoThreads();
    // The JDK keeps one of its own.
    long before = sockets();
    for (int i = 1; i < clients; i++) {
      use(api);
    }
    boolean freed = ended && awaitNoThreads() && sockets() <= before;
    System.out.println("served " + clients + ", freed: " + freed);
  }

  private static void use(URI api) {
    try (InvoiceXpressClient client = client(api)) {
      client.sequences().get(Call.ID);
    }
  }

  /** A thread that selects ends after it has closed its sockets. */
  private static boolean awaitNoThreads() throws InterruptedException {
    return Await.until(Duration.ofSeconds(30), () -> sdkThreads() == 0);
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
      show((InvoicingException) CancellableFuture.unwrap(failure));
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

  /** Sockets, and what their selectors are made of; the class path has files open as well. */
  private static long sockets() {
    try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
      return open.map(FewDescriptors::target)
          .filter(name -> name.startsWith("socket:") || name.startsWith("anon_inode:"))
          .count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a descriptor stands for; that of the listing itself is gone by then. */
  private static String target(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString();
    } catch (IOException e) {
      return "";
    }
  }
}
