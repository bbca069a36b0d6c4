package io.github.invoicingsdk.springboot;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in place of a stack trace which property has to be changed. Shows no values. */
final class InvalidAccountFailureAnalyzer extends AbstractFailureAnalyzer<InvalidAccountException> {

  InvalidAccountFailureAnalyzer() {}

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, InvalidAccountException cause) {
    return new FailureAnalysis(
        "The clients for invoicing cannot be made as configured below '"
            + cause.property()
            + "': "
            + cause.reason(),
        "Change the configuration below '" + cause.property() + "'.",
        cause);
  }
}
