package io.github.invoicingsdk.sandbox;

import java.io.IOException;
import java.util.Objects;

/**
 * One way to disturb a response. Given to {@link Faults}. Immutable and thread-safe.
 *
 * <p>"The work" is what the request asks for, such as registering a series. Each fault says whether
 * the work is done: a client cannot see the difference, and that is what these faults are for.
 *
 * <p>A cut connection is closed in order (the peer reads the end of the stream). The JDK's server
 * gives no way to reset it. Note that the JDK's own HTTP client repeats a GET by itself, unseen,
 * when its connection ends before the first byte of the response: the sandbox then records the
 * request twice, and a fault that is to reach the caller must be set more than once.
 */
public final class Fault {
  private final Script script;

  private Fault(Script script) {
    this.script = script;
  }

  /**
   * Sends a response instead of doing the work.
   *
   * @param response the response
   * @return the fault
   */
  public static Fault response(CannedResponse response) {
    Objects.requireNonNull(response, "response");
    return new Fault(writer -> writer.send(response));
  }

  /**
   * Does the work, then sends another response than the work's own.
   *
   * @param response the response
   * @return the fault
   */
  public static Fault workThenRespond(CannedResponse response) {
    Objects.requireNonNull(response, "response");
    return new Fault(
        writer -> {
          writer.work();
          writer.send(response);
        });
  }

  /**
   * Closes the connection without doing the work and without a byte of a response.
   *
   * @return the fault
   */
  public static Fault cut() {
    return new Fault(ResponseWriter::cut);
  }

  /**
   * Does the work, then closes the connection without a byte of a response.
   *
   * @return the fault
   */
  public static Fault workThenCut() {
    return new Fault(
        writer -> {
          writer.work();
          writer.cut();
        });
  }

  /**
   * Waits before it does the work; from the release on everything is as usual.
   *
   * @param gate what to wait for
   * @return the fault
   */
  public static Fault hold(Gate gate) {
    Objects.requireNonNull(gate, "gate");
    return new Fault(
        writer -> {
          gate.pass();
          writer.send(writer.work());
        });
  }

  /**
   * Does the work, then waits before the first byte of the response.
   *
   * @param gate what to wait for
   * @return the fault
   */
  public static Fault workThenHold(Gate gate) {
    Objects.requireNonNull(gate, "gate");
    return new Fault(
        writer -> {
          CannedResponse response = writer.work();
          gate.pass();
          writer.send(response);
        });
  }

  /**
   * Does the work, sends the headers and the first half of the body, waits, and sends the rest.
   *
   * @param gate what to wait for
   * @return the fault
   */
  public static Fault stall(Gate gate) {
    Objects.requireNonNull(gate, "gate");
    return new Fault(writer -> writer.stall(writer.work(), gate));
  }

  /**
   * Does the work, announces the whole body, sends half of it and closes the connection. For an
   * empty body one byte is announced that never comes.
   *
   * @return the fault
   */
  public static Fault truncate() {
    return new Fault(writer -> writer.truncate(writer.work()));
  }

  /**
   * Does the work, then sends its body as gzip that cannot be unpacked: the header is right, the
   * data behind it is not. It does so even if the client did not ask for gzip.
   *
   * @return the fault
   */
  public static Fault corruptGzip() {
    return new Fault(writer -> writer.sendCorruptGzip(writer.work()));
  }

  /**
   * Does the work, then answers 200 with a body of blanks that does not end before the client hangs
   * up or the sandbox is closed.
   *
   * @return the fault
   */
  public static Fault endlessBody() {
    return new Fault(
        writer -> {
          writer.work();
          writer.sendEndless();
        });
  }

  void play(ResponseWriter writer) throws IOException, InterruptedException {
    script.play(writer);
  }

  /** What a fault does with the one exchange it is given. */
  private interface Script {
    void play(ResponseWriter writer) throws IOException, InterruptedException;
  }
}
