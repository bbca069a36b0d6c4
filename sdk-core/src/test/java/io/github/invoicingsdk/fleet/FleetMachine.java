package io.github.invoicingsdk.fleet;

import io.github.invoicingsdk.idoklad.IdokladClient;
import io.github.invoicingsdk.observation.Call;
import io.github.invoicingsdk.observation.CallListener;
import io.github.invoicingsdk.observation.FleetStatus;
import io.github.invoicingsdk.observation.Retry;
import io.github.invoicingsdk.sandbox.Sandbox;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One machine of a fleet, as a process of its own: makes a call, waits for a line, makes the
 * others, and writes what it sees.
 */
final class FleetMachine {

  private FleetMachine() {}

  /** Takes Redis, the API, the token endpoint, the limit, the machines and the number of calls. */
  public static void main(String[] arguments) throws IOException {
    int calls = Integer.parseInt(arguments[5]);
    Watch watch = new Watch();
    var credentials = Sandbox.DEFAULT_IDOKLAD_CREDENTIALS;
    try (RedisFleet fleet =
            RedisFleet.connect(URI.create(arguments[0]), Integer.parseInt(arguments[4]));
        IdokladClient client =
            IdokladClient.builder()
                .baseUrl(URI.create(arguments[1]))
                .tokenUrl(URI.create(arguments[2]))
                .clientCredentials(
                    keys ->
                        keys.applicationId(credentials.applicationId())
                            .clientId(credentials.clientId())
                            .clientSecret(credentials.clientSecret()))
                .timeout(Duration.ofMinutes(1))
                .requestsPerMinute(Integer.parseInt(arguments[3]))
                .fleet(fleet)
                .listener(watch)
                .build()) {
      for (int i = 1; i <= calls; i++) {
        client.numericSequences().get(1);
        System.out.println("call " + i);
        if (i == 1 && System.in.read() < 0) {
          throw new IllegalStateException("the test is gone");
        }
      }
      System.out.println(
          "end away="
              + watch.away
              + " back="
              + watch.back
              + " refused="
              + watch.refused
              + " usage="
              + client.usage().calls());
    }
  }

  /** Counts what must be seen once, and what must not be seen at all. */
  private static final class Watch implements CallListener {

    private final AtomicInteger away = new AtomicInteger();
    private final AtomicInteger back = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();

    @Override
    public void retrying(Call call, Retry retry) {
      refused.incrementAndGet();
    }

    @Override
    public void fleetChanged(FleetStatus status) {
      (status.available() ? back : away).incrementAndGet();
      System.out.println("fleet " + status);
    }
  }
}
