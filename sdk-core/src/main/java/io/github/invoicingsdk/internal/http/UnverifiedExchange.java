package io.github.invoicingsdk.internal.http;

import feign.Client;
import feign.FeignException;
import feign.Request;
import feign.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import javax.net.ssl.SSLException;

/**
 * A transport of which little is known. That no connection came about is believed, but a failed TLS
 * handshake may have come in the middle of a connection, and a mistake of the transport at any
 * moment. As thread-safe as the transport.
 */
public final class UnverifiedExchange implements Client {

  private final Client transport;

  /** Creates the stage around a transport. */
  public UnverifiedExchange(Client transport) {
    this.transport = Objects.requireNonNull(transport, "transport");
  }

  @Override
  public Response execute(Request request, Request.Options options) throws IOException {
    try {
      return transport.execute(request, options);
    } catch (SSLException e) {
      throw Sending.afterSending(e);
    } catch (FeignException | UncheckedIOException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new IOException("the HTTP client failed", e);
    }
  }
}
