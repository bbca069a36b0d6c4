package io.github.invoicingsdk.faults;

import io.github.invoicingsdk.CallOptions;
import io.github.invoicingsdk.ClientBuilder;
import io.github.invoicingsdk.RetryPolicy;
import io.github.invoicingsdk.fixture.MarkedSecret;
import io.github.invoicingsdk.idoklad.IdokladClient;
import io.github.invoicingsdk.idoklad.IdokladV2Client;
import io.github.invoicingsdk.idoklad.model.NumericSequencePatch;
import io.github.invoicingsdk.internal.client.BuilderAccess;
import io.github.invoicingsdk.internal.http.Clock;
import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The operations that meet every fault: one of each kind that a provider has. */
enum Call {
  INVOICEXPRESS_READ(Kind.READ),
  INVOICEXPRESS_IDEMPOTENT_WRITE(Kind.IDEMPOTENT_WRITE),
  INVOICEXPRESS_WRITE(Kind.WRITE),
  IDOKLAD_READ(Kind.READ),
  IDOKLAD_WRITE(Kind.WRITE),
  /** The former API has no writes. */
  IDOKLAD_V2_READ(Kind.READ);

  /** What may be done with an operation when nobody knows what became of it. */
  enum Kind {
    /** Repeated. */
    READ,
    /** Repeated; its response has no content that is looked at. */
    IDEMPOTENT_WRITE,
    /** Never repeated. */
    WRITE
  }

  /** The id that good responses hold. */
  static final long ID = 7;

  static final int ATTEMPTS = 3;
  static final int MAX_RESPONSE_BYTES = 1024 * 1024;

  static final MarkedSecret API_KEY = new MarkedSecret("APIKEYMARK", "-key-");
  static final MarkedSecret CLIENT_SECRET = new MarkedSecret("CLIENTMARK", "-secret-");

  /** Three attempts, without pauses unless a server asks for them. */
  static final CallOptions OPTIONS =
      CallOptions.defaults().toBuilder()
          .retry(
              RetryPolicy.defaults().toBuilder()
                  .maxAttempts(ATTEMPTS)
                  .firstDelay(Duration.ZERO)
                  .build())
          .build();

  private final Kind kind;

  Call(Kind kind) {
    this.kind = kind;
  }

  Kind kind() {
    return kind;
  }

  boolean isIdoklad() {
    return this == IDOKLAD_READ || this == IDOKLAD_WRITE || this == IDOKLAD_V2_READ;
  }

  /** A client of its own for this operation. */
  Client open(FaultServer api, FaultServer tokens, Clock time) {
    return open(api.url(), tokens.tokenUrl(), time);
  }

  /** A client of its own for this operation. */
  Client open(URI api, URI tokens, Clock time) {
    return open(api, tokens, time, Sender.JDK.open());
  }

  /** A client of its own for this operation, which sends by a certain transport. */
  Client open(FaultServer api, FaultServer tokens, Clock time, Sender.Opened sender) {
    return open(api.url(), tokens.tokenUrl(), time, sender);
  }

  /** A client of its own for this operation, which sends by a certain transport. */
  Client open(URI api, URI tokens, Clock time, Sender.Opened sender) {
    if (this == IDOKLAD_V2_READ) {
      return idokladV2(api, tokens, time, sender);
    }
    return isIdoklad() ? idoklad(api, tokens, time, sender) : invoiceXpress(api, time, sender);
  }

  private Client invoiceXpress(URI api, Clock time, Sender.Opened sender) {
    InvoiceXpressClient client =
        settings(InvoiceXpressClient.builder(), api, time, sender).apiKey(API_KEY.value()).build();
    return new Client() {
      @Override
      public void call(CallOptions options) {
        var sequences = client.with(options).sequences();
        switch (kind) {
          case READ -> check(sequences.get(ID).id());
          case IDEMPOTENT_WRITE -> sequences.setDefault(ID);
          case WRITE -> check(sequences.register(ID).id());
        }
      }

      @Override
      public CompletableFuture<Void> start(CallOptions options) {
        var sequences = client.with(options).async().sequences();
        return switch (kind) {
          case READ -> sequences.get(ID).thenAccept(sequence -> check(sequence.id()));
          case IDEMPOTENT_WRITE -> sequences.setDefault(ID);
          case WRITE -> sequences.register(ID).thenAccept(sequence -> check(sequence.id()));
        };
      }

      @Override
      public void close() {
        client.close();
      }
    };
  }

  private Client idoklad(URI api, URI tokens, Clock time, Sender.Opened sender) {
    IdokladClient client =
        settings(IdokladClient.builder(), api, time, sender)
            .tokenUrl(tokens)
            .clientCredentials(
                keys ->
                    keys.applicationId("application")
                        .clientId("client")
                        .clientSecret(CLIENT_SECRET.value()))
            .build();
    return new Client() {
      @Override
      public void call(CallOptions options) {
        var sequences = client.with(options).numericSequences();
        if (kind == Kind.READ) {
          check(sequences.get(ID).id());
        } else {
          check(
              sequences.patch(NumericSequencePatch.builder().id(ID).name("Invoices").build()).id());
        }
      }

      @Override
      public CompletableFuture<Void> start(CallOptions options) {
        var sequences = client.with(options).async().numericSequences();
        var response =
            kind == Kind.READ
                ? sequences.get(ID)
                : sequences.patch(NumericSequencePatch.builder().id(ID).name("Invoices").build());
        return response.thenAccept(sequence -> check(sequence.id()));
      }

      @Override
      public void close() {
        client.close();
      }
    };
  }

  private Client idokladV2(URI api, URI tokens, Clock time, Sender.Opened sender) {
    IdokladV2Client client =
        settings(IdokladV2Client.builder(), api, time, sender)
            .tokenUrl(tokens)
            .clientCredentials(
                keys ->
                    keys.applicationId("application")
                        .clientId("client")
                        .clientSecret(CLIENT_SECRET.value()))
            .build();
    return new Client() {
      @Override
      public void call(CallOptions options) {
        check(client.with(options).numericSequences().get(ID).id());
      }

      @Override
      public CompletableFuture<Void> start(CallOptions options) {
        return client
            .with(options)
            .async()
            .numericSequences()
            .get(ID)
            .thenAccept(sequence -> check(sequence.id()));
      }

      @Override
      public void close() {
        client.close();
      }
    };
  }

  private static <B extends ClientBuilder<B>> B settings(
      B builder, URI api, Clock time, Sender.Opened sender) {
    builder.baseUrl(api).maxResponseBytes(MAX_RESPONSE_BYTES).unlimitedRate();
    sender.applyTo(builder);
    return BuilderAccess.withTime(builder, time);
  }

  private static void check(@Nullable Long id) {
    if (!Objects.equals(id, ID)) {
      throw new AssertionError("the response is about " + id);
    }
  }

  /** A client that makes one call. */
  interface Client extends AutoCloseable {

    /** Makes the call; returns when its response is right. */
    void call(CallOptions options);

    /** Starts the same call and does not wait for it. */
    CompletableFuture<Void> start(CallOptions options);

    @Override
    void close();
  }
}
