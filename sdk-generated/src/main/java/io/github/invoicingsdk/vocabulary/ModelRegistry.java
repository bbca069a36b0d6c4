package io.github.invoicingsdk.vocabulary;

import com.google.gson.Gson;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The models of one provider with their JSON adapters. Each provider's generated model package has
 * one.
 *
 * <p>It can be given to a {@link Gson} of one's own, for instance to store answers:
 *
 * <pre>{@code
 * Gson gson = new GsonBuilder().registerTypeAdapterFactory(InvoiceXpressModels.REGISTRY).create();
 * String json = gson.toJson(sequence);
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 */
public final class ModelRegistry implements TypeAdapterFactory {

  private final Map<Class<?>, TypeAdapter<?>> adapters;

  /**
   * Creates a registry; generated code does so.
   *
   * @param adapters the adapter of each model, which must be of the model's type
   */
  public ModelRegistry(Map<Class<?>, TypeAdapter<?>> adapters) {
    this.adapters = Map.copyOf(adapters);
  }

  /**
   * Finds the adapter of a model.
   *
   * @param <T> the model
   * @param type the model's class
   * @return the adapter, or null when the class is not a model of this provider
   */
  @SuppressWarnings("unchecked") // The constructor's contract: each adapter is of its key's type.
  public <T> @Nullable TypeAdapter<T> adapter(Class<T> type) {
    return (TypeAdapter<T>) adapters.get(type);
  }

  /**
   * All models.
   *
   * @return their classes, in no particular order
   */
  public Set<Class<?>> types() {
    return adapters.keySet();
  }

  @Override
  @SuppressWarnings("unchecked") // As above.
  public <T> @Nullable TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
    return (TypeAdapter<T>) adapters.get(type.getRawType());
  }
}
