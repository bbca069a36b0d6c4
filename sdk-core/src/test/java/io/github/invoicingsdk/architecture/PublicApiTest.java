package io.github.invoicingsdk.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What users can see names only what users can see, and stays free of what carries it out. */
class PublicApiTest {
  private static final JavaClasses CLASSES = PublishedClasses.all();

  /** The method that takes a transport, and the types that Feign's annotations have to be given. */
  private static final Set<String> FEIGN_ALLOWED =
      Set.of(
          "io.github.invoicingsdk.ClientBuilder.unverifiedTransport(feign.Client)",
          "io.github.invoicingsdk.vocabulary.PathName",
          "io.github.invoicingsdk.vocabulary.PathValue",
          "io.github.invoicingsdk.vocabulary.QueryObjectEncoder",
          "io.github.invoicingsdk.vocabulary.QueryValue");

  /** The annotations that the core reads from the generated interfaces. */
  private static final Set<String> FEIGN_ANNOTATIONS =
      Set.of("feign.Body", "feign.Headers", "feign.Param", "feign.QueryMap", "feign.RequestLine");

  @Test
  void every_package_is_either_exported_or_internal() {
    for (Path folder :
        List.of(PublishedClasses.GENERATED, PublishedClasses.CORE, PublishedClasses.SANDBOX)) {
      Set<String> exported = new TreeSet<>();
      for (ModuleDescriptor.Exports exports : PublishedClasses.module(folder).exports()) {
        if (!exports.isQualified()) {
          exported.add(exports.source());
        }
      }
      Set<String> expected = new TreeSet<>();
      for (JavaClass type : PublishedClasses.in(folder)) {
        if (!isInternal(type) && !type.getPackageName().isEmpty()) {
          expected.add(type.getPackageName());
        }
      }

      assertThat(exported).as("%s", folder).isEqualTo(expected);
    }
  }

  @Test
  void no_internal_type_stands_in_a_public_signature() {
    classes()
        .that(PublishedClasses.visible())
        .should(PublicSignatures.nameNo("internal type", PublicApiTest::isInternal, Set.of()))
        .check(CLASSES);
  }

  @Test
  void feign_types_stand_in_no_public_signature_but_of_a_transport_and_of_its_annotations() {
    classes()
        .that(PublishedClasses.visible())
        .should(PublicSignatures.nameNo("Feign type", PublicApiTest::isFeign, FEIGN_ALLOWED))
        .check(CLASSES);
  }

  @Test
  void only_generated_interfaces_bear_annotations_of_feign() {
    Set<String> others = new TreeSet<>();
    Set<String> used = new TreeSet<>();
    for (JavaClass type : CLASSES) {
      for (String annotation : PublicSignatures.annotations(type)) {
        if (annotation.startsWith("feign.")) {
          used.add(annotation);
          if (!type.isInterface() || !type.getPackageName().endsWith(".api")) {
            others.add(type.getName() + " bears " + annotation);
          }
        }
      }
    }

    assertThat(others).isEmpty();
    assertThat(used).contains("feign.RequestLine").isSubsetOf(FEIGN_ANNOTATIONS);
  }

  private static boolean isInternal(JavaClass type) {
    return type.getPackageName().startsWith("io.github.invoicingsdk.")
        && List.of(type.getPackageName().split("\\.", -1)).contains("internal");
  }

  private static boolean isFeign(JavaClass type) {
    return type.getPackageName().equals("feign") || type.getPackageName().startsWith("feign.");
  }
}
