package io.github.invoicingsdk.release;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Runs other programs. */
final class Command {

  private Command() {}

  /**
   * Runs a command and waits for its end.
   *
   * @param folder where it runs
   * @param remedy what helps when it fails
   * @return what it printed
   * @throws IllegalStateException if it fails; the message holds what it printed, and the remedy
   * @throws IOException if it cannot be started
   */
  static String run(Path folder, String remedy, List<String> command) throws IOException {
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IllegalStateException(
            "%s failed; %s.%n%s".formatted(String.join(" ", command), remedy, printed));
      }
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while running " + command.get(0), e);
    }
    return printed;
  }
}
