package io.github.invoicingsdk.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the artifact brings onto a user's class path, as the build has just written it. */
class BroughtDependenciesTest {

  @Test
  void it_brings_the_core_and_leaves_the_rest_to_the_application() throws IOException {
    String tree =
        Files.readString(Path.of("target/runtime-dependencies.txt"), StandardCharsets.UTF_8);

    // Three blanks are the first level: what stands there is what the module itself asks for.
    assertThat(
            tree.lines()
                .skip(1)
                .filter(line -> line.matches(" {3}\\S.*") && !line.endsWith("(optional)")))
        .extracting(line -> line.strip().replaceAll(":jar:.*:", ":"))
        .containsExactlyInAnyOrder(
            "io.github.invoicingsdk:invoicing-sdk-core:compile",
            "io.github.invoicingsdk:invoicing-sdk-generated:compile",
            "org.jspecify:jspecify:compile");
  }
}
