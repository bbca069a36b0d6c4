package io.github.invoicingsdk.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bundle that would be uploaded; {@code .ci/bundle} makes it and runs this. */
class CentralBundleTest {
  private static final String GROUP = "io/github/invoicingsdk/";
  private static final String OWN = "io.github.invoicingsdk:invoicing-sdk-";
  private static final String VERSION = property("bundle.version");
  private static final Bundle BUNDLE = Bundle.open(Path.of(property("bundle.file")));

  @TempDir private Path directory;

  @Test
  void every_file_meets_the_requirements_of_maven_central() throws IOException {
    assertThat(new CentralRequirements(new Gpg(directory)).violations(BUNDLE)).isEmpty();
  }

  @Test
  void a_signature_of_another_file_is_not_taken_for_a_good_one() {
    byte[] signature = BUNDLE.bytes(stem("core") + ".jar.asc");

    assertThat(new Gpg(directory).verify(BUNDLE.bytes(stem("sandbox") + ".jar"), signature))
        .isFalse();
  }

  @Test
  void five_artifacts_are_published_and_no_other() {
    assertThat(BUNDLE.poms())
        .containsExactly(
            stem("bom") + ".pom",
            stem("core") + ".pom",
            stem("generated") + ".pom",
            stem("sandbox") + ".pom",
            stem("spring-boot") + ".pom");
  }

  @Test
  void the_bill_of_materials_manages_the_four_others() throws IOException {
    assertThat(pom("bom").elements()).doesNotContain("dependencies");
    assertThat(pom("bom").dependencies())
        .filteredOn(dependency -> dependency.name().startsWith(OWN))
        .extracting(Pom.Dependency::name, Pom.Dependency::version)
        .containsExactlyInAnyOrder(
            tuple(OWN + "generated", VERSION),
            tuple(OWN + "core", VERSION),
            tuple(OWN + "sandbox", VERSION),
            tuple(OWN + "spring-boot", VERSION));
  }

  @ParameterizedTest
  @ValueSource(strings = {"generated", "core", "sandbox", "spring-boot"})
  void the_bill_of_materials_manages_what_an_artifact_runs_on(String artifact) throws IOException {
    assertThat(pom("bom").dependencies()).containsAll(managed(pom(artifact)));
  }

  @Test
  void the_bill_of_materials_leaves_to_the_application_what_only_it_may_choose()
      throws IOException {
    assertThat(pom("bom").dependencies())
        .extracting(Pom.Dependency::name)
        .filteredOn(name -> !name.startsWith(OWN))
        .containsExactlyInAnyOrder(
            "com.bucket4j:bucket4j_jdk17-core",
            "com.bucket4j:bucket4j_jdk17-lettuce",
            "com.google.code.gson:gson",
            "io.github.openfeign:feign-core",
            "org.jspecify:jspecify");
  }

  @ParameterizedTest
  @ValueSource(strings = {"generated", "core", "sandbox", "spring-boot"})
  void jars_hold_licence_notice_and_a_module(String artifact) throws IOException {
    assertThat(jar(artifact, "").paths())
        .contains("META-INF/LICENSE", "META-INF/NOTICE", "module-info.class");
    assertThat(jar(artifact, "-sources").paths())
        .contains("META-INF/LICENSE", "META-INF/NOTICE", "module-info.java");
    assertThat(jar(artifact, "-javadoc").paths()).contains("index.html");
  }

  @Test
  void the_guide_is_in_the_javadoc_of_the_core() throws IOException {
    assertThat(jar("core", "-javadoc").paths())
        .contains(
            "doc-files/index.html",
            "doc-files/errors.html",
            "doc-files/operations.html",
            "doc-files/site.css");
  }

  @Test
  void generated_interfaces_are_declared_to_native_image() throws IOException {
    String folder = "META-INF/native-image/io.github.invoicingsdk/invoicing-sdk-generated/";

    assertThat(jar("generated", "").paths())
        .contains(folder + "proxy-config.json", folder + "reflect-config.json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"generated", "core", "sandbox", "spring-boot"})
  void every_class_has_its_source(String artifact) throws IOException {
    List<String> sources = jar(artifact, "-sources").paths();

    for (String path : jar(artifact, "").paths()) {
      if (path.endsWith(".class")) {
        String source = path.replaceFirst("(\\$.*)?\\.class$", ".java");
        assertThat(sources).contains(source);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"generated", "core", "sandbox", "spring-boot"})
  void the_pom_within_the_jar_is_the_published_one(String artifact) throws IOException {
    String path = "META-INF/maven/io.github.invoicingsdk/invoicing-sdk-" + artifact + "/pom.xml";

    assertThat(jar(artifact, "").text(path)).isEqualTo(BUNDLE.text(stem(artifact) + ".pom"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"generated", "core", "sandbox", "spring-boot"})
  void the_components_are_listed_for_every_dependency(String artifact) throws IOException {
    String components = BUNDLE.text(stem(artifact) + "-cyclonedx.json");

    assertThat(components).contains("\"bomFormat\" : \"CycloneDX\"");
    for (Pom.Dependency dependency : pom(artifact).dependencies()) {
      String[] name = dependency.name().split(":", 2);
      assertThat(components)
          .contains("pkg:maven/" + name[0] + "/" + name[1] + "@" + dependency.version());
    }
  }

  /** What a pom depends on, but for what is optional, as a bill of materials has it. */
  private static List<Pom.Dependency> managed(Pom pom) {
    return pom.dependencies().stream()
        .filter(dependency -> !dependency.optional())
        .map(dependency -> new Pom.Dependency(dependency.name(), dependency.version(), "", false))
        .toList();
  }

  private static Pom pom(String artifact) throws IOException {
    return Pom.parse(BUNDLE.bytes(stem(artifact) + ".pom"));
  }

  private static Bundle jar(String artifact, String classifier) throws IOException {
    return Bundle.read(
        new ByteArrayInputStream(BUNDLE.bytes(stem(artifact) + classifier + ".jar")));
  }

  private static String stem(String artifact) {
    String name = "invoicing-sdk-" + artifact;
    return GROUP + name + "/" + VERSION + "/" + name + "-" + VERSION;
  }

  private static String property(String name) {
    return Objects.requireNonNull(System.getProperty(name), name + ": run .ci/bundle");
  }
}
