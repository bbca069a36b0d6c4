package io.github.invoicingsdk.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A made-up spec, as it was released and after an edit. */
final class SpecEdit {

  /** Where the released spec is. */
  static final Path RELEASED = Path.of("src", "test", "resources", "spec");

  private final Path folder;

  private SpecEdit(Path folder) {
    this.folder = folder;
  }

  /** A copy of the released spec. */
  static SpecEdit in(Path temporary) throws IOException {
    Path folder = Files.createDirectory(temporary.resolve("spec"));
    for (String file : List.of("openapi.yaml", "things.yaml", "generator.yaml")) {
      Files.copy(RELEASED.resolve(file), folder.resolve(file));
    }
    return new SpecEdit(folder);
  }

  /** Replaces the only occurrence of a text in one of the files. */
  SpecEdit replace(String file, String old, String now) throws IOException {
    String text = Files.readString(folder.resolve(file));
    int first = text.indexOf(old);
    if (first < 0 || text.indexOf(old, first + 1) >= 0) {
      throw new IllegalArgumentException("not exactly once in " + file + ": " + old);
    }
    Files.writeString(folder.resolve(file), text.replace(old, now));
    return this;
  }

  /** The changes of the resource file by one edit. */
  List<Change> changes(String old, String now) throws IOException {
    return replace("things.yaml", old, now).changes();
  }

  /** The changes since the released spec. */
  List<Change> changes() throws IOException {
    return SpecComparison.compare(SpecBundle.in(RELEASED), SpecBundle.in(folder));
  }

  /** What openapi-diff says of the changes since the released spec. */
  SecondOpinion secondOpinion() throws IOException {
    return SecondOpinion.of(SpecBundle.in(RELEASED), SpecBundle.in(folder));
  }

  /** One line for each change, without the name of the spec. */
  static List<String> lines(List<Change> changes) {
    return changes.stream()
        .map(
            change ->
                "%s %s %s: %s"
                    .formatted(
                        change.impact().word(), change.action(), change.subject(), change.text()))
        .toList();
  }
}
