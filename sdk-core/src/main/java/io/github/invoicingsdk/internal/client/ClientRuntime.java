package io.github.invoicingsdk.internal.client;

import feign.Client;
import io.github.invoicingsdk.error.Provider;
import io.github.invoicingsdk.internal.auth.CachedTokens;
import io.github.invoicingsdk.internal.auth.ClientCredentials;
import io.github.invoicingsdk.internal.auth.TokenEndpoint;
import io.github.invoicingsdk.internal.auth.TokenSource;
import io.github.invoicingsdk.internal.call.Engine;
import io.github.invoicingsdk.internal.error.ErrorTranslator;
import io.github.invoicingsdk.internal.error.Redactor;
import io.github.invoicingsdk.internal.http.AddressingClient;
import io.github.invoicingsdk.internal.http.BoundingClient;
import io.github.invoicingsdk.internal.http.JdkTransport;
import io.github.invoicingsdk.internal.http.Pipeline;
import io.github.invoicingsdk.internal.http.Stage;
import io.github.invoicingsdk.internal.http.TranslatingClient;
import io.github.invoicingsdk.vocabulary.ErrorCode;
import io.github.invoicingsdk.vocabulary.ModelRegistry;
import java.net.URI;
import java.util.Collection;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What a client consists of: its pipeline, its engine, and what must be closed. Thread-safe. */
public final class ClientRuntime implements AutoCloseable {
}
