package io.github.invoicingsdk.fleet;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.github.invoicingsdk.internal.http.BucketLimit;
import io.github.invoicingsdk.internal.library.Libraries;
import io.github.invoicingsdk.issuing.IssueJournal;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Shares rate limits, access tokens and counts over Redis (5 or newer), with Lettuce and Bucket4j's
 * integration of it, {@code io.lettuce:lettuce-core} and {@code
 * com.bucket4j:bucket4j_jdk17-lettuce}, which must be on the class path:
 *
 * <pre>{@code
 * try (RedisFleet fleet = RedisFleet.connect(URI.create("rediss://redis.internal:6380"), 4);
 *     IdokladClient client =
 *         IdokladClient.builder()
 *             .clientCredentials(credentials)
 *             .fleet(fleet)
 *             .build()) {
 *   client.numericSequences().list().forEach(System.out::println);
 * }
 * }</pre>
 *
 * <p>Redis need not be there when the fleet is made, and may go away and come back at any time. The
 * keys begin with {@code invoicing-sdk:} and name accounts by their host or a digest, never by a
 * secret. Without a {@link TokenEncryption}, the tokens themselves lie in Redis as they are, so
 * that whoever reads it can act for the account until they expire. The clocks of the machines
 * should agree within a second, as with NTP.
 *
 * <p>Thread-safe. Close it after the clients that use it.
 */
public final class RedisFleet implements Fleet, AutoCloseable {

  private static final String PREFIX = "invoicing-sdk:";

  /**
   * Waiting longer for Redis would cost calls more than doing without it; less would take a process
   * that has just started for an outage.
   */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final Duration LONGEST_RECONNECT_DELAY = Duration.ofSeconds(1);

  private static final Duration KEEP_ENTRIES = Duration.ofDays(400);

  private static final Duration SHORTEST_KEEP = Duration.ofDays(1);
  private static final Duration LONGEST_KEEP = Duration.ofDays(36_500);

  private final ClientResources resources;
  private final RedisClient redis;
  private final RedisURI address;
  private final int machines;
  private final AtomicReference<
          @Nullable CompletableFuture<StatefulRedisConnection<String, byte[]>>>
      connection = new AtomicReference<>();
  private final AtomicReference<@Nullable ProxyManager<String>> buckets = new AtomicReference<>();
  private final Map<String, Bucket> bucketsByAccount = new ConcurrentHashMap<>();
  private final TokenStore tokens;
  private final UsageStore usage = new RedisUsageStore(this::connection, PREFIX);

  private RedisFleet(RedisURI address, int machines, @Nullable TokenEncryption encryption) {
    TokenStore store = new RedisTokenStore(this::connection, PREFIX);
    this.tokens = encryption == null ? store : encryption.encrypting(store);
    this.address = address;
    this.machines = machines;
    this.resources =
        ClientResources.builder()
            .reconnectDelay(
                Delay.exponential(
                    Duration.ofMillis(50), LONGEST_RECONNECT_DELAY, 2, TimeUnit.MILLISECONDS))
            .build();
    this.redis = RedisClient.create(resources, address);
    redis.setOptions(
        ClientOptions.builder()
            .autoReconnect(true)
            // What cannot be asked now is not worth waiting for.
            .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
            .socketOptions(SocketOptions.builder().connectTimeout(PATIENCE).build())
            .build());
  }

  /**
   * Makes a fleet, and begins to connect to Redis without waiting for it.
   *
   * @param redis where Redis is: {@code redis://host:port}, or {@code rediss://} with TLS, with
   *     user name and password before the host if it wants them, and the database's number as the
   *     path
   * @param machines how many clients of one account there are at most; while Redis is away, each
   *     keeps to its part of the rate limit
   * @return the fleet
   * @throws IllegalArgumentException when the address is none of Redis, or the number less than 1
   * @throws IllegalStateException when {@code bucket4j_jdk17-lettuce} is missing or too old
   */
  public static RedisFleet connect(URI redis, int machines) {
    return start(redis, machines, null);
  }

  /**
   * Makes a fleet that keeps access tokens encrypted in Redis, and begins to connect to Redis
   * without waiting for it.
   *
   * @param redis where Redis is, as in {@link #connect(URI, int)}
   * @param machines how many clients of one account there are at most
   * @param encryption encrypts the tokens; the same keys on every machine
   * @return the fleet
   * @throws IllegalArgumentException when the address is none of Redis, or the number less than 1
   */
  public static RedisFleet connect(URI redis, int machines, TokenEncryption encryption) {
    return start(redis, machines, Objects.requireNonNull(encryption, "encryption"));
  }

  private static RedisFleet start(URI redis, int machines, @Nullable TokenEncryption encryption) {
    String scheme = Objects.requireNonNull(redis, "redis").getScheme();
    if (redis.getHost() == null || !("redis".equals(scheme) || "rediss".equals(scheme))) {
      // Not shown, since it may hold a password.
      throw new IllegalArgumentException(
          "redis is no address of a Redis server; use redis://host:port or rediss://host:port");
    }
    if (machines < 1) {
      throw new IllegalArgumentException("machines is " + machines + "; at least 1, this machine");
    }
    Libraries.requireForRedis();
    RedisURI address = RedisURI.create(redis);
    address.setTimeout(PATIENCE);
    RedisFleet fleet = new RedisFleet(address, machines, encryption);
    var unused = fleet.connecting();
    return fleet;
  }

  @Override
  public Bucket bucket(String account, int requestsPerMinute) {
    Bucket known = bucketsByAccount.get(account);
    if (known != null) {
      return known;
    }
    // A bucket that Redis has lost starts empty: its tokens may have been used before.
    Bucket bucket =
        bucketManager()
            .builder()
            .build(
                bucketKey(account),
                () ->
                    BucketLimit.sharedConfiguration(
                        requestsPerMinute, UUID.randomUUID().toString()));
    Bucket first = bucketsByAccount.putIfAbsent(account, bucket);
    return first == null ? bucket : first;
  }

  @Override
  public Optional<String> bucketName(String account) {
    String key = bucketKey(account);
    ProxyManager<String> manager = bucketManager();
    try {
      return manager.getProxyConfiguration(key).map(BucketLimit::nameOf);
    } catch (RuntimeException failure) {
      if (!BrokenKey.isReasonOf(failure)) {
        throw failure;
      }
      // Nobody could take anything out of it; the next one starts empty.
      Long unused = connection().sync().del(key);
      return Optional.empty();
    }
  }

  private static String bucketKey(String account) {
    return PREFIX + "limit:" + account;
  }

  @Override
  public TokenStore tokens() {
    return tokens;
  }

  @Override
  public UsageStore usage() {
    return usage;
  }

  @Override
  public int machines() {
    return machines;
  }

  /**
   * A journal of documents that are being issued, over the connection of this fleet. It keeps
   * entries for 400 days after they were changed last.
   *
   * @return the journal
   * @see #issueJournal(Duration)
   */
  public IssueJournal issueJournal() {
    return issueJournal(KEEP_ENTRIES);
  }

  /**
   * A journal of documents that are being issued, over the connection of this fleet. All machines
   * that issue documents for an account must use the same Redis.
   *
   * <p>An entry that Redis loses is a document that may be issued twice, in the worst case. Redis
   * must therefore
   *
   * <ul>
   *   <li>write to disk before it responds: {@code appendonly yes} and {@code appendfsync always};
   *       with {@code everysec}, a crash can lose the last second;
   *   <li>never evict keys: {@code maxmemory-policy noeviction};
   *   <li>not fail over to a replica that may lag behind. If it has to, use a {@link
   *       io.github.invoicingsdk.issuing.JdbcIssueJournal}.
   * </ul>
   *
   * <p>While Redis is away, the methods of the journal throw {@link
   * io.github.invoicingsdk.issuing.IssueJournalException}, unlike the limit and the tokens of the
   * fleet: issuing without the journal is not safe. The journal works until the fleet is closed.
   *
   * @param keep how long an entry is kept after it was changed last: at least a day, at most 36,500
   *     days. A document must not be issued again after that time
   * @return the journal
   * @throws IllegalArgumentException if the time is out of range
   */
  public IssueJournal issueJournal(Duration keep) {
    Objects.requireNonNull(keep, "keep");
    if (keep.compareTo(SHORTEST_KEEP) < 0 || keep.compareTo(LONGEST_KEEP) > 0) {
      throw new IllegalArgumentException("keep is " + keep + "; use 1 to 36,500 days");
    }
    return new RedisIssueJournal(this::connection, PREFIX, keep);
  }

  /** Ends the connection; what uses the fleet afterwards does without it. */
  @Override
  public void close() {
    redis.shutdown(Duration.ZERO, PATIENCE);
    var unused = resources.shutdown(0, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Shows where Redis is, without user name and password. */
  @Override
  public String toString() {
    return "RedisFleet{"
        + address.getHost()
        + ":"
        + address.getPort()
        + ", machines="
        + machines
        + "}";
  }

  private ProxyManager<String> bucketManager() {
    ProxyManager<String> known = buckets.get();
    if (known != null) {
      return known;
    }
    ProxyManager<String> made =
        Bucket4jLettuce.casBasedBuilder(connection())
            .requestTimeout(PATIENCE)
            .expirationAfterWrite(ExpirationAfterWriteStrategy.fixedTimeToLive(Duration.ofDays(1)))
            .build();
    return buckets.compareAndSet(null, made) ? made : Objects.requireNonNull(buckets.get());
  }

  /** The connection, which reconnects by itself once it has been there. */
  private StatefulRedisConnection<String, byte[]> connection() {
    CompletableFuture<StatefulRedisConnection<String, byte[]>> current = connecting();
    try {
      return current.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while connecting to Redis", e);
    } catch (ExecutionException e) {
      connection.compareAndSet(current, null);
      throw new IllegalStateException("cannot connect to Redis", e);
    } catch (TimeoutException e) {
      // It may still come about.
      throw new IllegalStateException("not connected to Redis yet", e);
    }
  }

  /** The connection that is there or under way, or one that begins now. */
  private CompletableFuture<StatefulRedisConnection<String, byte[]>> connecting() {
    while (true) {
      CompletableFuture<StatefulRedisConnection<String, byte[]>> current = connection.get();
      if (current != null) {
        return current;
      }
      CompletableFuture<StatefulRedisConnection<String, byte[]>> mine = new CompletableFuture<>();
      if (connection.compareAndSet(null, mine)) {
        return begin(mine);
      }
    }
  }

  private CompletableFuture<StatefulRedisConnection<String, byte[]>> begin(
      CompletableFuture<StatefulRedisConnection<String, byte[]>> mine) {
    var unused =
        redis
            .connectAsync(RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE), address)
            .whenComplete(
                (made, failure) -> {
                  if (failure != null) {
                    mine.completeExceptionally(failure);
                  } else if (!mine.complete(made)) {
                    var unusedEnd = made.closeAsync();
                  }
                });
    return mine;
  }
}
