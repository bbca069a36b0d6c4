package io.github.invoicingsdk.vocabulary;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says which values a parameter may have, as the spec states it. An argument out of these bounds is
 * refused with an {@link IllegalArgumentException} before anything is sent; one that is left out is
 * not checked.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface Constraints {

  /**
   * The least number allowed.
   *
   * @return a decimal number; empty when there is none
   */
  String minimum() default "";

  /**
   * The greatest number allowed.
   *
   * @return a decimal number; empty when there is none
   */
  String maximum() default "";

  /**
   * The least length of a text.
   *
   * @return the length in Unicode code points
   */
  int minLength() default 0;

  /**
   * The greatest length of a text.
   *
   * @return the length in Unicode code points; {@link Integer#MAX_VALUE} when there is none
   */
  int maxLength() default Integer.MAX_VALUE;

  /**
   * What the whole of a text must match.
   *
   * @return a regular expression of Java; empty when there is none
   */
  String pattern() default "";
}
