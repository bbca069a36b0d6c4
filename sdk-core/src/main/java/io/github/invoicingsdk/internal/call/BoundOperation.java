package io.github.invoicingsdk.internal.call;

import feign.Request;

/**
 * An operation and what makes its requests. Thread-safe.
 *
 * @param info what its annotations say
 * @param requests makes its requests
 */
record BoundOperation(OperationInfo info, RequestMaker requests) {

  /** Makes the request for a call with these arguments; nothing is sent. */
  Request request(Object[] arguments) {
    return requests.make(arguments);
  }
}
