package io.github.invoicingsdk.internal.auth;

import io.github.invoicingsdk.internal.http.Deadline;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;

/** The tokens of a source that the partner has written. As thread-safe as the source. */
public final class GivenTokens implements TokenFetcher {

  private final io.github.invoicingsdk.TokenSource source;

  /** Takes the tokens of a source. */
  public GivenTokens(io.github.invoicingsdk.TokenSource source) {
    this.source = source;
  }

  @Override
  public AccessToken fetch(Deadline deadline) throws IOException {
    io.github.invoicingsdk.AccessToken token =
        Objects.requireNonNull(
            source.fetch(deadline.remaining()), "the token source has returned null");
    Duration lifetime = token.lifetime();
    return new AccessToken(
        token.value(),
        lifetime.compareTo(AccessToken.LONGEST_LIFETIME) < 0
            ? lifetime
            : AccessToken.LONGEST_LIFETIME);
  }

  @Override
  public void refused(String token) {
    source.refused(token);
  }
}
