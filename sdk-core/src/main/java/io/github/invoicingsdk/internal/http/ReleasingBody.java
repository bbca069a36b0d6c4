package io.github.invoicingsdk.internal.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body whose end is the end of the exchange. */
final class ReleasingBody extends FilterInputStream {

  private final SharedHttpClient http;
  private boolean released;

  ReleasingBody(InputStream body, SharedHttpClient http) {
    super(body);
    this.http = http;
  }

  @Override
  public void close() throws IOException {
    if (!released) {
      released = true;
      try {
        super.close();
      } finally {
        http.release();
      }
    }
  }
}
