package io.github.invoicingsdk.internal.call;

import io.github.invoicingsdk.internal.observation.CapturedContext;
import io.github.invoicingsdk.result.Page;

/**
 * Fetches every page as the caller who began to read the list would have, whoever reads on. For one
 * thread at a time.
 *
 * @param <T> the items
 */
record PageSourceOfCaller<T>(PageSource<T> source, CapturedContext captured)
    implements PageSource<T> {

  @Override
  public Page<T> page(int number) {
    return captured.supply(() -> source.page(number));
  }

  @Override
  public void close() {
    source.close();
  }
}
