package io.github.invoicingsdk.faults;

import java.io.IOException;

/** What a server does to a connection in place of giving a good answer. */
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

  /** Whether the connection goes on, as after a whole answer. */
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

  /** A whole answer. */
  static Fault answer(int status, String body, String... headers) {
    return wholeAnswer(connection -> connection.answer(status, body, headers));
  }

  /** A whole answer that depends on the request. */
  static Fault wholeAnswer(Fault fault) {
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
