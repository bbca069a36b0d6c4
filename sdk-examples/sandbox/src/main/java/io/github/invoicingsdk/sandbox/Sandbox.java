package io.github.invoicingsdk.sandbox;

import com.sun.net.httpserver.HttpServer;
import io.github.invoicingsdk.sandbox.internal.http.Site;
import io.github.invoicingsdk.sandbox.internal.idoklad.Agenda;
import io.github.invoicingsdk.sandbox.internal.idoklad.IdokladSites;
import io.github.invoicingsdk.sandbox.internal.invoicexpress.Account;
import io.github.invoicingsdk.sandbox.internal.invoicexpress.InvoiceXpressSites;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * InvoiceXpress and iDoklad as one server on 127.0.0.1, with state, for tests that must not reach
 * the real services.
 *
 * <pre>{@code
 * try (Sandbox sandbox = Sandbox.start()) {
 *   URI sequences = URI.create(
 *       sandbox.invoiceXpressUrl() + "/sequences.json?api_key=" + sandbox.invoiceXpressApiKey());
 *   // ... use any HTTP client ...
 *   sandbox.faults().on("PUT", ".*" + "/register\\.json").once(Fault.workThenCut());
 *   sandbox.requests(); // what reached the server
 * }
 * }</pre>
 *
 * <p>It starts with a small world: the series "2025" (id 146090, default, registered, with the
 * codes of the documented example) and "2026" (id 146110, not registered), 25 clients with ids from
 * 6207001 and codes C1 to C25, 12 items with ids from 402321 and names "Item 1" to "Item 12", one
 * document (id 9000001) whose PDF is ready after two responses of 202, and 33 numeric sequences
 * with ids from 1, three for each of the eleven document types, the first of each being its
 * default; number 1 has the format <code>FV{RR}{MM}{NNNN}</code>. {@link Builder#empty()} leaves it
 * out. Every account has the taxes IVA23 (id 31554, default), IVA13, IVA6 and Isento.
 *
 * <p>It is written from the providers' documents and from recorded responses, not from the SDK.
 * What neither tells is decided, and said, in {@link InvoiceXpressAccount} and {@link
 * IdokladAgenda}. Requests it does not know are refused with a text that lists the ones it does;
 * bodies with another media type than the API's are refused with 415. Responses of 200 bytes and
 * more are gzipped for clients that accept it.
 *
 * <p>Starting a sandbox sets the system property {@code sun.net.httpserver.nodelay} to true unless
 * it is set already: without it the JDK's server answers some 40 ms late.
 *
 * <p>Thread-safe. All of its threads are daemons.
 */
public final class Sandbox implements AutoCloseable {
  /** The InvoiceXpress API key that is accepted unless the builder is given another one. */
  public static final String DEFAULT_API_KEY = "sandbox-api-key";

  /** The iDoklad credentials that are accepted unless the builder is given others. */
  public static final IdokladCredentials DEFAULT_IDOKLAD_CREDENTIALS =
      new IdokladCredentials(
          "sandbox-application-id", "sandbox-client-id", "sandbox-client-secret");

  private static final byte[] LOOPBACK = {127, 0, 0, 1};
  private static final int CLOSE_SECONDS = 10;

  private final HttpServer server;
  private final ExecutorService executor;
  private final Queue<Thread> threads = new ConcurrentLinkedQueue<>();
  private final URI root;
  private final String apiKey;
  private final IdokladCredentials credentials;
  private final Account account;
  private final Agenda agenda;
  private final RequestLog requests = new RequestLog();
  private final Faults faults = new Faults();

  private Sandbox(Builder builder) throws IOException {
    if (System.getProperty("sun.net.httpserver.nodelay") == null) {
      System.setProperty("sun.net.httpserver.nodelay", "true");
    }
    apiKey = builder.apiKey;
    credentials = builder.credentials;
    account = new Account(builder.clock);
    agenda = new Agenda(builder.clock);
    if (!builder.empty) {
      account.seed();
      agenda.seed();
    }
    server =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), builder.port), 0);
    int port = server.getAddress().getPort();
    root = URI.create("http://127.0.0.1:" + port);
    List<Site> sites = new ArrayList<>(InvoiceXpressSites.of(account, apiKey, root));
    sites.addAll(IdokladSites.of(agenda, credentials, root));
    server.createContext("/", new RequestDispatcher(builder.clock, sites, requests, faults));
    AtomicInteger number = new AtomicInteger();
    executor =
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "sandbox-" + port + "-" + number.incrementAndGet());
              thread.setDaemon(true);
              threads.add(thread);
              return thread;
            });
    server.setExecutor(executor);
    server.start();
  }

  /**
   * Starts a sandbox on a free port, with the system clock and the small world.
   *
   * @return the running sandbox, to be closed by the caller
   * @throws UncheckedIOException if no port can be opened
   */
  public static Sandbox start() {
    return builder().start();
  }

  /**
   * Begins a sandbox with other settings.
   *
   * @return the builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * The address of the simulated InvoiceXpress account.
   *
   * @return an address without a slash at the end; operations lie below it
   */
  public URI invoiceXpressUrl() {
    return root.resolve(InvoiceXpressSites.PREFIX);
  }

  /**
   * The address of the simulated iDoklad API v3.
   *
   * @return an address without a slash at the end; operations lie below it
   */
  public URI idokladUrl() {
    return root.resolve(IdokladSites.V3_PREFIX);
  }

  /**
   * The address of the simulated iDoklad API v2.
   *
   * @return an address without a slash at the end; operations lie below it
   */
  public URI idokladV2Url() {
    return root.resolve(IdokladSites.V2_PREFIX);
  }

  /**
   * The address of the simulated iDoklad token endpoint.
   *
   * @return the complete address
   */
  public URI idokladTokenUrl() {
    return root.resolve(IdokladSites.IDENTITY_PREFIX + "/token");
  }

  /**
   * The InvoiceXpress API key that is accepted.
   *
   * @return the key
   */
  public String invoiceXpressApiKey() {
    return apiKey;
  }

  /**
   * The iDoklad credentials that are accepted.
   *
   * @return the credentials
   */
  public IdokladCredentials idokladCredentials() {
    return credentials;
  }

  /**
   * The InvoiceXpress account behind the API.
   *
   * @return the account
   */
  public InvoiceXpressAccount invoiceXpress() {
    return account;
  }

  /**
   * The iDoklad agenda behind the APIs.
   *
   * @return the agenda
   */
  public IdokladAgenda idoklad() {
    return agenda;
  }

  /**
   * The rules by which responses are disturbed; none at the start.
   *
   * @return the rules
   */
  public Faults faults() {
    return faults;
  }

  /**
   * The requests received so far, in the order they arrived; of more than 10000 the latest.
   *
   * @return a copy
   */
  public List<RecordedRequest> requests() {
    return requests.all();
  }

  /** Forgets the requests received so far. */
  public void clearRequests() {
    requests.clear();
  }

  /**
   * Stops the server. Connections are cut, held requests too, and its threads end. Closing again
   * does nothing.
   */
  @Override
  public void close() {
    server.stop(0);
    executor.shutdownNow();
    try {
      if (!executor.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("a request of the sandbox is still running after its end");
      }
      for (Thread thread : threads) {
        // The pool counts as ended a moment before its threads have.
        thread.join(TimeUnit.SECONDS.toMillis(CLOSE_SECONDS));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Settings of a sandbox that is about to start. Not thread-safe. */
  public static final class Builder {
    private int port;
    private Clock clock = Clock.systemUTC();
    private String apiKey = DEFAULT_API_KEY;
    private IdokladCredentials credentials = DEFAULT_IDOKLAD_CREDENTIALS;
    private boolean empty;

    private Builder() {}

    /**
     * Sets the port.
     *
     * @param value 0 for any free port (the default), or 1 to 65535
     * @return this builder
     * @throws IllegalArgumentException if the port is out of range
     */
    public Builder port(int value) {
      if (value < 0 || value > 65_535) {
        throw new IllegalArgumentException("port must be from 0 to 65535, but is " + value);
      }
      port = value;
      return this;
    }

    /**
     * Sets the clock, which dates documents and requests and measures limits and tokens.
     *
     * @param value the clock; its zone decides what "today" is. Default: the system's, in UTC
     * @return this builder
     */
    public Builder clock(Clock value) {
      clock = Objects.requireNonNull(value, "clock");
      return this;
    }

    /**
     * Sets the InvoiceXpress API key that is accepted.
     *
     * @param value the key
     * @return this builder
     */
    public Builder invoiceXpressApiKey(String value) {
      apiKey = Objects.requireNonNull(value, "apiKey");
      return this;
    }

    /**
     * Sets the iDoklad credentials that are accepted.
     *
     * @param value the credentials
     * @return this builder
     */
    public Builder idokladCredentials(IdokladCredentials value) {
      credentials = Objects.requireNonNull(value, "credentials");
      return this;
    }

    /**
     * Leaves the small world out: no series, clients, items, documents or numeric sequences.
     *
     * @return this builder
     */
    public Builder empty() {
      empty = true;
      return this;
    }

    /**
     * Starts the sandbox.
     *
     * @return the running sandbox, to be closed by the caller
     * @throws UncheckedIOException if the port cannot be opened, such as when it is taken
     */
    public Sandbox start() {
      try {
        return new Sandbox(this);
      } catch (IOException e) {
        throw new UncheckedIOException("the sandbox cannot open port " + port, e);
      }
    }
  }
}
