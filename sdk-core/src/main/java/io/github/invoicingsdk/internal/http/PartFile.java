package io.github.invoicingsdk.internal.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.UUID;

/**
 * A file that is written under another name in the same folder and moved to its place when it is
 * whole; whatever happens before, nothing is left of it.
 *
 * @param folder where the file is to be
 * @param name its name when it is whole
 * @param lastCheck is made before the file is moved
 */
record PartFile(Path folder, Path name, LastCheck lastCheck) implements Target {

  /**
   * A file at a path.
   *
   * @throws IllegalArgumentException if the path does not name a file
   */
  static PartFile at(Path path, LastCheck lastCheck) {
    Path whole = Objects.requireNonNull(path, "path").toAbsolutePath();
    Path folder = whole.getParent();
    Path name = whole.getFileName();
    if (folder == null || name == null) {
      throw new IllegalArgumentException("path is " + path + ": give the name of a file");
    }
    return new PartFile(folder, name, lastCheck);
  }

  @Override
  public long take(Content file) throws IOException {
    // Not a temporary file: those are for their owner alone, and so would be the whole one. And
    // without the file's own name, which may be as long as the file system allows.
    Path part = folder.resolve("download-" + UUID.randomUUID() + ".part");
    try {
      long bytes;
      try (OutputStream target = Files.newOutputStream(part, StandardOpenOption.CREATE_NEW)) {
        bytes = file.writeTo(target);
      }
      lastCheck.mayMove();
      move(part, folder.resolve(name));
      return bytes;
    } catch (IOException | RuntimeException | Error failure) {
      delete(part, failure);
      throw failure;
    }
  }

  private static void move(Path part, Path whole) throws IOException {
    try {
      Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void delete(Path part, Throwable reason) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException e) {
      reason.addSuppressed(e);
    }
  }

  /** Tells whether a file that is whole is still wanted. */
  @FunctionalInterface
  interface LastCheck {

    /** Throws an exception if the file is not to be moved to its place. */
    void mayMove() throws IOException;
  }
}
