package io.github.invoicingsdk.bundle;

import static io.github.invoicingsdk.bundle.SampleBundle.STEM;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The check of the bundle finds what it is there to find. */
class CentralRequirementsTest {
  private final SampleBundle sample = new SampleBundle();

  @Test
  void a_complete_bundle_has_no_violation() throws IOException {
    assertThat(violations()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".jar",
        "-sources.jar",
        "-javadoc.jar",
        ".pom.asc",
        ".jar.asc",
        "-sources.jar.asc",
        "-cyclonedx.json.asc",
        ".jar.md5",
        ".pom.sha1",
        "-javadoc.jar.sha256",
        ".jar.sha512"
      })
  void a_missing_file_is_named(String ending) throws IOException {
    sample.remove(STEM + ending);

    assertThat(violations()).contains(STEM + ending + " is missing");
  }

  @Test
  void an_artifact_that_is_only_a_pom_needs_no_jars() throws IOException {
    sample.pom("<name>", "<packaging>pom</packaging><name>");
    for (String ending : List.of(".jar", "-sources.jar", "-javadoc.jar", "-cyclonedx.json")) {
      for (String suffix : List.of("", ".asc", ".md5", ".sha1", ".sha256", ".sha512")) {
        sample.remove(STEM + ending + suffix);
      }
    }

    assertThat(violations()).isEmpty();
  }

  @Test
  void a_signature_of_other_bytes_is_refused() throws IOException {
    sample.put(STEM + ".jar.asc", "signed something else");

    assertThat(violations())
        .containsExactly(STEM + ".jar.asc: is no signature of the file by a known key");
  }

  @ParameterizedTest
  @ValueSource(strings = {".md5", ".sha1", ".sha256", ".sha512"})
  void a_checksum_of_other_bytes_is_refused(String ending) throws IOException {
    sample.put(STEM + ".jar" + ending, "00");

    assertThat(violations())
        .containsExactly(STEM + ".jar" + ending + ": is not the checksum of the file");
  }

  @Test
  void a_file_that_belongs_to_no_artifact_is_refused() throws IOException {
    sample.put("org/example/thing/maven-metadata.xml", "<metadata/>");

    assertThat(violations())
        .containsExactly("org/example/thing/maven-metadata.xml: belongs to no artifact");
  }

  @Test
  void a_pom_in_the_wrong_place_is_refused() throws IOException {
    sample.pom(
        "<groupId>org.example</groupId>\n  <artifactId>thing",
        "<groupId>org.other</groupId>\n  <artifactId>thing");

    assertThat(violations())
        .contains(
            STEM
                + ".pom: by its content it should be "
                + STEM.replace("example", "other")
                + ".pom");
  }

  @Test
  void an_empty_bundle_is_refused() throws IOException {
    assertThat(new CentralRequirements(SampleBundle.SIGNATURES).violations(Bundle.of(Map.of())))
        .containsExactly("the bundle has no pom");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<name>Thing</name> | '' | name is missing",
        "<description>A thing.</description> | '' | description is missing",
        "<url>https://example.org</url> | '' | url is missing",
        "<name>MIT</name> | '' | licenses/license/name is missing",
        "<url>https://example.org/mit</url> | '' | licenses/license/url is missing",
        "<name>Ana</name> | '' | developers/developer/name is missing",
        "<connection>scm:git:https://example.org/thing.git</connection> | '' | scm/connection is missing",
        "<url>https://example.org/thing</url> | '' | scm/url is missing",
        "<name>Thing | <name>${title} | name has a variable: ${title}",
        "<scm> | <parent/><scm> | has <parent>",
        "<scm> | <build/><scm> | has <build>",
        "<scm> | <repositories/><scm> | has <repositories>",
        "2.0 | 2.0-SNAPSHOT | org.example:part has the version '2.0-SNAPSHOT'",
        "2.0 | '[2,)' | 'org.example:part has the version ''[2,)'''",
        "2.0 | ${part.version} | org.example:part has the version '${part.version}'",
        "<version>2.0</version> | '' | org.example:part has the version ''",
        "compile | test | org.example:part has the scope test",
        "compile | system | org.example:part has the scope system",
      })
  void a_pom_that_asks_too_much_or_says_too_little_is_refused(
      String part, String replacement, String violation) throws IOException {
    sample.pom(part, replacement);

    assertThat(violations()).containsExactly(STEM + ".pom: " + violation);
  }

  @Test
  void managed_dependencies_must_be_released_too() throws IOException {
    sample.pom(
        "<dependencies>",
        "<dependencyManagement><dependencies><dependency><groupId>a</groupId>"
            + "<artifactId>b</artifactId><version>1-SNAPSHOT</version></dependency>"
            + "</dependencies></dependencyManagement><dependencies>");

    assertThat(violations()).containsExactly(STEM + ".pom: a:b has the version '1-SNAPSHOT'");
  }

  @Test
  void a_snapshot_is_refused() throws IOException {
    sample.pom("<version>1.0</version>", "<version>1.0-SNAPSHOT</version>");

    assertThat(violations()).contains(STEM + ".pom: the version '1.0-SNAPSHOT' is no release");
  }

  private List<String> violations() throws IOException {
    return new CentralRequirements(SampleBundle.SIGNATURES).violations(sample.build());
  }
}
