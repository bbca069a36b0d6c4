package io.github.invoicingsdk.release;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Programs that were written for the last release: do they compile with this build? */
final class Examples {

  private Examples() {}

  /**
   * Compiles all sources below a folder.
   *
   * @param sources where they are
   * @param classPath what they are compiled with
   * @return one line for each error; empty when they compile
   * @throws IOException if the sources cannot be read
   * @throws IllegalStateException if this Java has no compiler
   */
  static List<String> errors(Path sources, String classPath) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw new IllegalStateException("there is no Java compiler here; use a JDK");
    }
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    Path output = Files.createTempDirectory("examples");
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(diagnostics, Locale.ROOT, UTF_8)) {
      compiler
          .getTask(
              null,
              files,
              diagnostics,
              List.of(
                  "-proc:none",
                  "-nowarn",
                  "--release",
                  "17",
                  "-classpath",
                  classPath,
                  "-d",
                  output.toString()),
              null,
              files.getJavaFileObjectsFromPaths(javaFiles(sources)))
          .call();
    } finally {
      delete(output);
    }
    List<String> errors = new ArrayList<>();
    for (Diagnostic<? extends JavaFileObject> diagnostic : diagnostics.getDiagnostics()) {
      if (diagnostic.getKind() == Diagnostic.Kind.ERROR) {
        JavaFileObject source = diagnostic.getSource();
        String file =
            source == null ? "" : sources.relativize(Path.of(source.getName())).toString();
        errors.add(
            "%s:%d: %s"
                .formatted(
                    file,
                    diagnostic.getLineNumber(),
                    diagnostic.getMessage(Locale.ROOT).replaceAll("\\s+", " ")));
      }
    }
    return errors;
  }

  private static List<Path> javaFiles(Path sources) throws IOException {
    try (Stream<Path> files = Files.walk(sources)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
