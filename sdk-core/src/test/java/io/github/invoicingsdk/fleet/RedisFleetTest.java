package io.github.invoicingsdk.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bucket4j.Bucket;
import io.github.invoicingsdk.idoklad.IdokladClient;
import io.github.invoicingsdk.observation.CallListener;
import io.github.invoicingsdk.observation.FleetStatus;
import io.github.invoicingsdk.sandbox.IdokladCredentials;
import io.github.invoicingsdk.sandbox.Sandbox;
import io.github.invoicingsdk.testing.RawServer;
import io.lettuce.core.RedisClient;
import io.lettuce.core.SetArgs;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.net.URI;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What machines share, in a real Redis. */
@Timeout(60)
class RedisFleetTest {

  private static final SetArgs LATER = SetArgs.Builder.px(3_000_000);

  private static final YearMonth MONTH = YearMonth.of(2026, 11);

  private static RedisServers redis;

  @BeforeAll
  static void start() throws Exception {
    redis = RedisServers.started();
  }

  @AfterAll
  static void stop() throws Exception {
    redis.close();
  }

  @Test
  void a_token_is_kept_until_its_time_is_over() {
    try (RedisFleet fleet = RedisFleet.connect(redis.url(), 2);
        RedisFleet other = RedisFleet.connect(redis.url(), 2)) {
      assertThat(fleet.tokens().read("kept")).isEmpty();

      fleet
          .tokens()
          .write("kept", new StoredToken("a:b.c", Duration.ofHours(1), Duration.ofMinutes(50)));

      assertThat(other.tokens().read("kept"))
          .hasValueSatisfying(
              token -> {
                assertThat(token.value()).isEqualTo("a:b.c");
                assertThat(token.lifetime()).isEqualTo(Duration.ofHours(1));
                assertThat(token.remaining())
                    .isBetween(Duration.ofMinutes(49), Duration.ofMinutes(50));
              });
      assertThat(other.tokens().read("another")).isEmpty();
    }
  }

  @Test
  void a_token_lies_in_redis_encrypted_and_one_that_cannot_be_decrypted_is_replaced() {
    SecretKey key = new SecretKeySpec(new byte[32], "AES");
    SecretKey otherKey = new SecretKeySpec(new byte[16], "AES");
    try (Sandbox sandbox = Sandbox.start();
        RedisFleet plain = RedisFleet.connect(redis.url(), 2);
        RedisFleet fleet = RedisFleet.connect(redis.url(), 2, TokenEncryption.with(key));
        RedisFleet other = RedisFleet.connect(redis.url(), 2, TokenEncryption.with(otherKey))) {
      StoredToken token = new StoredToken("a:b.c", Duration.ofHours(1), Duration.ofMinutes(50));
      fleet.tokens().write("encrypted", token);
      assertThat(fleet.tokens().read("encrypted")).map(StoredToken::value).contains("a:b.c");
      assertThat(plain.tokens().read("encrypted")).map(StoredToken::value).isNotEqualTo("a:b.c");
      assertThat(other.tokens().read("encrypted")).isEmpty();

      for (RedisFleet next : List.of(fleet, fleet, other, other)) {
        try (IdokladClient client = client(sandbox, next, new CopyOnWriteArrayList<>())) {
          client.numericSequences().get(1);
        }
      }

      assertThat(sandbox.idoklad().tokensIssued()).isEqualTo(2);
    }
  }

  @Test
  void one_process_at_a_time_has_the_right_to_renew() {
    try (RedisFleet fleet = RedisFleet.connect(redis.url(), 2)) {
      TokenStore tokens = fleet.tokens();

      assertThat(tokens.claim("renewed", "one", Duration.ofMinutes(1))).isTrue();
      assertThat(tokens.claim("renewed", "two", Duration.ofMinutes(1))).isFalse();
      tokens.release("renewed", "two");
      assertThat(tokens.claim("renewed", "two", Duration.ofMinutes(1))).isFalse();
      tokens.release("renewed", "one");
      assertThat(tokens.claim("renewed", "two", Duration.ofMinutes(1))).isTrue();
    }
  }

  @Test
  void machines_take_tokens_out_of_one_bucket_which_starts_empty() {
    try (RedisFleet fleet = RedisFleet.connect(redis.url(), 2);
        RedisFleet other = RedisFleet.connect(redis.url(), 2)) {
      Bucket bucket = fleet.bucket("bucket", 60);
      assertThat(bucket.tryConsume(1)).isFalse();
      bucket.forceAddTokens(5);

      assertThat(other.bucket("bucket", 60).tryConsume(5)).isTrue();
      assertThat(bucket.tryConsume(1)).isFalse();
      assertThat(fleet.bucket("bucket", 60)).isSameAs(bucket);
    }
  }

  @Test
  void counts_add_up() {
    try (RedisFleet fleet = RedisFleet.connect(redis.url(), 2);
        RedisFleet other = RedisFleet.connect(redis.url(), 2)) {
      assertThat(fleet.usage().add("counted", MONTH, 3, 1))
          .isEqualTo(new MonthlyUsage(MONTH, 3, 1));
      assertThat(other.usage().add("counted", MONTH, 4, 0))
          .isEqualTo(new MonthlyUsage(MONTH, 7, 1));
      assertThat(fleet.usage().add("counted", MONTH.plusMonths(1), 0, 0).calls()).isZero();
    }
  }

  @Test
  void a_claim_that_was_left_behind_without_an_end_gets_one() {
    try (RedisFleet fleet = RedisFleet.connect(redis.url(), 2);
        StringKeys keys = new StringKeys(redis)) {
      keys.redis().set("invoicing-sdk:renewal:endless", "a process that died");
      keys.redis()
          .set("invoicing-sdk:renewal:long", "a process that died", SetArgs.Builder.px(30_000));
      keys.redis().lpush("invoicing-sdk:renewal:list", "no claim at all");

      for (String account : List.of("endless", "long", "list")) {
        assertThat(fleet.tokens().claim(account, "one", Duration.ofSeconds(3))).isFalse();
        assertThat(keys.redis().pttl("invoicing-sdk:renewal:" + account)).isBetween(1L, 3_000L);
        fleet.tokens().release(account, "one");
      }
    }
  }

  /** What is done to keys that are there already. */
  record Breaking(String name, Consumer<StringKeys> change) {

    static Breaking of(String name, BiConsumer<RedisCommands<String, String>, String> change) {
      return new Breaking(
          name,
          keys -> {
            for (String key : keys.redis().keys("invoicing-sdk:*")) {
              change.accept(keys.redis(), key);
            }
          });
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Breaking> breakings() {
    return Stream.of(
        Breaking.of(
            "lists",
            (redis, key) -> {
              redis.del(key);
              redis.lpush(key, "a list");
            }),
        Breaking.of("empty", (redis, key) -> redis.set(key, "")),
        Breaking.of("text", (redis, key) -> redis.set(key, "garbage: {\"tokens\":12")),
        Breaking.of("numbers", (redis, key) -> redis.set(key, "12345")),
        Breaking.of(
            "bytes", (redis, key) -> redis.set(key, "\u0000\u0001\u0002\u0003\uffff".repeat(40))),
        Breaking.of(
            "a token for headers",
            (redis, key) -> redis.set(key, "3600000:stolen\r\nX-Injected: 1", LATER)),
        Breaking.of("an expired token", (redis, key) -> redis.set(key, "-5:3600000:token", LATER)));
  }

  @ParameterizedTest
  @MethodSource("breakings")
  void keys_that_were_broken_heal_and_hold_nobody_up(Breaking breaking) throws Exception {
    List<FleetStatus> told = new CopyOnWriteArrayList<>();
    try (RedisServers own = RedisServers.started();
        Sandbox sandbox = Sandbox.start();
        RedisFleet fleet = RedisFleet.connect(own.url(), 2);
        StringKeys keys = new StringKeys(own)) {
      try (IdokladClient client = client(sandbox, fleet, told)) {
        client.numericSequences().get(1);
      }
      fleet.usage().add("counted", MONTH, 3, 1);
      assertThat(keys.redis().keys("invoicing-sdk:*")).hasSizeGreaterThanOrEqualTo(3);
      breaking.change().accept(keys);

      try (IdokladClient client = client(sandbox, fleet, told);
          IdokladClient other = client(sandbox, fleet, told)) {
        client.numericSequences().get(1);
        other.numericSequences().get(1);
        assertThat(fleet.usage().add("counted", MONTH, 2, 1).calls()).isEqualTo(2);
        assertThat(fleet.usage().add("counted", MONTH, 1, 0))
            .isEqualTo(new MonthlyUsage(MONTH, 3, 1));
        // One before and one after: the store works for both.
        assertThat(sandbox.idoklad().tokensIssued()).isEqualTo(2);
      }

      assertThat(told).isEmpty();
      assertThat(sandbox.requests())
          .allSatisfy(
              request -> assertThat(request.headers().toString()).doesNotContain("njected"));
    }
  }

  @Test
  void a_bucket_has_the_same_name_for_all_machines_and_another_one_once_it_was_lost() {
    try (RedisFleet fleet = RedisFleet.connect(redis.url(), 2);
        RedisFleet other = RedisFleet.connect(redis.url(), 2);
        StringKeys keys = new StringKeys(redis)) {
      assertThat(fleet.bucketName("named")).isEmpty();
      fleet.bucket("named", 60).tryConsume(1);
      Optional<String> name = fleet.bucketName("named");
      assertThat(name).isPresent();
      assertThat(other.bucketName("named")).isEqualTo(name);

      keys.redis().del("invoicing-sdk:limit:named");
      assertThat(fleet.bucketName("named")).isEmpty();
      other.bucket("named", 60).tryConsume(1);

      assertThat(fleet.bucketName("named")).isPresent().isNotEqualTo(name);
    }
  }

  @Test
  void a_client_goes_on_alone_while_redis_is_away_and_says_so_once() throws Exception {
    List<FleetStatus> told = new CopyOnWriteArrayList<>();
    try (RedisServers own = RedisServers.started();
        Sandbox sandbox = Sandbox.start();
        RedisFleet fleet = RedisFleet.connect(own.url(), 1);
        IdokladClient client = client(sandbox, fleet, told)) {
      client.numericSequences().get(1);
      assertThat(told).isEmpty();
      own.stop();

      for (int i = 0; i < 3; i++) {
        client.numericSequences().get(1);
      }

      assertThat(told).extracting(FleetStatus::available).containsExactly(false);
      assertThat(client.usage().calls()).isEqualTo(4);
      assertThat(sandbox.idoklad().tokensIssued()).isEqualTo(1);
    }
  }

  @Test
  void a_client_starts_without_redis() throws Exception {
    List<FleetStatus> told = new CopyOnWriteArrayList<>();
    RedisServers stopped = RedisServers.started();
    stopped.stop();
    try (Sandbox sandbox = Sandbox.start();
        RedisFleet fleet = RedisFleet.connect(stopped.url(), 1);
        IdokladClient client = client(sandbox, fleet, told)) {
      client.numericSequences().get(1);
      client.async().numericSequences().get(1).join();

      assertThat(told).extracting(FleetStatus::available).containsExactly(false);
    }
  }

  @Test
  void a_redis_that_says_nothing_holds_a_client_up_once_and_not_for_long() throws Exception {
    List<FleetStatus> told = new CopyOnWriteArrayList<>();
    try (RawServer silent = RawServer.respondingWith();
        Sandbox sandbox = Sandbox.start();
        RedisFleet fleet =
            RedisFleet.connect(URI.create(silent.url("").replace("http", "redis")), 1);
        IdokladClient client = client(sandbox, fleet, told)) {
      // The options of the client allow ten seconds for the whole of each call.
      client.numericSequences().get(1);
      client.numericSequences().get(1);

      assertThat(told).extracting(FleetStatus::available).containsExactly(false);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://MARK@localhost:6379", "redis:/MARK", "localhost:6379", "rediss://:MARK@"})
  void what_is_no_address_of_redis_is_refused_and_not_shown(String address) {
    assertThatThrownBy(() -> RedisFleet.connect(URI.create(address), 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("redis://host:port")
        .hasMessageNotContaining("MARK");
  }

  @Test
  void no_machine_is_refused_and_no_password_is_shown() {
    assertThatThrownBy(() -> RedisFleet.connect(redis.url(), 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("machines is 0");
    try (RedisFleet fleet = RedisFleet.connect(URI.create("redis://me:MARK@localhost:1234/2"), 3)) {
      assertThat(fleet).hasToString("RedisFleet{localhost:1234, machines=3}");
      assertThat(fleet.machines()).isEqualTo(3);
    }
  }

  /** A look into a Redis from outside. */
  private static final class StringKeys implements AutoCloseable {

    private final RedisClient client;
    private final StatefulRedisConnection<String, String> connection;

    StringKeys(RedisServers servers) {
      client = RedisClient.create(servers.url().toString());
      connection = client.connect();
    }

    RedisCommands<String, String> redis() {
      return connection.sync();
    }

    @Override
    public void close() {
      client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
    }
  }

  private static IdokladClient client(Sandbox sandbox, Fleet fleet, List<FleetStatus> told) {
    IdokladCredentials credentials = sandbox.idokladCredentials();
    return IdokladClient.builder()
        .baseUrl(sandbox.idokladUrl())
        .tokenUrl(sandbox.idokladTokenUrl())
        .clientCredentials(
            keys ->
                keys.applicationId(credentials.applicationId())
                    .clientId(credentials.clientId())
                    .clientSecret(credentials.clientSecret()))
        .timeout(Duration.ofSeconds(10))
        .fleet(fleet)
        .listener(
            new CallListener() {
              @Override
              public void fleetChanged(FleetStatus status) {
                told.add(status);
              }
            })
        .build();
  }
}
