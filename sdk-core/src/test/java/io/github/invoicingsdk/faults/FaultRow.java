package io.github.invoicingsdk.faults;

import io.github.invoicingsdk.error.ConnectionException;
import io.github.invoicingsdk.error.DeadlineExceededException;
import io.github.invoicingsdk.error.DecodingException;
import io.github.invoicingsdk.error.InvoicingException;

/**
 * One row of the table: a fault and what becomes of each kind of operation that meets it.
 *
 * @param name what happens
 * @param fault how the server does it
 * @param read how a read ends
 * @param idempotent how a write ends that may be repeated
 * @param write how any other write ends
 * @param requests how the number of requests that the server saw relates to the attempts
 */
record FaultRow(
    String name, Fault fault, Outcome read, Outcome idempotent, Outcome write, Requests requests) {

  /** What the server sees of the attempts. */
  enum Requests {
    /** Every attempt. */
    AS_ATTEMPTED,
    /**
     * Every attempt; the JDK may send a GET once more when it loses a connection before response.
     */
    READS_MAY_DOUBLE,
    /** At most every attempt: the attempts are short, and one may end before it is sent. */
    AT_MOST_AS_ATTEMPTED
  }

  /** The connection breaks, and nobody knows whether the request was processed. */
  static FaultRow broken(String name, Fault fault) {
    return unknown(name, fault, ConnectionException.class, Requests.AS_ATTEMPTED);
  }

  /** The connection breaks before the first byte of a response. */
  static FaultRow brokenBeforeResponse(String name, Fault fault) {
    return unknown(name, fault, ConnectionException.class, Requests.READS_MAY_DOUBLE);
  }

  /** The response does not end in time. */
  static FaultRow late(String name, Fault fault) {
    return unknown(name, fault, DeadlineExceededException.class, Requests.AT_MOST_AS_ATTEMPTED);
  }

  /** The response cannot be taken in, whatever the operation wants of it. */
  static FaultRow unusable(String name, Fault fault) {
    Outcome outcome = Outcome.failure(DecodingException.class, 1);
    return new FaultRow(name, fault, outcome, outcome, outcome, Requests.AS_ATTEMPTED);
  }

  /** The content cannot be decoded; an operation that looks at no content succeeds. */
  static FaultRow unreadable(String name, Fault fault) {
    Outcome outcome = Outcome.failure(DecodingException.class, 1);
    return new FaultRow(name, fault, outcome, Outcome.SUCCESS, outcome, Requests.AS_ATTEMPTED);
  }

  private static FaultRow unknown(
      String name, Fault fault, Class<? extends InvoicingException> failure, Requests requests) {
    Outcome repeated = Outcome.failure(failure, Call.ATTEMPTS);
    return new FaultRow(name, fault, repeated, repeated, Outcome.unknown(failure), requests);
  }

  Outcome expected(Call.Kind kind) {
    return switch (kind) {
      case READ -> read;
      case IDEMPOTENT_WRITE -> idempotent;
      case WRITE -> write;
    };
  }

  boolean isLate() {
    return requests == Requests.AT_MOST_AS_ATTEMPTED;
  }

  @Override
  public String toString() {
    return name;
  }
}
