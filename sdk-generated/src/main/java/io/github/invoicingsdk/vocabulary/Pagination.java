package io.github.invoicingsdk.vocabulary;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says how a list operation is read page by page. Paths into the response are member names joined
 * with dots, such as {@code pagination.total_pages}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Pagination {

  /**
   * The query parameter that carries the page number, counted from 1.
   *
   * @return the parameter's name on the wire
   */
  String page();

  /**
   * The query parameter that carries the page size.
   *
   * @return the parameter's name on the wire
   */
  String size();

  /**
   * The largest page size that the provider documents.
   *
   * @return the size in items, or 0 when none is documented
   */
  int maxSize() default 0;

  /**
   * Where the page's items stand in the response.
   *
   * @return the path of an array
   */
  String items();

  /**
   * Where the number of items on all pages stands in the response.
   *
   * @return the path, or an empty string when the provider does not tell
   */
  String totalItems() default "";

  /**
   * Where the number of pages stands in the response.
   *
   * @return the path, or an empty string when the provider does not tell
   */
  String totalPages() default "";

  /**
   * The boolean member that is false when the provider refused although it answered with 200.
   *
   * @return the member's name, or an empty string when there is none
   */
  String success() default "";
}
