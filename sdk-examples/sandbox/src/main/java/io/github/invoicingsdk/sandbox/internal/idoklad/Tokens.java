package io.github.invoicingsdk.sandbox.internal.idoklad;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The access tokens of an agenda. Guarded by the agenda's lock. */
final class Tokens {
  private final Clock clock;
  private final Map<String, Instant> expiries = new HashMap<>();
  private Duration lifetime = Duration.ofHours(1);
  private int issued;
  private @Nullable Integer refusal;

  Tokens(Clock clock) {
    this.clock = clock;
  }

  String issue() {
    issued++;
    Instant now = clock.instant();
    expiries.values().removeIf(expiry -> !now.isBefore(expiry));
    String token = "sandbox-access-token-" + issued;
    expiries.put(token, now.plus(lifetime));
    return token;
  }

  boolean accepts(String token) {
    Instant expiry = expiries.get(token);
    return expiry != null && clock.instant().isBefore(expiry);
  }

  void revokeAll() {
    expiries.clear();
  }

  int issued() {
    return issued;
  }

  Duration lifetime() {
    return lifetime;
  }

  void lifetime(Duration value) {
    lifetime = value;
  }

  /** The code with which tokens are refused, or null if they are not. */
  @Nullable Integer refusal() {
    return refusal;
  }

  void refusal(@Nullable Integer authErrorCode) {
    refusal = authErrorCode;
  }
}
