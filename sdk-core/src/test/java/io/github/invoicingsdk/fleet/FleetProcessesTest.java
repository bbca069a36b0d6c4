package io.github.invoicingsdk.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.invoicingsdk.sandbox.RecordedRequest;
import io.github.invoicingsdk.sandbox.Sandbox;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Several processes that work for one account, against one sandbox and one Redis. */
@Timeout(120)
class FleetProcessesTest {

  private static final int MACHINES = 3;
  private static final int LIMIT = 600;

  private final Sandbox sandbox = Sandbox.start();
  private final List<Machine> machines = new ArrayList<>();

  @AfterEach
  void close() {
    machines.forEach(Machine::close);
    sandbox.close();
  }

  @Test
  void machines_keep_to_one_limit_and_one_token() throws Exception {
    try (RedisServers redis = RedisServers.started()) {
      start(redis, 30);

      for (Machine machine : machines) {
        assertThat(machine.readUntil(line -> line.startsWith("end")))
            .as("%s", machine.seen())
            .startsWith("end away=0 back=0 refused=0");
      }

      assertThat(apiCalls()).hasSize(MACHINES * 30);
      assertThat(mostInAMinute(apiCalls())).isLessThanOrEqualTo(LIMIT);
      // 60 may gather, and 8 a second flow in, however many machines there are.
      Duration time = Duration.between(apiCalls().get(0), apiCalls().get(MACHINES * 30 - 1));
      assertThat(MACHINES * 30L).isLessThanOrEqualTo(60 + 8 * (time.toSeconds() + 1));
      assertThat(sandbox.idoklad().tokensIssued()).isEqualTo(1);
    }
  }

  @Test
  void machines_go_on_while_redis_is_away_and_come_together_again() throws Exception {
    try (RedisServers redis = RedisServers.started()) {
      start(redis, 60);
      for (Machine machine : machines) {
        assertThat(machine.readUntil("call 5"::equals)).isNotEmpty();
      }
      redis.stop();
      for (Machine machine : machines) {
        assertThat(machine.readUntil("call 15"::equals)).isNotEmpty();
      }
      redis.start();

      for (Machine machine : machines) {
        // It would be called back when it had answered for half a minute.
        assertThat(machine.readUntil(line -> line.startsWith("end")))
            .as("%s", machine.seen())
            .startsWith("end away=1 back=0 refused=0");
      }

      assertThat(apiCalls()).hasSize(MACHINES * 60);
      assertThat(mostInAMinute(apiCalls())).isLessThanOrEqualTo(LIMIT);
      assertThat(sandbox.idoklad().tokensIssued()).isEqualTo(1);
    }
  }

  private void start(RedisServers redis, int calls) throws IOException {
    sandbox.idoklad().rateLimit().allowPerMinute(LIMIT);
    for (int i = 0; i < MACHINES; i++) {
      Machine machine =
          Machine.started(
              FleetMachine.class,
              redis.url().toString(),
              sandbox.idokladUrl().toString(),
              sandbox.idokladTokenUrl().toString(),
              Integer.toString(LIMIT),
              Integer.toString(MACHINES),
              Integer.toString(calls));
      machines.add(machine);
      // One after the other: processes that start together slow each other down for seconds.
      assertThat(machine.readUntil("call 1"::equals)).isNotEmpty();
    }
    for (Machine machine : machines) {
      machine.letGoOn();
    }
  }

  private List<Instant> apiCalls() {
    return sandbox.requests().stream()
        .filter(request -> !request.path().endsWith("/token"))
        .map(RecordedRequest::instant)
        .sorted()
        .toList();
  }

  private static int mostInAMinute(List<Instant> moments) {
    int most = 0;
    int first = 0;
    for (int last = 0; last < moments.size(); last++) {
      while (Duration.between(moments.get(first), moments.get(last)).toSeconds() >= 60) {
        first++;
      }
      most = Math.max(most, last - first + 1);
    }
    return most;
  }
}
