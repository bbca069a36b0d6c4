package io.github.invoicingsdk.internal.observation;

/** For whom a client works. Implementations are thread-safe. */
public interface Account {

  /** Nobody in particular. */
  // Not a lambda, of which the first in a process takes long.
  Account NONE =
      new Account() {
        @Override
        public String accountName() {
          return "";
        }
      };

  /** A name that tells accounts apart in logs, without secrets. */
  String accountName();
}
