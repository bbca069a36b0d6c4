package io.github.invoicingsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import feign.Client;
import io.github.invoicingsdk.fixture.LeakScan;
import io.github.invoicingsdk.fixture.MarkedSecret;
import io.github.invoicingsdk.fixture.StubClients;
import io.github.invoicingsdk.fixture.StubServer;
import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import io.github.invoicingsdk.observation.Call;
import io.github.invoicingsdk.observation.CallListener;
import io.github.invoicingsdk.observation.CallResult;
import io.github.invoicingsdk.vocabulary.QueryValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The address of a file opens it: looks for it in whatever a failing transport brings about. */
@Timeout(60)
class SecretsInDownloadsTest {

  private static final MarkedSecret FILE = new MarkedSecret("FileMark", "+=&?#,");

  @TempDir private Path folder;

  static List<Function<String, Throwable>> failures() {
    List<Function<String, Throwable>> all = new ArrayList<>();
    for (SecretsInFailuresTest.Failing failing : SecretsInFailuresTest.failures()) {
      all.add(
          text -> {
            try {
              return failing.with(text);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
    // What a transport throws need not be what it declares.
    all.add(TimeoutException::new);
    all.add(text -> new Exception("harmless", new Exception(text)));
    return all;
  }

  @ParameterizedTest
  @MethodSource("failures")
  void a_failing_transport_shows_nothing_of_the_address(Function<String, Throwable> failing) {
    List<String> told = new CopyOnWriteArrayList<>();
    Client transport =
        (request, options) -> {
          String forms = MarkedSecret.fill("@RAW@", List.of(FILE));
          throw SecretsInDownloadsTest.<RuntimeException>sneaky(
              failing.apply(request.url() + " " + forms));
        };
    String part = QueryValue.encode(FILE.value());
    try (StubServer server = StubServer.start();
        InvoiceXpressClient client =
            StubClients.invoiceXpress(server)
                .unverifiedTransport(transport)
                .listener(
                    new CallListener() {
                      @Override
                      public void ended(Call call, CallResult result) {
                        result.failure().ifPresent(e -> told.addAll(LeakScan.of(e)));
                      }
                    })
                .build()) {
      for (String address :
          List.of(
              "/files/" + part + "/a.pdf", "/a.pdf?signature=" + part, "/a.pdf?x=1&y=" + part)) {
        URI file = URI.create(server.url() + address);
        assertHidden(catchThrowable(() -> client.download(file).to(folder.resolve("a.pdf"))));
        assertHidden(
            catchThrowable(
                () ->
                    client.async(Runnable::run).download(file).to(folder.resolve("a.pdf")).join()));
      }
      assertThatHidden(told);
    }
  }

  private static void assertHidden(Throwable failure) {
    Throwable shown = failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
    assertThatHidden(LeakScan.of(Objects.requireNonNull(shown)));
  }

  private static void assertThatHidden(List<String> texts) {
    for (String text : texts) {
      assertThat(FILE.marksIn(text)).as("marks in: %s", text).isEmpty();
    }
  }

  @SuppressWarnings("unchecked") // Nothing is checked at run time.
  private static <E extends Throwable> RuntimeException sneaky(Throwable failure) throws E {
    throw (E) failure;
  }
}
