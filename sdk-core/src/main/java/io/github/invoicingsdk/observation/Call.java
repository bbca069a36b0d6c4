package io.github.invoicingsdk.observation;

import io.github.invoicingsdk.error.Provider;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One call of an operation, the same object from its start to its end. A listener can keep its own
 * value with it:
 *
 * <pre>{@code
 * public void started(Call call) {
 *   call.attach(Span.class, tracer.spanBuilder(call.operation()).startSpan());
 * }
 *
 * public void ended(Call call, CallResult result) {
 *   call.attachment(Span.class).ifPresent(Span::end);
 * }
 * }</pre>
 *
 * <p>Thread-safe.
 */
public interface Call {

  /**
   * The provider that is called.
   *
   * @return the provider
   */
  Provider provider();

  /**
   * The account for which the provider is called: of InvoiceXpress the account's name, or the host
   * of another base URL; of iDoklad the name of its token source, or a digest of the client id,
   * which is the same in all programs.
   *
   * @return a name without secrets; empty if the caller has made the call itself, as in a test
   */
  default String account() {
    return "";
  }

  /**
   * The request that was sent last, by its method and path, such as {@code GET /sequences/7.json}.
   * It holds ids, so that it is for reading and not for counting; credentials, e-mail addresses and
   * the query are left out.
   *
   * @return the request; empty before one was sent, and for {@link CallListener#DOWNLOAD}, whose
   *     path is a secret
   */
  default Optional<String> request() {
    return Optional.empty();
  }

  /**
   * The operation.
   *
   * @return its name in the spec, such as {@code registerSequence}; or {@link CallListener#TOKEN}
   *     or {@link CallListener#DOWNLOAD}
   */
  String operation();

  /**
   * The page of a list that is asked for.
   *
   * @return its number, from 1; empty when the call is no page of a list
   */
  OptionalInt page();

  /**
   * Keeps a value with the call, in place of one that was kept under the same key.
   *
   * @param <T> the value's type
   * @param key the key; a class that no other listener uses
   * @param value the value
   */
  <T> void attach(Class<T> key, T value);

  /**
   * The value that was kept with the call.
   *
   * @param <T> the value's type
   * @param key the key
   * @return the value; empty when none was kept
   */
  <T> Optional<T> attachment(Class<T> key);
}
