package io.github.invoicingsdk.release;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles tiny classes. */
final class Sources {

  private Sources() {}

  /**
   * Compiles sources into a new folder.
   *
   * @param name of the new folder
   * @param sources each with its package first, and one public type
   */
  static Path compile(Path temporary, String name, String... sources) throws IOException {
    Path folder = Files.createDirectory(temporary.resolve(name));
    Path code = Files.createDirectory(temporary.resolve(name + "-sources"));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter errors = new StringWriter();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(null, Locale.ROOT, UTF_8)) {
      List<Path> written = new ArrayList<>();
      for (String source : sources) {
        String type =
            source.replaceAll("(?s)^.*?public [a-z ]*(?:class|interface|enum) (\\w+).*$", "$1");
        written.add(
            Files.writeString(
                Files.createDirectories(code.resolve(String.valueOf(written.size())))
                    .resolve(type + ".java"),
                source));
      }
      boolean compiled =
          compiler
              .getTask(
                  errors,
                  files,
                  null,
                  List.of("-proc:none", "-d", folder.toString()),
                  null,
                  files.getJavaFileObjectsFromPaths(written))
              .call();
      assertThat(compiled).as(errors.toString()).isTrue();
    }
    return folder;
  }
}
