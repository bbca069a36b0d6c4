package io.github.invoicingsdk.fleet;

import io.github.bucket4j.Bucket;
import java.util.Optional;

/**
 * What machines that work for one account share. {@link RedisFleet} is the one that comes with the
 * SDK:
 *
 * <pre>{@code
 * RedisFleet fleet = RedisFleet.connect(URI.create("redis://redis.internal:6379"), 4);
 * IdokladClient client =
 *     IdokladClient.builder()
 *         .clientCredentials(credentials)
 *         .fleet(fleet)
 *         .build();
 * }</pre>
 *
 * <p>Whatever its methods throw means that what is shared is away: the client goes on with a limit,
 * a token and a count of its own, says so once to its listeners, and tries again every few seconds.
 * The methods must therefore fail soon rather than wait. One fleet serves any number of clients and
 * accounts. Implementations are thread-safe.
 */
public interface Fleet {

  /**
   * The bucket of an account, made when it is not there yet. Whatever makes it anew, such as a
   * store that lost it, must let it start empty: tokens that were used before must not be given
   * again.
   *
   * @param account an account and its provider, without secrets
   * @param requestsPerMinute how many requests all machines together may send in any 60 seconds
   * @return the bucket
   */
  Bucket bucket(String account, int requestsPerMinute);

  /**
   * A name that tells the bucket of an account that is there now from those that were there before
   * it. A request that waits for its turn asks for it once more before it is sent, so that a bucket
   * that was lost meanwhile, with all turns that it has given, does not lift the limit.
   *
   * <p>This method answers that the bucket cannot be lost while requests wait, which is right for a
   * store that never loses anything.
   *
   * @param account the account, as for {@link #bucket}
   * @return the name; empty if there is no bucket now, or none is ever lost
   */
  default Optional<String> bucketName(String account) {
    return Optional.empty();
  }

  /**
   * Where access tokens are kept.
   *
   * @return the store
   */
  TokenStore tokens();

  /**
   * Where calls are counted.
   *
   * @return the store
   */
  UsageStore usage();

  /**
   * How many machines, that is clients of one account, there are at most. While what is shared is
   * away, each keeps to its part of the rate limit.
   *
   * @return at least 1
   */
  int machines();
}
