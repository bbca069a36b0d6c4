package io.github.invoicingsdk.internal.call;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.function.Consumer;

/**
 * Makes options out of what a caller tells their builder.
 *
 * <p>A proxy could also run the default method, whose body does this. Running it needs method
 * handles, which cost the first call some milliseconds and which native images do not have for
 * proxies.
 */
final class BuiltOptions {

  private BuiltOptions() {}

  /**
   * Makes options.
   *
   * @param type their class, which has a method {@code builder()}
   * @param told takes the builder
   */
  @SuppressWarnings("unchecked") // The generated method takes a consumer of this builder.
  static Object of(Class<?> type, Consumer<?> told) {
    try {
      Method start = type.getMethod("builder");
      Object builder = start.invoke(null);
      ((Consumer<Object>) told).accept(builder);
      return start.getReturnType().getMethod("build").invoke(builder);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(type.getName() + " cannot be made", e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type.getName() + " has no builder", e);
    }
  }
}
