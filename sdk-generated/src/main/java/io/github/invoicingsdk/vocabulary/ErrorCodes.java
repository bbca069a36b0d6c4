package io.github.invoicingsdk.vocabulary;

import io.github.invoicingsdk.model.ErrorCode;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lists the error codes of one operation. The same code may mean different things in two operations
 * and under two statuses, so a code without its operation says nothing. A code that is listed under
 * one status only has its meaning under every 4xx status.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface ErrorCodes {

  /**
   * The codes.
   *
   * @return one entry per status and code
   */
  Code[] value();

  /** One error code; its parts are those of {@link ErrorCode}. */
  @Documented
  @Retention(RetentionPolicy.RUNTIME)
  @Target({})
  @interface Code {

    /**
     * The HTTP status under which the provider documents the code.
     *
     * @return the status
     */
    int status();

    /**
     * The code as the provider writes it.
     *
     * @return the code, leading zeros included
     */
    String code();

    /**
     * The code's name in this SDK.
     *
     * @return the name in upper case, such as {@code ALL_REGISTERED}
     */
    String name();

    /**
     * What the code means for the operation.
     *
     * @return one sentence
     */
    String meaning();
  }
}
