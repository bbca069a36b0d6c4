package io.github.invoicingsdk.vocabulary;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks an operation that is asked again and again until the provider has finished its work. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Polling {

  /**
   * The HTTP status that means "not finished, ask again".
   *
   * @return the status; 202 unless the spec says otherwise
   */
  int pendingStatus() default 202;

  /**
   * The pause between two requests.
   *
   * @return the pause in milliseconds; 2,000 unless the spec says otherwise
   */
  long intervalMillis() default 2_000;
}
