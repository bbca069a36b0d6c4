package io.github.invoicingsdk.internal.client;

import io.github.invoicingsdk.ClientBuilder;
import io.github.invoicingsdk.internal.http.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reaches what a builder does not show to its users: its settings, and the clock that only tests
 * replace.
 */
public abstract class BuilderAccess {

  private static volatile @Nullable BuilderAccess instance;

  /** Creates the access; {@link ClientBuilder} does so. */
  protected BuilderAccess() {}

  /** Makes the access known; {@link ClientBuilder} does so when it is loaded. */
  public static void install(BuilderAccess access) {
    instance = access;
  }

  /** The access, which is there as soon as there is a builder. */
  private static BuilderAccess get() {
    return Objects.requireNonNull(instance, "no builder was loaded");
  }

  /** The builder's settings as they are now. */
  public static ClientSettings settings(ClientBuilder<?> builder) {
    return get().settingsOf(builder);
  }

  /** Replaces a builder's clock and sleeper. */
  public static <B extends ClientBuilder<B>> B withTime(B builder, Clock time) {
    get().setTime(builder, time);
    return builder;
  }

  /** The builder's settings as they are now. */
  protected abstract ClientSettings settingsOf(ClientBuilder<?> builder);

  /** Replaces a builder's clock and sleeper. */
  protected abstract void setTime(ClientBuilder<?> builder, Clock time);
}
