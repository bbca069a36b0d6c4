package io.github.invoicingsdk.internal.http;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body whose end is the end of the exchange. */
final class ReleasingBody extends FilterInputStream {

  private final Closeable exchange;

  ReleasingBody(InputStream body, Closeable exchange) {
    super(body);
    this.exchange = exchange;
  }

  @Override
  public void close() throws IOException {
    exchange.close();
  }
}
