package io.github.invoicingsdk.vocabulary;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a generated interface whose methods do not wait for the response, and names the one whose
 * methods of the same name and parameters do. What the spec says of an operation stands there.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface AsyncOf {

  /**
   * The interface with the operations.
   *
   * @return its class
   */
  Class<?> value();
}
