package io.github.invoicingsdk.internal.http;

import feign.Client;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Puts decorators around a transport in the order of {@link Stage}. For one thread. */
public final class Pipeline {

  private final Map<Stage, UnaryOperator<Client>> decorators = new EnumMap<>(Stage.class);

  /** Creates a pipeline without any stage. */
  public Pipeline() {}

  /** Sets the decorator of a stage; a stage without one is passed over. */
  public Pipeline with(Stage stage, UnaryOperator<Client> decorator) {
    decorators.put(stage, decorator);
    return this;
  }

  /** The pipeline with the transport at its end. */
  public Client around(Client transport) {
    Stage[] stages = Stage.values();
    Client client = transport;
    for (int i = stages.length - 1; i >= 0; i--) {
      UnaryOperator<Client> decorator = decorators.get(stages[i]);
      if (decorator != null) {
        client = decorator.apply(client);
      }
    }
    return client;
  }
}
