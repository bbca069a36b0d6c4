package io.github.invoicingsdk.observation;

/**
 * A body as it may be shown: keys, tokens, passwords, e-mail addresses and fiscal ids are masked.
 */
@FunctionalInterface
public interface MaskedBody {

  /**
   * Makes the text. The work is done only when this is called.
   *
   * @return the body; empty when there is none, and its size in place of a body that is no JSON or
   *     is the response of a token endpoint
   */
  String text();
}
