package io.github.invoicingsdk;

/** What the asynchronous views of all clients have in common. Immutable and thread-safe. */
public interface AsyncApiClient {}
