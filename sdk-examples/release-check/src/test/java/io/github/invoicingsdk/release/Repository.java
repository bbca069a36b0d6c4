package io.github.invoicingsdk.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A repository of git that a test makes. */
final class Repository {

  private Repository() {}

  /** Commits some files; the first commit makes the repository. */
  static String commit(Path root, String... files) throws IOException {
    if (!Files.exists(root.resolve(".git"))) {
      git(root, "init", "--quiet");
    }
    List<String> add = new ArrayList<>(List.of("add", "--all", "--"));
    add.addAll(List.of(files));
    git(root, add.toArray(new String[0]));
    git(root, "commit", "--quiet", "--allow-empty", "--no-verify", "--message=A state");
    return git(root, "rev-parse", "HEAD").strip();
  }

  /** Runs git as nobody in particular. */
  static String git(Path root, String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "git",
                "-c",
                "user.name=Test",
                "-c",
                "user.email=test@example.org",
                "-c",
                "commit.gpgsign=false",
                "-c",
                "tag.gpgsign=false"));
    command.addAll(List.of(arguments));
    return Command.run(root, "git has to be installed", command);
  }
}
