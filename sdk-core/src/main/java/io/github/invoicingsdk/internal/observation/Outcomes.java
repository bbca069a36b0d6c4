package io.github.invoicingsdk.internal.observation;

import io.github.invoicingsdk.error.ApiException;
import io.github.invoicingsdk.error.CallInterruptedException;
import io.github.invoicingsdk.error.DecodingException;
import io.github.invoicingsdk.error.OutcomeUnknownException;
import io.github.invoicingsdk.error.ServerException;
import io.github.invoicingsdk.error.UnexpectedResponseException;
import io.github.invoicingsdk.internal.auth.TokenRefusedException;
import io.github.invoicingsdk.observation.CallResult.Outcome;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** Tells by what a caller gets how its call ended. */
final class Outcomes {

  private Outcomes() {}

  static Outcome of(@Nullable Throwable failure) {
    if (failure == null) {
      return Outcome.SUCCEEDED;
    }
    if (failure instanceof OutcomeUnknownException) {
      return Outcome.OUTCOME_UNKNOWN;
    }
    if (failure instanceof CallInterruptedException || failure instanceof CancellationException) {
      return Outcome.CANCELLED;
    }
    if (failure instanceof DecodingException || failure instanceof UnexpectedResponseException) {
      return Outcome.UNREADABLE;
    }
    if (failure instanceof TokenRefusedException) {
      return Outcome.REFUSED;
    }
    return failure instanceof ApiException && !(failure instanceof ServerException)
        ? Outcome.REFUSED
        : Outcome.FAILED;
  }
}
