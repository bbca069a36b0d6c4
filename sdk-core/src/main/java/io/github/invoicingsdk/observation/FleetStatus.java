package io.github.invoicingsdk.observation;

import io.github.invoicingsdk.error.Provider;
import java.util.Objects;

/**
 * What a client shares with others went away or came back. It counts as back only when it has
 * answered for 30 seconds, so that one that comes and goes is told once. Immutable.
 *
 * @param provider the provider that the client calls
 * @param account the account for which it is called, as {@link Call#account()} names it
 * @param available whether it is there
 * @param reason what happened, in one line without secrets
 */
public record FleetStatus(Provider provider, String account, boolean available, String reason) {

  /**
   * Creates a status.
   *
   * @param provider the provider that the client calls
   * @param account the account for which it is called
   * @param available whether what is shared is there
   * @param reason what happened, in one line without secrets
   */
  public FleetStatus {
    Objects.requireNonNull(provider, "provider");
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(reason, "reason");
  }
}
