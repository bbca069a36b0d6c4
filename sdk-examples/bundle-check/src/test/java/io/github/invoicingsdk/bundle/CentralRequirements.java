package io.github.invoicingsdk.bundle;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What Maven Central asks of the files of a bundle, in the words of its published requirements. */
final class CentralRequirements {
  private static final Map<String, String> CHECKSUMS =
      new TreeMap<>(
          Map.of(".md5", "MD5", ".sha1", "SHA-1", ".sha256", "SHA-256", ".sha512", "SHA-512"));

  private static final List<String> JARS = List.of(".jar", "-sources.jar", "-javadoc.jar");

  private final Signatures signatures;

  CentralRequirements(Signatures signatures) {
    this.signatures = signatures;
  }

  /** The requirements that the bundle does not meet, each with the path of the file. */
  List<String> violations(Bundle bundle) throws IOException {
    List<String> violations = new ArrayList<>();
    Set<String> expected = new TreeSet<>();
    for (String path : bundle.poms()) {
      Pom pom = Pom.parse(bundle.bytes(path));
      for (String violation : PomRequirements.violations(pom)) {
        violations.add(path + ": " + violation);
      }
      component(bundle, path, pom, expected, violations);
    }
    for (String path : bundle.paths()) {
      if (!expected.contains(path)) {
        violations.add(path + ": belongs to no artifact");
      }
    }
    if (bundle.poms().isEmpty()) {
      violations.add("the bundle has no pom");
    }
    return violations;
  }

  private void component(
      Bundle bundle, String path, Pom pom, Set<String> expected, List<String> violations) {
    String version = pom.text("version");
    if (!PomRequirements.isRelease(version)) {
      violations.add(path + ": the version '" + version + "' is no release");
    }
    String stem = stem(pom);
    if (!path.equals(stem + ".pom")) {
      violations.add(path + ": by its content it should be " + stem + ".pom");
    }
    List<String> files = new ArrayList<>();
    files.add(stem + ".pom");
    if (!pom.text("packaging").equals("pom")) {
      for (String jar : JARS) {
        files.add(stem + jar);
      }
    }
    String sbom = stem + "-cyclonedx.json";
    if (bundle.has(sbom)) {
      files.add(sbom);
    }
    for (String file : files) {
      expected.add(file);
      if (bundle.has(file)) {
        signature(bundle, file, expected, violations);
        checksums(bundle, file, expected, violations);
      } else {
        violations.add(file + " is missing");
      }
    }
  }

  private static String stem(Pom pom) {
    String artifactId = pom.text("artifactId");
    String version = pom.text("version");
    return pom.text("groupId").replace('.', '/')
        + ("/" + artifactId + "/" + version + "/" + artifactId + "-" + version);
  }

  private void signature(
      Bundle bundle, String file, Set<String> expected, List<String> violations) {
    String signature = file + ".asc";
    expected.add(signature);
    if (!bundle.has(signature)) {
      violations.add(signature + " is missing");
    } else if (!signatures.verify(bundle.bytes(file), bundle.bytes(signature))) {
      violations.add(signature + ": is no signature of the file by a known key");
    }
  }

  private static void checksums(
      Bundle bundle, String file, Set<String> expected, List<String> violations) {
    for (Map.Entry<String, String> checksum : CHECKSUMS.entrySet()) {
      String path = file + checksum.getKey();
      expected.add(path);
      if (!bundle.has(path)) {
        violations.add(path + " is missing");
      } else if (!bundle.text(path).equals(hex(checksum.getValue(), bundle.bytes(file)))) {
        violations.add(path + ": is not the checksum of the file");
      }
    }
  }

  /** The digest of the bytes as the checksum files have it. */
  static String hex(String algorithm, byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has " + algorithm, e);
    }
  }
}
