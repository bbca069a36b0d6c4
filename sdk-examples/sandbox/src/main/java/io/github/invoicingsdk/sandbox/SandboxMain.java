package io.github.invoicingsdk.sandbox;

import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;

/**
 * Runs a sandbox on its own until the process is stopped, for clients in other languages and for
 * trying things by hand. With Gson's jar beside the sandbox's:
 *
 * <pre>{@code
 * java -jar invoicing-sdk-sandbox-<version>.jar [port]
 * }</pre>
 *
 * <p>or, on the module path:
 *
 * <pre>{@code
 * java -p <directory of both jars> -m io.github.invoicingsdk.sandbox [port]
 * }</pre>
 */
public final class SandboxMain {
  private static final int DEFAULT_PORT = 8089;

  private SandboxMain() {}

  /**
   * Starts the sandbox, prints its addresses and the credentials it accepts, and waits.
   *
   * @param args the port, from 0 (any free one) to 65535; 8089 if left out
   * @throws IllegalArgumentException if there is more than a port, or it is not a port
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  public static void main(String[] args) throws InterruptedException {
    Sandbox sandbox = run(args, System.out);
    Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close, "sandbox-shutdown"));
    new CountDownLatch(1).await();
  }

  static Sandbox run(String[] args, PrintStream out) {
    Sandbox sandbox = Sandbox.builder().port(port(args)).start();
    IdokladCredentials idoklad = sandbox.idokladCredentials();
    out.println("InvoiceXpress     " + sandbox.invoiceXpressUrl());
    out.println("  api_key         " + sandbox.invoiceXpressApiKey());
    out.println("iDoklad v3        " + sandbox.idokladUrl());
    out.println("iDoklad v2        " + sandbox.idokladV2Url());
    out.println("iDoklad tokens    " + sandbox.idokladTokenUrl());
    out.println("  application_id  " + idoklad.applicationId());
    out.println("  client_id       " + idoklad.clientId());
    out.println("  client_secret   " + idoklad.clientSecret());
    out.flush();
    return sandbox;
  }

  private static int port(String[] args) {
    if (args.length == 0) {
      return DEFAULT_PORT;
    }
    if (args.length > 1) {
      throw new IllegalArgumentException(
          "only a port is taken, but there are " + args.length + " arguments");
    }
    try {
      return Integer.parseInt(args[0]);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("port must be a number, but is " + args[0], e);
    }
  }
}
