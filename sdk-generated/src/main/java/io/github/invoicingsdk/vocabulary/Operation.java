package io.github.invoicingsdk.vocabulary;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method of a generated interface as one operation of a provider and carries what its spec
 * says about the operation as a whole.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Operation {

  /**
   * The operation's name in the spec ({@code operationId}), such as {@code registerSequence}.
   *
   * @return the name, unique within one provider
   */
  String id();

  /**
   * When a request of this operation may be sent once more after a failure.
   *
   * @return the rule; {@link Repeatable#BY_METHOD} unless the spec says otherwise
   */
  Repeatable repeatable() default Repeatable.BY_METHOD;

  /**
   * How to find out whether the operation was carried out when no response tells.
   *
   * @return a sentence for a person
   */
  String findOut() default "Read what the operation would have changed.";

  /** When a request may be sent once more after a failure. */
  enum Repeatable {
    /** {@link #ALWAYS} for GET, {@link #IF_NOT_PROCESSED} for every other HTTP method. */
    BY_METHOD,
    /** After any failure: sending twice has the effect of sending once. */
    ALWAYS,
    /** Only when the failure proves that the provider did not process the request. */
    IF_NOT_PROCESSED
  }
}
