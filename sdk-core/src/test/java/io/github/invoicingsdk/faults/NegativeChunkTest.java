package io.github.invoicingsdk.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A response on which the JDK's own client never ends the exchange, in a process of its own. */
@Timeout(120)
class NegativeChunkTest {

  /** Each call leaves a thread of the JDK behind that keeps a processor busy. */
  private static final int ROUNDS = 1;

  @TempDir Path directory;
  private final FaultServer api = FaultServer.start();

  @AfterEach
  void close() throws IOException {
    api.close();
  }

  @Test
  void a_chunk_with_a_length_beyond_all_numbers_ends_with_the_time_of_the_call() throws Exception {
    Fault fault =
        connection -> {
          connection.write(
              "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n80000000\r\n{\"seq\r\n");
          connection.stall();
        };
    api.breakWith(fault.after(Fault.Reads.NOTHING));

    assertThat(run(api.url().toString(), String.valueOf(ROUNDS)))
        .hasSize(4 * ROUNDS)
        // A machine that is busy may not get as far as to send the request.
        .allMatch(
            line ->
                line.matches(
                    "(OutcomeUnknown|DeadlineExceeded|Connection)Exception, processed: .*"));
  }

  private List<String> run(String... arguments) throws Exception {
    Path output = directory.resolve("output");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(NegativeChunk.class.getName());
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .redirectOutput(output.toFile())
            .start();
    try {
      process.waitFor(110, TimeUnit.SECONDS);
    } finally {
      process.destroyForcibly();
    }
    return Files.readAllLines(output);
  }
}
