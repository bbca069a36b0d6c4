package io.github.invoicingsdk.internal.call;

import feign.FeignException;
import feign.InvocationHandlerFactory.MethodHandler;
import feign.Request;
import io.github.invoicingsdk.error.InvoicingException;
import io.github.invoicingsdk.internal.call.Interfaces.Prepared;
import java.lang.reflect.UndeclaredThrowableException;

/**
 * An operation and what makes its requests. Thread-safe.
 *
 * @param info what its annotations say
 * @param handler Feign's handler of its method
 */
record BoundOperation(OperationInfo info, MethodHandler handler) {

  /** Makes the request for a call with these arguments; nothing is sent. */
  Request request(Object[] arguments) {
    try {
      Object answer = handler.invoke(arguments);
      throw new IllegalStateException("Feign did not end with the request but with " + answer);
    } catch (Prepared prepared) {
      return prepared.request();
    } catch (FeignException e) {
      throw unwrap(e);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new UndeclaredThrowableException(e);
    }
  }

  /** Feign wraps what its collaborators throw; its own message holds the address, so it goes. */
  private static RuntimeException unwrap(FeignException e) {
    Throwable cause = e.getCause();
    if (cause instanceof InvoicingException || cause instanceof IllegalArgumentException) {
      return (RuntimeException) cause;
    }
    return new IllegalStateException(
        "the request could not be made" + (cause == null ? "" : ": " + cause.getClass().getName()));
  }
}
