package io.github.invoicingsdk.vocabulary;

import com.google.gson.Gson;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The models of one provider with their JSON adapters. Each provider's generated model package has
 * one.
 *
 * <p>It can be given to a {@link Gson} of one's own, for instance to store responses:
 *
 * <pre>{@code
 * Gson gson = new GsonBuilder().registerTypeAdapterFactory(InvoiceXpressModels.REGISTRY).create();
 * String json = gson.toJson(sequence);
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 */
public abstract class ModelRegistry implements TypeAdapterFactory {

  /** Creates a registry; generated code does so. */
  protected ModelRegistry() {}

  /**
   * All models.
   *
   * @return their classes, in no particular order
   */
  public abstract Set<Class<?>> types();

  /**
   * Which properties hold secrets, such as passwords.
   *
   * @return their names on the wire
   */
  public abstract Set<String> secretProperties();

  /**
   * Finds the adapter of a model by its name, so that a model's class comes into memory when it is
   * used and not before.
   *
   * @param name the simple name of the model's class
   * @return the adapter, or null when there is no model of that name
   */
  protected abstract @Nullable TypeAdapter<?> find(String name);

  /**
   * Finds the adapter of a model.
   *
   * @param <T> the model
   * @param type the model's class
   * @return the adapter, or null when the class is not a model of this provider
   */
  @SuppressWarnings("unchecked") // The adapter that is found is of the class with that name.
  public final <T> @Nullable TypeAdapter<T> adapter(Class<T> type) {
    return (TypeAdapter<T>) adapterOf(type);
  }

  @Override
  @SuppressWarnings("unchecked") // As above.
  public final <T> @Nullable TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
    return (TypeAdapter<T>) adapterOf(type.getRawType());
  }

  private @Nullable TypeAdapter<?> adapterOf(Class<?> type) {
    return type.getPackageName().equals(getClass().getPackageName())
        ? find(type.getSimpleName())
        : null;
  }
}
