package io.github.invoicingsdk.release;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The repository of the project, of which only committed states are read.
 *
 * @param root a folder in its work tree
 */
record Git(Path root) {

  /**
   * The full id of a commit.
   *
   * @throws IllegalStateException if there is no such revision, or no repository
   */
  String commit(String revision) throws IOException {
    return run(
            "name a revision that this clone has, such as HEAD~1 or origin/main, or fetch it first",
            "rev-parse",
            "--verify",
            "--quiet",
            "--end-of-options",
            revision + "^{commit}")
        .strip();
  }

  /**
   * Writes the files of a revision below a folder, without touching the work tree.
   *
   * @param paths what to write, seen from the root of the repository; all of it if empty
   */
  void export(String commit, Path folder, String... paths) throws IOException {
    Files.createDirectories(folder);
    Path archive = Files.createTempFile("revision", ".zip");
    try {
      List<String> arguments =
          new ArrayList<>(
              List.of("archive", "--format=zip", "--output=" + archive.toAbsolutePath(), commit));
      arguments.addAll(List.of(paths));
      run("look at what git says", arguments.toArray(new String[0]));
      try (FileSystem zip = FileSystems.newFileSystem(archive)) {
        Folders.copy(zip.getPath("/"), folder, file -> true);
      }
    } finally {
      Files.deleteIfExists(archive);
    }
  }

  private String run(String remedy, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    return Command.run(root, remedy, command);
  }
}
