package io.github.invoicingsdk.internal.http;

import feign.Client;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * Puts the stages of a client around its transport in the order of {@link Stage}, whatever order
 * they are registered in.
 *
 * <pre>{@code
 * Exchange client =
 *     Pipeline.over(transport)
 *         .with(Stage.BOUND, next -> new BoundingClient(next, maxResponseBytes))
 *         .with(Stage.AUTHENTICATE, next -> new ApiKeyClient(next, apiKey))
 *         .build();
 * }</pre>
 *
 * <p>Stages that are not registered are passed over. Not thread-safe; the clients it builds are as
 * thread-safe as their parts.
 */
public final class Pipeline {

  private final Exchange transport;
  private final Map<Stage, UnaryOperator<Exchange>> decorators = new EnumMap<>(Stage.class);

  private Pipeline(Client transport) {
    this.transport = Exchange.of(Objects.requireNonNull(transport, "transport"));
  }

  /** A pipeline that is nothing but a transport so far. */
  public static Pipeline over(Client transport) {
    return new Pipeline(transport);
  }

  /**
   * Registers a stage.
   *
   * @param stage its place
   * @param decorator makes the stage, given the client below it
   * @return this pipeline
   * @throws IllegalArgumentException when the stage is registered already
   */
  public Pipeline with(Stage stage, UnaryOperator<Exchange> decorator) {
    Objects.requireNonNull(stage, "stage");
    Objects.requireNonNull(decorator, "decorator");
    if (decorators.putIfAbsent(stage, decorator) != null) {
      throw new IllegalArgumentException("stage " + stage + " is registered already");
    }
    return this;
  }

  /** Makes the whole pipeline. */
  public Exchange build() {
    return buildFrom(Stage.ADDRESS);
  }

  /**
   * Makes the lower part of the pipeline, for requests that are not calls of an operation, such as
   * fetching a token.
   *
   * @param first the outermost stage of the part
   * @return the part
   */
  public Exchange buildFrom(Stage first) {
    Objects.requireNonNull(first, "first");
    Exchange client = transport;
    Stage[] stages = Stage.values();
    for (int i = stages.length - 1; i >= 0 && stages[i].compareTo(first) >= 0; i--) {
      UnaryOperator<Exchange> decorator = decorators.get(stages[i]);
      if (decorator != null) {
        client = decorator.apply(client);
      }
    }
    return client;
  }
}
