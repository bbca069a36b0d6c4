package io.github.invoicingsdk.faults;

import java.io.IOException;

/** What a server does to a connection in place of giving a good response. */
@FunctionalInterface
interface Fault {

  /** How much of a request is read before the fault happens. */
  enum Reads {
    NOTHING,
    A_PART,
    ALL
  }

  /** Does the harm; the connection is closed afterwards unless {@link #keepsConnection()}. */
  void play(FaultServer.Connection connection) throws IOException, InterruptedException;

  /** How much of the request is read before. */
  default Reads reads() {
    return Reads.ALL;
  }

  /** Whether the connection goes on, as after a whole response. */
  default boolean keepsConnection() {
    return false;
  }

  /** The same fault, which happens when less of the request was read. */
  default Fault after(Reads reads) {
    Fault fault = this;
    return new Fault() {
      @Override
      public void play(FaultServer.Connection connection) throws IOException, InterruptedException {
        fault.play(connection);
      }

      @Override
      public Reads reads() {
        return reads;
      }
    };
  }

  /** A whole response. */
  static Fault response(int status, String body, String... headers) {
    return wholeResponse(connection -> connection.respond(status, body, headers));
  }

  /** A whole response that depends on the request. */
  static Fault wholeResponse(Fault fault) {
    return new Fault() {
      @Override
      public void play(FaultServer.Connection connection) throws IOException, InterruptedException {
        fault.play(connection);
      }

      @Override
      public boolean keepsConnection() {
        return true;
      }
    };
  }
}
