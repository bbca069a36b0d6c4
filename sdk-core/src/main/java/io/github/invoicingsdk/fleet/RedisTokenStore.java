package io.github.invoicingsdk.fleet;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.SetArgs;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Keeps each token under a key that expires with it, and each claim under one beside it. */
final class RedisTokenStore implements TokenStore {

  /** Another process may have claimed it since. */
  private static final String DELETE_OWN =
      "if redis.pcall('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end"
          + " return 0";

  /** What {@code PTTL} answers for a key without an end. */
  private static final long NEVER_EXPIRES = -1;

  /** The lifetime in milliseconds, and the token. */
  private static final Pattern STORED = Pattern.compile("([0-9]{1,15}):(.+)", Pattern.DOTALL);

  private final Supplier<StatefulRedisConnection<String, byte[]>> connection;
  private final String prefix;

  RedisTokenStore(Supplier<StatefulRedisConnection<String, byte[]>> connection, String prefix) {
    this.connection = connection;
    this.prefix = prefix;
  }

  @Override
  public Optional<StoredToken> read(String account) {
    RedisCommands<String, byte[]> redis = connection.get().sync();
    byte @Nullable [] value = value(redis, tokenKey(account));
    Long remaining = redis.pttl(tokenKey(account));
    if (value == null || remaining == null || remaining <= 0) {
      return Optional.empty();
    }
    return parsed(new String(value, StandardCharsets.UTF_8), Duration.ofMillis(remaining));
  }

  /** What a key holds; null if there is none, or it holds something else than was written. */
  private static byte @Nullable [] value(RedisCommands<String, byte[]> redis, String key) {
    try {
      return redis.get(key);
    } catch (RedisCommandExecutionException e) {
      if (BrokenKey.isReasonOf(e)) {
        return null;
      }
      throw e;
    }
  }

  /** What cannot be read is no token, so that it is replaced by a new one. */
  private static Optional<StoredToken> parsed(String text, Duration remaining) {
    Matcher parts = STORED.matcher(text);
    return parts.matches()
        ? Optional.of(
            new StoredToken(
                parts.group(2), Duration.ofMillis(Long.parseLong(parts.group(1))), remaining))
        : Optional.empty();
  }

  @Override
  public void write(String account, StoredToken token) {
    String text = token.lifetime().toMillis() + ":" + token.value();
    String unused =
        connection
            .get()
            .sync()
            .set(
                tokenKey(account),
                text.getBytes(StandardCharsets.UTF_8),
                SetArgs.Builder.px(Math.max(1, token.remaining().toMillis())));
  }

  @Override
  public boolean claim(String account, String owner, Duration atMost) {
    String response =
        connection
            .get()
            .sync()
            .set(
                claimKey(account),
                owner.getBytes(StandardCharsets.UTF_8),
                SetArgs.Builder.nx().px(atMost.toMillis()));
    boolean claimed = "OK".equals(response);
    if (!claimed) {
      limit(claimKey(account), atMost);
    }
    return claimed;
  }

  /** A claim must not outlive its time, whoever wrote it, and however. */
  private void limit(String key, Duration atMost) {
    RedisCommands<String, byte[]> redis = connection.get().sync();
    Long remaining = redis.pttl(key);
    if (remaining != null && (remaining == NEVER_EXPIRES || remaining > atMost.toMillis())) {
      Boolean unused = redis.pexpire(key, atMost.toMillis());
    }
  }

  @Override
  public void release(String account, String owner) {
    Long unused =
        connection
            .get()
            .sync()
            .eval(
                DELETE_OWN,
                ScriptOutputType.INTEGER,
                new String[] {claimKey(account)},
                owner.getBytes(StandardCharsets.UTF_8));
  }

  private String tokenKey(String account) {
    return prefix + "token:" + account;
  }

  private String claimKey(String account) {
    return prefix + "renewal:" + account;
  }
}
