package io.github.invoicingsdk.fleet;

import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.SetArgs;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Keeps each token under a key that expires with it, and each claim under one beside it. */
final class RedisTokenStore implements TokenStore {

  /** Another process may have claimed it since. */
  private static final String DELETE_OWN =
      "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end return 0";

  private final Supplier<StatefulRedisConnection<String, byte[]>> connection;
  private final String prefix;

  RedisTokenStore(Supplier<StatefulRedisConnection<String, byte[]>> connection, String prefix) {
    this.connection = connection;
    this.prefix = prefix;
  }

  @Override
  public Optional<StoredToken> read(String account) {
    RedisCommands<String, byte[]> redis = connection.get().sync();
    byte @Nullable [] value = redis.get(tokenKey(account));
    Long remaining = redis.pttl(tokenKey(account));
    if (value == null || remaining == null || remaining <= 0) {
      return Optional.empty();
    }
    String text = new String(value, StandardCharsets.UTF_8);
    int colon = text.indexOf(':');
    return Optional.of(
        new StoredToken(
            text.substring(colon + 1),
            Duration.ofMillis(Long.parseLong(text.substring(0, colon))),
            Duration.ofMillis(remaining)));
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
    String answer =
        connection
            .get()
            .sync()
            .set(
                claimKey(account),
                owner.getBytes(StandardCharsets.UTF_8),
                SetArgs.Builder.nx().px(atMost.toMillis()));
    return "OK".equals(answer);
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
