package io.github.invoicingsdk.internal.call;

import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** What a proxy does for the methods of {@link Object}. */
final class ObjectMethods {

  private ObjectMethods() {}

  static Object invoke(Object proxy, Method method, Object @Nullable [] arguments, Class<?> type) {
    return switch (method.getName()) {
      case "equals" -> arguments != null && proxy == arguments[0];
      case "hashCode" -> System.identityHashCode(proxy);
      default -> type.getSimpleName();
    };
  }
}
