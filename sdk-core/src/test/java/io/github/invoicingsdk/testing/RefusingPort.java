package io.github.invoicingsdk.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * A port of this machine on which connections are refused. It is held without being listened on, so
 * that nobody else can get it in the meantime.
 */
public final class RefusingPort implements AutoCloseable {

  private final Socket holder = new Socket();

  /** Takes a free port. */
  public RefusingPort() throws IOException {
    holder.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
  }

  /** An address at the port. */
  public String url(String path) {
    return "http://127.0.0.1:" + holder.getLocalPort() + path;
  }

  @Override
  public void close() throws IOException {
    holder.close();
  }
}
