package io.github.invoicingsdk.vocabulary;

import java.util.Map;

/** An argument that brings query parameters of its own beside the one that it is the value of. */
public interface QueryParameters {

  /**
   * The additional parameters.
   *
   * @return values by their names on the wire, not yet encoded
   */
  Map<String, String> queryParameters();
}
