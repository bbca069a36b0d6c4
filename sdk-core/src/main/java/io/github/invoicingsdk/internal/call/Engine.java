package io.github.invoicingsdk.internal.call;

import feign.Client;
import feign.Feign;
import feign.Response;
import feign.Retryer;
import io.github.invoicingsdk.CallOptions;
import io.github.invoicingsdk.error.Provider;
import io.github.invoicingsdk.internal.error.ErrorTranslator;
import io.github.invoicingsdk.internal.http.Time;
import io.github.invoicingsdk.vocabulary.ErrorCode;
import io.github.invoicingsdk.vocabulary.ModelRegistry;
import io.github.invoicingsdk.vocabulary.QueryObjectEncoder;
import java.io.IOException;
import java.lang.reflect.Type;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

/**
 * Makes the implementations of generated interfaces, each when it is first asked for. Thread-safe.
 */
public final class Engine {

  private static final String USER_AGENT = "invoicing-sdk-java";

  private final Feign feign;
  private final String baseUrl;
  private final Map<Class<?>, Object> resources = new ConcurrentHashMap<>();

  /**
   * Creates an engine.
   *
   * @param provider the provider that is called
   * @param baseUrl where its API begins
   * @param models the provider's models
   * @param commonCodes what an error code means when the operation does not say
   * @param pipeline the request pipeline, which throws the SDK's exceptions for every failure
   * @param translator the translator of the same client
   * @param time the clock of the same client
   * @param options how long calls may take and how often they are tried
   * @param connectTimeout how long setting up a connection may take
   */
  public Engine(
      Provider provider,
      URI baseUrl,
      ModelRegistry models,
      BiFunction<Integer, String, ErrorCode> commonCodes,
      Client pipeline,
      ErrorTranslator translator,
      Time time,
      CallOptions options,
      Duration connectTimeout) {
    Payloads payloads = new Payloads(models);
    Caller caller =
        new Caller(provider, commonCodes, payloads, translator, time, options, connectTimeout);
    this.baseUrl = baseUrl.toString();
    this.feign =
        Feign.builder()
            .client(pipeline)
            .encoder(new BodyEncoder(payloads))
            .queryMapEncoder(new QueryObjectEncoder(models))
            .decoder(Engine::answer)
            .errorDecoder((method, response) -> unexpected(response))
            .retryer(Retryer.NEVER_RETRY)
            .requestInterceptor(template -> template.header("User-Agent", USER_AGENT))
            .invocationHandlerFactory(
                (target, handlers) -> new OperationHandler(target.type(), handlers, caller))
            .build();
  }

  /**
   * Finds the implementation of a generated interface.
   *
   * @param <T> the interface
   * @param type the interface's class
   * @return the implementation, always the same for the same class
   */
  public <T> T resource(Class<T> type) {
    return type.cast(
        resources.computeIfAbsent(
            type, key -> feign.newInstance(new feign.Target.HardCodedTarget<>(type, baseUrl))));
  }

  private static Object answer(Response response, Type type) throws IOException {
    return Answer.of(response);
  }

  private static Exception unexpected(Response response) {
    return new IllegalStateException(
        "an answer with status " + response.status() + " passed the pipeline untranslated");
  }
}
