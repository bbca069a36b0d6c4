package io.github.invoicingsdk.faults;

import io.github.invoicingsdk.CallOptions;
import java.util.concurrent.CompletionException;

/** The ways in which a call can be made; each must end like the others. */
enum Style {
  /** The calling thread waits. */
  BLOCKING {
    @Override
    void call(Call.Client client, CallOptions options) {
      client.call(options);
    }
  },
  /** No thread waits; the test looks at what the future ends with. */
  FUTURE {
    @Override
    void call(Call.Client client, CallOptions options) throws Throwable {
      try {
        client.start(options).join();
      } catch (CompletionException failure) {
        throw failure.getCause();
      }
    }
  };

  /** Makes the call and throws what it ends with. */
  abstract void call(Call.Client client, CallOptions options) throws Throwable;
}
