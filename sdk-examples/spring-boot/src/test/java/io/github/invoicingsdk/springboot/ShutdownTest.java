package io.github.invoicingsdk.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.invoicingsdk.error.Provider;
import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import io.github.invoicingsdk.observation.Call;
import io.github.invoicingsdk.observation.CallListener;
import io.github.invoicingsdk.observation.CallResult;
import io.github.invoicingsdk.sandbox.Fault;
import io.github.invoicingsdk.sandbox.Gate;
import io.github.invoicingsdk.sandbox.Sandbox;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

class ShutdownTest {

  private static final Duration LONG = Duration.ofSeconds(30);

  private final Sandbox sandbox = Sandbox.start();
  private final AccountActivity first = activity("first");
  private final AccountActivity second = activity("second");

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void without_calls_under_way_it_ends_at_once() {
    AtomicInteger ended = new AtomicInteger();

    new InvoicingShutdown(List.of(first, second)).stop(ended::incrementAndGet);

    assertThat(ended).hasValue(1);
  }

  @Test
  void it_ends_once_with_the_last_call_of_all_accounts() {
    AtomicInteger ended = new AtomicInteger();
    Call one = start(first);
    Call two = start(first);
    Call three = start(second);

    new InvoicingShutdown(List.of(first, second)).stop(ended::incrementAndGet);
    end(first, one);
    end(second, three);
    assertThat(ended).hasValue(0);
    end(first, two);

    assertThat(ended).hasValue(1);
  }

  @Test
  void a_call_that_starts_while_others_end_is_waited_for_too() {
    AtomicInteger ended = new AtomicInteger();
    Call one = start(second);

    new InvoicingShutdown(List.of(first, second)).stop(ended::incrementAndGet);
    Call two = start(first);
    end(second, one);
    assertThat(ended).hasValue(0);
    end(first, two);

    assertThat(ended).hasValue(1);
  }

  @Test
  void it_can_be_started_again() {
    InvoicingShutdown shutdown = new InvoicingShutdown(List.of(first));
    assertThat(shutdown.isRunning()).isFalse();
    shutdown.start();
    assertThat(shutdown.isRunning()).isTrue();

    shutdown.stop(() -> {});
    assertThat(shutdown.isRunning()).isFalse();
    shutdown.start();
    shutdown.stop();

    assertThat(shutdown.isRunning()).isFalse();
  }

  @Test
  void a_call_under_way_ends_as_it_would_have_before_the_client_is_closed() throws Exception {
    Gate gate = new Gate();
    sandbox.faults().on("GET", ".*").once(Fault.hold(gate));
    ConfigurableApplicationContext context = start();
    Events events = context.getBean(Events.class);
    events.whenStopping = gate::release;
    CompletableFuture<String> call = call(context);
    assertThat(gate.awaitArrival(LONG)).isTrue();

    context.close();

    assertThat(call.get(LONG.toSeconds(), TimeUnit.SECONDS)).isEqualTo("2025");
    assertThat(events.seen).containsExactly("stopping", "ended", "stopped");
  }

  @Test
  void it_waits_no_longer_than_the_application_allows() throws Exception {
    Gate gate = new Gate();
    sandbox.faults().on("GET", ".*").once(Fault.hold(gate));
    ConfigurableApplicationContext context =
        start("--spring.lifecycle.timeout-per-shutdown-phase=50ms");
    Events events = context.getBean(Events.class);
    CompletableFuture<String> call = call(context);
    assertThat(gate.awaitArrival(LONG)).isTrue();

    context.close();

    assertThat(events.seen).containsExactly("stopping", "stopped");
    gate.release();
    assertThat(call.get(LONG.toSeconds(), TimeUnit.SECONDS)).isEqualTo("2025");
  }

  private ConfigurableApplicationContext start(String... more) {
    SpringApplicationBuilder application =
        new SpringApplicationBuilder(Application.class)
            .web(WebApplicationType.NONE)
            .properties(Contexts.invoiceXpress(sandbox, "acme"));
    return application.run(more);
  }

  private static CompletableFuture<String> call(ConfigurableApplicationContext context) {
    return context
        .getBean(InvoiceXpressClient.class)
        .async()
        .sequences()
        .get(146090)
        .thenApply(sequence -> String.valueOf(sequence.serie()));
  }

  private static AccountActivity activity(String name) {
    return new AccountActivity(
        new InvoicingAccount(Provider.INVOICEXPRESS, name), InstantSource.system());
  }

  private static Call start(AccountActivity activity) {
    Call call = Calls.of("getSequence");
    activity.listener().started(call);
    return call;
  }

  private static void end(AccountActivity activity, Call call) {
    activity.listener().ended(call, Calls.success());
  }

  /** What happens, in its order. */
  static final class Events implements CallListener {
    final List<String> seen = new CopyOnWriteArrayList<>();
    volatile Runnable whenStopping = () -> {};

    @Override
    public void ended(Call call, CallResult result) {
      seen.add("ended");
    }
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Application {
    @Bean
    Events events() {
      return new Events();
    }

    /** Stops just before calls are waited for. */
    @Bean
    SmartLifecycle before(Events events) {
      return new Stop(
          InvoicingShutdown.PHASE + 1,
          () -> {
            events.seen.add("stopping");
            events.whenStopping.run();
          });
    }

    /** Stops just after calls were waited for. */
    @Bean
    SmartLifecycle after(Events events) {
      return new Stop(InvoicingShutdown.PHASE - 1, () -> events.seen.add("stopped"));
    }
  }

  /** Does something when a phase stops. */
  private static final class Stop implements SmartLifecycle {
    private final int phase;
    private final Runnable action;
    private volatile boolean running;

    private Stop(int phase, Runnable action) {
      this.phase = phase;
      this.action = action;
    }

    @Override
    public void start() {
      running = true;
    }

    @Override
    public void stop() {
      running = false;
      action.run();
    }

    @Override
    public boolean isRunning() {
      return running;
    }

    @Override
    public int getPhase() {
      return phase;
    }
  }
}
