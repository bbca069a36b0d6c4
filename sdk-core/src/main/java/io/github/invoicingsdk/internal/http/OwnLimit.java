package io.github.invoicingsdk.internal.http;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The limit of one client alone, in its own memory. Thread-safe.
 *
 * <p>Its bucket is made with the first request, since loading the library of buckets takes a fifth
 * of the time in which a fresh process makes a client. That lets out the same requests: a new
 * bucket is full, and a full one stays as it is until something is taken out of it.
 */
public final class OwnLimit implements RequestLimit {

  private final int requestsPerMinute;
  private final Clock time;
  private volatile @Nullable BucketLimit bucket;

  /**
   * Creates a limit.
   *
   * @param requestsPerMinute how many requests may be sent within any 60 seconds, at least 1
   * @param time the clock
   */
  public OwnLimit(int requestsPerMinute, Clock time) {
    this.requestsPerMinute = requestsPerMinute;
    this.time = time;
  }

  @Override
  public Place reserve(Duration patience) throws NotSentInTimeException {
    BucketLimit made = bucket;
    return (made == null ? make() : made).reserve(patience);
  }

  private synchronized BucketLimit make() {
    BucketLimit made = bucket;
    if (made == null) {
      made = new BucketLimit(BucketLimit.bucket(requestsPerMinute, time));
      bucket = made;
    }
    return made;
  }
}
