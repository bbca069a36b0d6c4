package io.github.invoicingsdk.error;

import java.io.Serial;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A call that did not succeed. The subtypes are sorted by what the caller can do.
 *
 * <ul>
 *   <li>{@link ApiException}: the provider answered, and refused. Its subtypes say whose turn it
 *       is.
 *   <li>{@link TransportException}: there was no response, or no complete one.
 *   <li>{@link OutcomeUnknownException}: a write was sent, and nothing tells whether it was carried
 *       out.
 *   <li>{@link DecodingException}: there was a response, but the SDK cannot read it.
 *   <li>{@link PollingTimeoutException}: work in the background was not finished in time.
 *   <li>{@link ListChangedException}: the pages of a list do not fit the total that the provider
 *       gives.
 *   <li>{@link NotIssuedException}: a draft is not what was asked for, so no number was taken.
 *   <li>{@link DocumentConflictException}: a document with a number is not what was asked for, or
 *       there are several.
 * </ul>
 *
 * <p>Arguments that cannot be right never get this far: they are refused with an {@link
 * IllegalArgumentException} or {@link NullPointerException} before anything is sent.
 *
 * <p>A wrong or doubled document number is a legal matter, so the question to ask after a failed
 * write is {@link #mayHaveBeenProcessed()}:
 *
 * <pre>{@code
 * try {
 *   client.sequences().register(146090);
 * } catch (RateLimitException e) {
 *   tryAgainIn(e.retryAfter().orElse(Duration.ofMinutes(1)));
 * } catch (InvalidRequestException e) {
 *   show(e.fieldErrors(), e.providerMessage());
 * } catch (OutcomeUnknownException e) {
 *   readBack(146090); // before registering it again
 * }
 * }</pre>
 *
 * <p>Messages are single lines made for logs; programs read the methods instead. No message, URL,
 * header or body of an exception holds a key, a token or a password. Exceptions are immutable apart
 * from what {@link Throwable} itself lets change, and can be serialized. Tests make them with
 * {@link FailedCall}.
 */
public abstract sealed class InvoicingException extends RuntimeException
    permits ApiException,
        TransportException,
        OutcomeUnknownException,
        DecodingException,
        DocumentConflictException,
        ListChangedException,
        NotIssuedException,
        PollingTimeoutException {

  @Serial private static final long serialVersionUID = 1L;

  private final FailedCall call;

  InvoicingException(FailedCall call, String whatHappened, @Nullable Throwable cause) {
    super(call.describe(whatHappened), cause);
    this.call = call;
  }

  /**
   * Whether the provider may have carried out the request all the same. When it says true after a
   * write, read back what the provider has before sending the write again.
   *
   * <p>It speaks of the last request of the call. The SDK repeats a request only after one that was
   * certainly not processed, or when the repetition does no harm.
   *
   * @return false only when it is certain that nothing was done
   */
  public abstract boolean mayHaveBeenProcessed();

  /**
   * The provider that was called.
   *
   * @return the provider
   */
  public final Provider provider() {
    return call.provider();
  }

  /**
   * The operation that was called.
   *
   * @return its name in the spec, such as {@code registerSequence}
   */
  public final String operation() {
    return call.operation();
  }

  /**
   * The page that was asked for.
   *
   * @return the page, counted from 1; empty when the call was not for a page of a list
   */
  public final OptionalInt page() {
    return call.page();
  }

  /**
   * How many requests were sent for the call, repetitions included.
   *
   * @return the number; 0 when the call failed before anything was sent
   */
  public final int attempts() {
    return call.attempts();
  }

  /**
   * The URL that was called, without secrets.
   *
   * @return the URL; null when the call failed before there was one
   */
  public final @Nullable String url() {
    return call.url();
  }

  /**
   * Where the page "Errors" of the guide tells the reasons and the remedies. Every message ends in
   * it.
   *
   * @return the name of a section, such as {@code not-found}; it stays the same in later versions
   */
  public abstract String guideKey();

  /**
   * What happened, for a log.
   *
   * @return one line, which ends in the {@link #guideKey} as in {@code [errors#not-found]}
   */
  @Override
  public final String getMessage() {
    return super.getMessage() + " [errors#" + guideKey() + "]";
  }
}
