package io.github.invoicingsdk.bundle;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** A small bundle that meets all requirements until a test spoils it. */
final class SampleBundle {
  static final String STEM = "org/example/thing/1.0/thing-1.0";

  static final String POM =
      """
      <project xmlns="http://maven.apache.org/POM/4.0.0">
        <modelVersion>4.0.0</modelVersion>
        <groupId>org.example</groupId>
        <artifactId>thing</artifactId>
        <version>1.0</version>
        <name>Thing</name>
        <description>A thing.</description>
        <url>https://example.org</url>
        <licenses><license><name>MIT</name><url>https://example.org/mit</url></license></licenses>
        <developers><developer><name>Ana</name></developer></developers>
        <scm>
          <connection>scm:git:https://example.org/thing.git</connection>
          <developerConnection>scm:git:https://example.org/thing.git</developerConnection>
          <url>https://example.org/thing</url>
        </scm>
        <dependencies>
          <dependency>
            <groupId>org.example</groupId>
            <artifactId>part</artifactId>
            <version>2.0</version>
            <scope>compile</scope>
          </dependency>
        </dependencies>
      </project>
      """;

  /** Takes a file for signed if the signature is the word "signed" and its SHA-256. */
  static final Signatures SIGNATURES =
      (file, signature) -> Arrays.equals(signature, signatureOf(file));

  private final Map<String, byte[]> files = new TreeMap<>();

  SampleBundle() {
    add(STEM + ".pom", POM);
    add(STEM + ".jar", "classes");
    add(STEM + "-sources.jar", "sources");
    add(STEM + "-javadoc.jar", "javadoc");
    add(STEM + "-cyclonedx.json", "{}");
  }

  /** Adds or replaces a file, with its signature and its checksums. */
  SampleBundle add(String path, String content) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    put(path, bytes);
    put(path + ".asc", signatureOf(bytes));
    put(path + ".md5", CentralRequirements.hex("MD5", bytes));
    put(path + ".sha1", CentralRequirements.hex("SHA-1", bytes));
    put(path + ".sha256", CentralRequirements.hex("SHA-256", bytes));
    put(path + ".sha512", CentralRequirements.hex("SHA-512", bytes));
    return this;
  }

  /** Adds or replaces a file alone. */
  SampleBundle put(String path, String content) {
    put(path, content.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  SampleBundle remove(String path) {
    files.remove(path);
    return this;
  }

  /** Replaces a part of the pom. */
  SampleBundle pom(String part, String replacement) {
    return add(STEM + ".pom", POM.replace(part, replacement));
  }

  Bundle build() {
    return Bundle.of(files);
  }

  private void put(String path, byte[] content) {
    files.put(path, content);
  }

  private static byte[] signatureOf(byte[] file) {
    return ("signed " + CentralRequirements.hex("SHA-256", file)).getBytes(StandardCharsets.UTF_8);
  }
}
