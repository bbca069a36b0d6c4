package io.github.invoicingsdk.spec.rules;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.invoicingsdk.spec.Spec;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the build runs before it generates: checks the house rules of each spec that changed, and
 * keeps a list of what its code is made from. The list is written only when it changes, so that
 * code is generated again exactly when it is newer, also when a file is gone.
 */
public final class SpecCheck {

  private final Path root;
  private final Path lists;

  /**
   * A check of a repository.
   *
   * @param root the root of the repository
   * @param lists where the lists of inputs are kept
   */
  SpecCheck(Path root, Path lists) {
    this.root = root;
    this.lists = lists;
  }

  /**
   * Prints what breaks the rules, one line each, and ends with status 1 if something does.
   *
   * @param arguments the root of the repository, where the lists of inputs are kept, and the
   *     folders of the specs below the root
   * @throws IOException if a file cannot be read or written
   */
  public static void main(String[] arguments) throws IOException {
    SpecCheck check = new SpecCheck(Path.of(arguments[0]), Path.of(arguments[1]));
    List<String> problems = new ArrayList<>();
    for (String folder : List.of(arguments).subList(2, arguments.length)) {
      problems.addAll(check.problems(folder));
    }
    if (!problems.isEmpty()) {
      PrintStream out = new PrintStream(System.err, true, UTF_8);
      problems.forEach(out::println);
      out.println("Nothing was generated. openapi/README.md has the rules of the specs.");
      System.exit(1);
    }
  }

  /**
   * What breaks the rules in a folder, each with file and line; nothing if it is as it was when it
   * broke none.
   *
   * @throws IOException if a file cannot be read or written
   */
  List<String> problems(String folder) throws IOException {
    Path list = lists.resolve(Path.of(folder).getFileName() + ".inputs");
    String inputs = inputs(root.resolve(folder));
    if (Files.exists(list) && Files.readString(list).equals(inputs)) {
      return List.of();
    }
    List<String> problems = broken(folder);
    if (problems.isEmpty()) {
      Files.createDirectories(lists);
      Files.writeString(list, inputs);
    }
    return problems;
  }

  private List<String> broken(String folder) throws IOException {
    try {
      return SpecRules.check(Spec.in(root.resolve(folder))).stream()
          .map(violation -> folder + "/" + violation)
          .toList();
    } catch (IllegalArgumentException e) {
      return List.of(String.valueOf(e.getMessage()));
    }
  }

  private String inputs(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path part : List.of(folder, root.resolve("openapi/templates"))) {
      try (Stream<Path> found = Files.walk(part)) {
        found
            .filter(Files::isRegularFile)
            .filter(file -> !file.toString().endsWith(".md"))
            .forEach(files::add);
      }
    }
    files.add(root.resolve("pom.xml"));
    files.add(root.resolve("sdk-generated/pom.xml"));
    StringBuilder inputs = new StringBuilder();
    for (Path file : files.stream().sorted().toList()) {
      inputs.append(digest(file)).append(' ').append(root.relativize(file)).append('\n');
    }
    return inputs.toString();
  }

  private static String digest(Path file) throws IOException {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
