package io.github.invoicingsdk.observation;

import io.github.invoicingsdk.error.Provider;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Measures calls with Micrometer, which must be on the class path, or required as the module {@code
 * micrometer.core}:
 *
 * <pre>{@code
 * InvoiceXpressClient.builder()
 *     .account("acme")
 *     .apiKey(apiKey)
 *     .listener(new MicrometerListener(registry))
 *     .build();
 * }</pre>
 *
 * <table>
 *   <caption>The meters</caption>
 *   <tr><th>name</th><th>what</th><th>tags</th></tr>
 *   <tr><td>{@code invoicing.calls}</td><td>a timer of calls, with all waiting</td>
 *       <td>provider, operation, outcome, status</td></tr>
 *   <tr><td>{@code invoicing.requests}</td><td>a timer of the requests that were sent for them</td>
 *       <td>provider, operation, outcome, status</td></tr>
 *   <tr><td>{@code invoicing.retries}</td><td>a counter of repetitions</td>
 *       <td>provider, operation, reason</td></tr>
 *   <tr><td>{@code invoicing.request.size}, {@code invoicing.response.size}</td>
 *       <td>summaries of the bodies, in bytes</td><td>provider, operation</td></tr>
 *   <tr><td>{@code invoicing.fleet.available}</td><td>a gauge: 1 while what is shared with other
 *       machines is there, 0 while it is away; only after it has changed once</td>
 *       <td>provider</td></tr>
 * </table>
 *
 * <p>Values of tags are few: operations of the spec, names of outcomes and reasons in small
 * letters, status codes, and {@code none} where no response came. Thread-safe.
 */
public final class MicrometerListener implements CallListener {

  private final MeterRegistry registry;
  private final Map<Provider, AtomicInteger> fleet = new ConcurrentHashMap<>();

  /**
   * Creates a listener.
   *
   * @param registry gets the meters
   */
  // Who calls this has the module; who does not must be able to do without it.
  @SuppressWarnings("exports")
  public MicrometerListener(MeterRegistry registry) {
    this.registry = Objects.requireNonNull(registry, "registry");
  }

  @Override
  public void attempted(Call call, Attempt attempt) {
    Timer.builder("invoicing.requests")
        .description("Requests that were sent to the provider")
        .tags(of(call).and("outcome", name(attempt.outcome()), "status", of(attempt.status())))
        .register(registry)
        .record(attempt.duration());
    size("invoicing.request.size", "Bodies of requests", call)
        .record((double) attempt.requestBytes());
    size("invoicing.response.size", "Bodies of responses", call)
        .record((double) attempt.responseBytes());
  }

  @Override
  public void retrying(Call call, Retry retry) {
    Counter.builder("invoicing.retries")
        .description("Requests that were sent again")
        .tags(of(call).and("reason", name(retry.reason())))
        .register(registry)
        .increment();
  }

  @Override
  public void ended(Call call, CallResult result) {
    Timer.builder("invoicing.calls")
        .description("Calls of operations")
        .tags(of(call).and("outcome", name(result.outcome()), "status", of(result.status())))
        .register(registry)
        .record(result.duration());
  }

  @Override
  public void fleetChanged(FleetStatus status) {
    fleet.computeIfAbsent(status.provider(), this::gauge).set(status.available() ? 1 : 0);
  }

  private AtomicInteger gauge(Provider provider) {
    AtomicInteger available = new AtomicInteger(1);
    Gauge.builder("invoicing.fleet.available", available, AtomicInteger::get)
        .description("Whether what is shared with other machines is there")
        .tags("provider", name(provider))
        .strongReference(true)
        .register(registry);
    return available;
  }

  private DistributionSummary size(String name, String description, Call call) {
    return DistributionSummary.builder(name)
        .description(description)
        .baseUnit("bytes")
        .tags(of(call))
        .register(registry);
  }

  private static Tags of(Call call) {
    return Tags.of("provider", name(call.provider()), "operation", call.operation());
  }

  private static String of(OptionalInt status) {
    return status.isPresent() ? Integer.toString(status.getAsInt()) : "none";
  }

  private static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
