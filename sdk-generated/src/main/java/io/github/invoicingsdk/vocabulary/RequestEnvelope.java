package io.github.invoicingsdk.vocabulary;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says which member of the request's JSON object holds the method's body argument. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface RequestEnvelope {

  /**
   * The member's name, such as {@code sequence} for {@code {"sequence": {...}}}.
   *
   * @return the name
   */
  String value();

  /**
   * The properties of the argument that stand beside that member instead of inside it, such as
   * {@code proprietary_uid} in {@code {"invoice": {...}, "proprietary_uid": "..."}}.
   *
   * @return their names; empty when there are none
   */
  String[] beside() default {};

  /**
   * The properties of the argument that are not sent, because they belong to another operation that
   * takes the same type.
   *
   * @return their names; empty when all are sent
   */
  String[] omit() default {};
}
