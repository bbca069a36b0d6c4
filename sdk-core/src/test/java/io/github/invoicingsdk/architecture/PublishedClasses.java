package io.github.invoicingsdk.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The main classes of the three published modules, as compiled, and what of them users may see. */
final class PublishedClasses {
  static final Path GENERATED = Path.of("../sdk-generated/target/classes");
  static final Path CORE = Path.of("target/classes");
  static final Path SANDBOX = Path.of("../sdk-examples/sandbox/target/classes");

  private static final Set<String> EXPORTED = exportedPackages();

  private PublishedClasses() {}

  /** The classes in the folders; what they refer to is looked up on the class path. */
  static JavaClasses in(Path... folders) {
    return new ClassFileImporter().importPaths(Arrays.asList(folders));
  }

  static JavaClasses all() {
    return in(GENERATED, CORE, SANDBOX);
  }

  /** The packages that every module may use. */
  private static Set<String> exportedPackages() {
    Set<String> packages = new TreeSet<>();
    for (Path folder : List.of(GENERATED, CORE, SANDBOX)) {
      for (ModuleDescriptor.Exports exports : module(folder).exports()) {
        if (!exports.isQualified()) {
          packages.add(exports.source());
        }
      }
    }
    return packages;
  }

  static ModuleDescriptor module(Path folder) {
    try (InputStream stream = Files.newInputStream(folder.resolve("module-info.class"))) {
      return ModuleDescriptor.read(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Types that a user can name: public, in an exported package, and so are those around them. */
  static DescribedPredicate<JavaClass> visible() {
    return DescribedPredicate.describe("users can name", PublishedClasses::isVisible);
  }

  /** Whether a subclass or any other class of a user can reach what has the modifiers. */
  static boolean isReachable(Set<JavaModifier> modifiers) {
    return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
  }

  private static boolean isVisible(JavaClass type) {
    return EXPORTED.contains(type.getPackageName())
        && isReachable(type.getModifiers())
        && type.getEnclosingClass().map(PublishedClasses::isVisible).orElse(true);
  }
}
