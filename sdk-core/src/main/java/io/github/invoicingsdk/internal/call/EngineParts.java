package io.github.invoicingsdk.internal.call;

import io.github.invoicingsdk.error.Provider;
import io.github.invoicingsdk.internal.error.ErrorTranslator;
import io.github.invoicingsdk.internal.http.Clock;
import io.github.invoicingsdk.internal.http.CodeMeanings;
import io.github.invoicingsdk.internal.http.Stage;
import io.github.invoicingsdk.internal.observation.Listeners;
import io.github.invoicingsdk.vocabulary.ModelRegistry;
import java.net.URI;
import java.time.Duration;

/**
 * What all calls of one client have in common, whatever their options. Thread-safe.
 *
 * @param provider the provider that is called
 * @param baseUrl where its API begins
 * @param userAgent what requests say of the program that sends them
 * @param models the provider's models
 * @param commonCodes what an error code means when the operation does not say
 * @param successMember the member of a response that is false if a request was refused with a
 *     status of success; empty if the provider does not do so
 * @param pipeline the request pipeline, which throws the SDK's exceptions for every failure
 * @param needsNoThreads whether the pipeline can send requests for which no thread waits
 * @param translator the translator of the same client
 * @param time the clock and the sleeper
 * @param connectTimeout how long setting up a connection may take
 * @param listeners are told of every call
 */
public record EngineParts(
    Provider provider,
    URI baseUrl,
    String userAgent,
    ModelRegistry models,
    CodeMeanings commonCodes,
    String successMember,
    Stage pipeline,
    boolean needsNoThreads,
    ErrorTranslator translator,
    Clock time,
    Duration connectTimeout,
    Listeners listeners) {}
