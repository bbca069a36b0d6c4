package io.github.invoicingsdk.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The files of an archive, held in memory: a bundle for Maven Central, or a jar in it. */
final class Bundle {
  private final Map<String, byte[]> files;

  private Bundle(Map<String, byte[]> files) {
    this.files = Collections.unmodifiableMap(new TreeMap<>(files));
  }

  static Bundle of(Map<String, byte[]> files) {
    return new Bundle(files);
  }

  /** Reads a zip or jar file. */
  static Bundle open(Path zip) {
    try (InputStream stream = Files.newInputStream(zip)) {
      return read(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a zip or jar. */
  static Bundle read(InputStream stream) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    ZipInputStream zip = new ZipInputStream(stream, StandardCharsets.UTF_8);
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      if (!entry.isDirectory() && files.put(entry.getName(), zip.readAllBytes()) != null) {
        throw new IOException("two files are named " + entry.getName());
      }
    }
    return new Bundle(files);
  }

  List<String> paths() {
    return List.copyOf(files.keySet());
  }

  boolean has(String path) {
    return files.containsKey(path);
  }

  byte[] bytes(String path) {
    byte[] bytes = files.get(path);
    if (bytes == null) {
      throw new IllegalArgumentException("no file " + path + " in " + paths());
    }
    return bytes.clone();
  }

  String text(String path) {
    return new String(bytes(path), StandardCharsets.UTF_8);
  }

  /** The paths of all poms. */
  List<String> poms() {
    List<String> poms = new ArrayList<>();
    for (String path : files.keySet()) {
      if (path.endsWith(".pom")) {
        poms.add(path);
      }
    }
    return poms;
  }
}
