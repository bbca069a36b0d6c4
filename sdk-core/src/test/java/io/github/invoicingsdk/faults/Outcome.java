package io.github.invoicingsdk.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.invoicingsdk.CallOptions;
import io.github.invoicingsdk.error.InvoicingException;
import io.github.invoicingsdk.error.OutcomeUnknownException;
import io.github.invoicingsdk.fixture.LeakScan;
import org.jspecify.annotations.Nullable;

/**
 * How a call ends.
 *
 * @param failure the exception's class; null for success
 * @param reason the class of the failure behind an unknown outcome; null without one
 * @param attempts how many requests were sent
 */
record Outcome(
    @Nullable Class<? extends Throwable> failure,
    @Nullable Class<? extends Throwable> reason,
    int attempts) {

  /** The call succeeds at the first attempt. */
  static final Outcome SUCCESS = new Outcome(null, null, 1);

  static Outcome failure(Class<? extends InvoicingException> failure, int attempts) {
    return new Outcome(failure, null, attempts);
  }

  /** A write after which nobody knows, and which was sent once. */
  static Outcome unknown(Class<? extends InvoicingException> reason) {
    return new Outcome(OutcomeUnknownException.class, reason, 1);
  }

  /** Makes the call and sees how it ends; a failure that shows a secret is an error. */
  static Outcome of(Call.Client client, CallOptions options) {
    return of(client, options, Style.BLOCKING);
  }

  /** Makes the call in one of the ways to do so. */
  static Outcome of(Call.Client client, CallOptions options, Style style) {
    Throwable failure = catchThrowable(() -> style.call(client, options));
    if (failure == null) {
      return SUCCESS;
    }
    assertShowsNoSecret(failure);
    if (!(failure instanceof InvoicingException sdkFailure)) {
      throw new AssertionError("not an exception of the SDK", failure);
    }
    Class<? extends Throwable> reason =
        failure instanceof OutcomeUnknownException unknown ? unknown.reason().getClass() : null;
    return new Outcome(failure.getClass(), reason, sdkFailure.attempts());
  }

  static void assertShowsNoSecret(Throwable failure) {
    for (String text : LeakScan.of(failure)) {
      assertThat(text).doesNotContain(FaultServer.TOKEN_MARK);
      assertThat(Call.API_KEY.marksIn(text)).isEmpty();
      assertThat(Call.CLIENT_SECRET.marksIn(text)).isEmpty();
    }
  }
}
