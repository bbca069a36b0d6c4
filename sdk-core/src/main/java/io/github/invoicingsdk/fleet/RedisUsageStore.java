package io.github.invoicingsdk.fleet;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.time.Duration;
import java.time.YearMonth;
import java.util.function.Supplier;

/** Counts each month in a hash of its own, which is kept for a while after its end. */
final class RedisUsageStore implements UsageStore {

  private static final Duration KEPT = Duration.ofDays(100);

  private final Supplier<StatefulRedisConnection<String, byte[]>> connection;
  private final String prefix;

  RedisUsageStore(Supplier<StatefulRedisConnection<String, byte[]>> connection, String prefix) {
    this.connection = connection;
    this.prefix = prefix;
  }

  @Override
  public MonthlyUsage add(String account, YearMonth month, long calls, long failed) {
    RedisCommands<String, byte[]> redis = connection.get().sync();
    String key = prefix + "usage:" + account + ":" + month;
    try {
      return add(redis, key, new MonthlyUsage(month, calls, failed));
    } catch (RedisCommandExecutionException e) {
      if (!BrokenKey.isReasonOf(e)) {
        throw e;
      }
      // Nobody can count on it; what was counted before is lost already.
      Long unused = redis.del(key);
      return add(redis, key, new MonthlyUsage(month, calls, failed));
    }
  }

  private static MonthlyUsage add(
      RedisCommands<String, byte[]> redis, String key, MonthlyUsage part) {
    long allCalls = redis.hincrby(key, "calls", part.calls());
    long allFailed = redis.hincrby(key, "failed", part.failed());
    boolean unused = redis.expire(key, KEPT.toSeconds());
    return new MonthlyUsage(part.month(), allCalls, allFailed);
  }
}
