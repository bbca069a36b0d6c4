package io.github.invoicingsdk.vocabulary;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says which member of the response's JSON object holds what the method returns.
 *
 * <p>Example: InvoiceXpress answers {@code {"sequence": {...}}}, in its documentation {@code
 * {"sequences": {...}}}, and on registration {@code {"sequences": [{...}]}}. With {@code members =
 * {"sequence", "sequences"}} all three give a {@code Sequence}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Envelope {

  /**
   * The names under which the payload occurs; the first one present is read. A dot leads into a
   * nested object: {@code output.pdfUrl}.
   *
   * @return at least one name
   */
  String[] members();

  /**
   * The parameter whose value the {@code id} of the payload equals. An object with another id is
   * refused; in an array, it is passed over. An object without an id is taken, in an array only if
   * it is the only one.
   *
   * @return the parameter's name, or an empty string when any id is taken and an array must have
   *     exactly one element
   */
  String match() default "";

  /**
   * The boolean member that is false when the provider refused although it answered with 200.
   *
   * @return the member's name, or an empty string when there is none
   */
  String success() default "";

  /**
   * Whether a response of success may lack a body. The method then returns an {@link
   * java.util.Optional}, which is empty when the body is empty or blank. Any other body must hold
   * the payload.
   *
   * @return true if the provider sends the payload or nothing
   */
  boolean optional() default false;
}
