package io.github.invoicingsdk.fleet;

import io.github.invoicingsdk.internal.digest.TextDigest;
import io.github.invoicingsdk.issuing.IssueEntry;
import io.github.invoicingsdk.issuing.IssueJournal;
import io.github.invoicingsdk.issuing.IssueJournalException;
import io.github.invoicingsdk.issuing.IssueKey;
import io.lettuce.core.RedisException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.SetArgs;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps each entry under a key of its own.
 *
 * <p>Some versions of Lettuce send a command again if the connection breaks before the response.
 * What was written is therefore recognised: no two attempts write the same.
 */
final class RedisIssueJournal implements IssueJournal {

  /** Takes the version that must be there, the new value, and for how many milliseconds. */
  private static final String REPLACE =
      """
      local current = redis.call('get', KEYS[1])
      if not current then return 0 end
      if current == ARGV[2] then return 1 end
      local readable, entry = pcall(cjson.decode, current)
      if not readable or type(entry) ~= 'table' or type(entry.version) ~= 'number' then return -1 end
      if entry.version ~= tonumber(ARGV[1]) then return 0 end
      redis.call('set', KEYS[1], ARGV[2], 'px', ARGV[3])
      return 1
      """;

  private static final long REPLACED = 1;
  private static final long BROKEN = -1;

  private final Supplier<StatefulRedisConnection<String, byte[]>> connection;
  private final String prefix;
  private final Duration keep;

  RedisIssueJournal(
      Supplier<StatefulRedisConnection<String, byte[]>> connection, String prefix, Duration keep) {
    this.connection = connection;
    this.prefix = prefix;
    this.keep = keep;
  }

  @Override
  public Optional<IssueEntry> find(IssueKey key) {
    String name = name(key);
    byte @Nullable [] value = ask("read", redis -> redis.get(name));
    return value == null ? Optional.empty() : Optional.of(read(value, key, name));
  }

  @Override
  public boolean add(IssueEntry entry) {
    String name = name(entry.key());
    byte[] value = value(entry);
    return ask(
        "add to",
        redis ->
            "OK".equals(redis.set(name, value, SetArgs.Builder.nx().px(keep.toMillis())))
                || Arrays.equals(redis.get(name), value));
  }

  @Override
  public boolean replace(IssueEntry seen, IssueEntry next) {
    String name = name(seen.key());
    byte[] value = value(next);
    long outcome =
        ask(
            "change",
            redis ->
                redis.<Long>eval(
                    REPLACE,
                    ScriptOutputType.INTEGER,
                    new String[] {name},
                    decimal(seen.version()),
                    value,
                    decimal(keep.toMillis())));
    if (outcome == BROKEN) {
      throw broken(name, null);
    }
    return outcome == REPLACED;
  }

  @Override
  public String toString() {
    return "IssueJournal{in Redis, keep=" + keep + "}";
  }

  private <T extends @Nullable Object> T ask(
      String verb, Function<RedisCommands<String, byte[]>, T> command) {
    try {
      return command.apply(connection.get().sync());
    } catch (IllegalStateException | RedisException e) {
      throw new IssueJournalException("cannot " + verb + " the journal in Redis", e);
    }
  }

  /** Account and type are there to be read; the digest alone tells keys apart. */
  private String name(IssueKey key) {
    return prefix
        + "issue:"
        + key.account()
        + ":"
        + key.type()
        + ":"
        + TextDigest.of(key.account(), key.type(), key.reference());
  }

  private static byte[] value(IssueEntry entry) {
    return IssueEntryJson.write(entry, UUID.randomUUID().toString())
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] decimal(long number) {
    return Long.toString(number).getBytes(StandardCharsets.UTF_8);
  }

  private static IssueEntry read(byte[] value, IssueKey key, String name) {
    IssueEntry entry;
    try {
      entry = IssueEntryJson.read(new String(value, StandardCharsets.UTF_8));
    } catch (RuntimeException e) {
      throw broken(name, e);
    }
    if (!entry.key().equals(key)) {
      throw broken(name, null);
    }
    return entry;
  }

  private static IssueJournalException broken(String name, @Nullable RuntimeException cause) {
    return new IssueJournalException(
        "what Redis keeps under "
            + name
            + " is no entry of a journal; delete it only if the document was not issued",
        cause);
  }
}
