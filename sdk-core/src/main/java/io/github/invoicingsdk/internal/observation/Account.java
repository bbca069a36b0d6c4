package io.github.invoicingsdk.internal.observation;

/** For whom a client works. Implementations are thread-safe. */
public interface Account {

  /** Nobody in particular. */
  Account NONE = () -> "";

  /** A name that tells accounts apart in logs, without secrets. */
  String accountName();
}
