package io.github.invoicingsdk.observation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.invoicingsdk.error.Provider;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The meters after calls with faults, in the real registry. */
class MicrometerListenerTest {

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final MicrometerListener listener = new MicrometerListener(registry);

  @ParameterizedTest
  @CsvSource({
    "succeeded, 200, 600",
    "refused, 404, 100",
    "failed, 500, 100",
    "outcome_unknown, none, 100",
    "unreadable, 200, 100"
  })
  void a_thousand_calls_are_counted_by_how_they_ended(String outcome, String status, long count) {
    MixedOutcomesTransport.callTenTimes(100, listener);

    assertThat(
            registry
                .get("invoicing.calls")
                .tags("provider", "invoicexpress", "outcome", outcome, "status", status)
                .timers())
        .singleElement()
        .satisfies(timer -> assertThat(timer.count()).isEqualTo(count));
  }

  @Test
  void every_request_and_every_repetition_is_counted() {
    MixedOutcomesTransport.callTenTimes(100, listener);

    assertThat(registry.get("invoicing.requests").timers().stream().mapToLong(t -> t.count()).sum())
        .isEqualTo(100L * MixedOutcomesTransport.REQUESTS);
    assertThat(registry.get("invoicing.retries").tag("reason", "rate_limited").counter().count())
        .isEqualTo(100);
    assertThat(registry.get("invoicing.retries").tag("reason", "server_error").counter().count())
        .isEqualTo(200);
    assertThat(
            registry
                .get("invoicing.response.size")
                .tag("operation", "getSequence")
                .summary()
                .totalAmount())
        .isEqualTo(
            100
                * (6 * "{\"sequence\":{\"id\":1}}".length()
                    + 5 * "{}".length()
                    + "<html>".length()));
  }

  @Test
  void tags_have_few_values() {
    MixedOutcomesTransport.callTenTimes(20, listener);

    assertThat(registry.getMeters()).hasSizeLessThan(20);
    assertThat(registry.getMeters())
        .extracting(Meter::getId)
        .flatMap(id -> id.getTags())
        .extracting(Tag::getValue)
        .containsOnly(
            "invoicexpress",
            "getSequence",
            "registerSequence",
            "succeeded",
            "refused",
            "failed",
            "outcome_unknown",
            "unreadable",
            "accepted",
            "not_processed",
            "unknown",
            "200",
            "404",
            "429",
            "500",
            "none",
            "rate_limited",
            "server_error");
  }

  @Test
  void what_is_shared_is_a_gauge() {
    assertThat(registry.getMeters()).isEmpty();

    listener.fleetChanged(new FleetStatus(Provider.IDOKLAD, "acme", false, "RedisException"));
    assertThat(gauge()).isZero();

    listener.fleetChanged(new FleetStatus(Provider.IDOKLAD, "acme", true, "back"));
    assertThat(gauge()).isEqualTo(1);
    assertThat(registry.getMeters()).hasSize(1);
  }

  private double gauge() {
    return registry
        .get("invoicing.fleet.available")
        .tags(List.of(Tag.of("provider", "idoklad")))
        .gauge()
        .value();
  }
}
