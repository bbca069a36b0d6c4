package io.github.invoicingsdk.bundle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Verifies with gpg and the keys in its home, which GNUPGHOME names. */
final class Gpg implements Signatures {
  private final Path directory;

  /**
   * Makes a verifier.
   *
   * @param directory where files may be written
   */
  Gpg(Path directory) {
    this.directory = directory;
  }

  @Override
  public boolean verify(byte[] file, byte[] signature) {
    try {
      Path data = Files.write(directory.resolve("data"), file);
      Path detached = Files.write(directory.resolve("data.asc"), signature);
      Process gpg =
          new ProcessBuilder(
                  "gpg",
                  "--batch",
                  "--status-fd",
                  "1",
                  "--verify",
                  detached.toString(),
                  data.toString())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      gpg.getOutputStream().close();
      String status = new String(gpg.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return gpg.waitFor() == 0 && status.contains("[GNUPG:] VALIDSIG ");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while gpg was running", e);
    }
  }
}
