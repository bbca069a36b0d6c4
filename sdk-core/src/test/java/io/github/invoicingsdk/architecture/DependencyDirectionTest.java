package io.github.invoicingsdk.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import io.github.invoicingsdk.error.Provider;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may know whom, between the modules and between the packages of the core. */
class DependencyDirectionTest {
  private static final String BASE = "io.github.invoicingsdk";
  private static final JavaClasses CORE = PublishedClasses.in(PublishedClasses.CORE);

  @Test
  void the_generated_module_knows_no_other() {
    assertThat(foreign(PublishedClasses.GENERATED, Set.of(PublishedClasses.GENERATED))).isEmpty();
  }

  @Test
  void the_sandbox_knows_nothing_of_the_sdk_that_it_is_to_test() {
    assertThat(foreign(PublishedClasses.SANDBOX, Set.of(PublishedClasses.SANDBOX))).isEmpty();
  }

  @Test
  void the_core_knows_the_generated_module_and_no_other() {
    assertThat(
            foreign(
                PublishedClasses.CORE, Set.of(PublishedClasses.CORE, PublishedClasses.GENERATED)))
        .isEmpty();
  }

  @ParameterizedTest(name = "{0} knows nothing of {1}")
  @CsvSource({
    "error, internal",
    "error, observation",
    "observation, internal",
    "json, internal",
    "json, invoicexpress",
    "json, idoklad",
    "internal, json",
    "invoicexpress, idoklad",
    "idoklad, invoicexpress",
    "internal.http, internal.call",
    "internal.http, internal.client",
    "internal.error, internal.call",
    "internal.error, internal.client",
    "internal.auth, internal.call",
    "internal.auth, internal.client",
    "internal.observation, internal.call",
    "internal.observation, internal.client",
    "internal.call, internal.client",
    "internal, invoicexpress",
    "internal, idoklad",
  })
  void a_package_of_the_core_knows_nothing_of_another(String from, String to) {
    noClasses()
        .that()
        .resideInAPackage(BASE + "." + from + "..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(BASE + "." + to + "..")
        .check(CORE);
  }

  @Test
  void generic_code_names_no_provider() {
    noClasses()
        .that()
        .resideInAnyPackage(BASE, BASE + ".internal..", BASE + ".fleet..", BASE + ".observation..")
        .should()
        .accessFieldWhere(
            describe(
                "a provider is named",
                access -> access.getTarget().getOwner().isEquivalentTo(Provider.class)))
        .check(CORE);
  }

  @Test
  void only_what_makes_requests_knows_feign() {
    noClasses()
        .that(resideOutsideOfPackages(BASE + ".internal..", BASE))
        .should()
        .dependOnClassesThat(resideInAnyPackage("feign.."))
        .check(CORE);
  }

  /** The SDK's classes that are used by those in the folder and are in none of the known ones. */
  private static Set<String> foreign(Path folder, Set<Path> known) {
    Set<String> names = new TreeSet<>();
    for (JavaClass type : PublishedClasses.in(known.toArray(new Path[0]))) {
      names.add(type.getName());
    }
    Set<String> foreign = new TreeSet<>();
    for (JavaClass type : PublishedClasses.in(folder)) {
      for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
        JavaClass target = dependency.getTargetClass().getBaseComponentType();
        if (target.getName().startsWith(BASE + ".") && !names.contains(target.getName())) {
          foreign.add(dependency.getDescription());
        }
      }
    }
    return foreign;
  }
}
