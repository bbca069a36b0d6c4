package io.github.invoicingsdk.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Programs that may have few files and sockets open at a time. */
@EnabledOnOs(OS.LINUX)
@Timeout(600)
class FewDescriptorsTest {

  private final FaultServer api = FaultServer.start();

  @AfterEach
  void close() throws IOException {
    api.close();
  }

  @Test
  void a_closed_client_leaves_its_sockets_and_threads_to_the_next_ones() throws Exception {
    List<String> output = run(1024, "clients", api.url().toString(), "1500");

    assertThat(output).containsExactly("served 1500, freed: true");
    assertThat(api.requests()).isEqualTo(1500);
  }

  @Test
  void a_write_for_which_no_socket_can_be_opened_is_known_not_to_be_sent() throws Exception {
    // Each call needs a connection of its own.
    api.breakWith(
        Fault.response(200, "{\"sequence\":{\"id\":" + Call.ID + "}}", "Connection: close"));
    String notSent = "ConnectionException, processed: false";

    List<String> output = run(256, "run-out", api.url().toString());

    assertThat(output)
        .containsExactly(notSent, "done", notSent, notSent, notSent, notSent, "done", "done");
    assertThat(api.requests()).isEqualTo(3);
  }

  private static List<String> run(int descriptors, String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(FewDescriptors.class.getName());
    command.addAll(List.of(arguments));
    List<String> limited =
        new ArrayList<>(List.of("sh", "-c", "ulimit -n " + descriptors + " && exec \"$@\"", "sh"));
    limited.addAll(command);
    Process process =
        new ProcessBuilder(limited).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (InputStream in = process.getInputStream()) {
      String output = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      process.waitFor();
      return output.lines().toList();
    } finally {
      process.destroyForcibly();
    }
  }
}
