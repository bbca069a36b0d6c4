package io.github.invoicingsdk.release;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A made-up project of one spec, one class of generated code, one by hand, and one example. */
final class ShopProject {

  private static final String THING =
      """
      package com.example.shop.model;
      public final class Thing {
        public long id() { return 0; }
      }
      """;
  private static final String CLIENT =
      """
      package com.example.shop;
      public final class Client {
        public String get() { return ""; }
      }
      """;
  private static final String EXAMPLE =
      """
      class Example {
        static final String FIRST = new com.example.shop.Client().get();
      }
      """;

  private static final String ARTIFACT = "shop-sdk";

  private final Path root;
  private Baseline baseline = Baseline.nothing();
  private int builds;

  private ShopProject(Path root) {
    this.root = root;
  }

  /** The project at a version, which was released: a repository has it. */
  static ShopProject released(Path temporary, String version) throws IOException {
    ShopProject project = new ShopProject(Files.createDirectory(temporary.resolve("shop")));
    Path spec = Files.createDirectories(project.root.resolve("openapi/shop"));
    for (String file : new String[] {"openapi.yaml", "things.yaml", "generator.yaml"}) {
      Files.copy(SpecEdit.RELEASED.resolve(file), spec.resolve(file));
    }
    project.version(version).unreleased("");
    Path examples = Files.createDirectories(project.root.resolve(Baselines.EXAMPLES));
    Files.writeString(examples.resolve("Example.java"), EXAMPLE);
    Maven repository = new Maven("no such program", temporary.resolve("repository"), true);
    project.publish(repository.jar(ARTIFACT, Version.of(version)));
    project.commit();
    Repository.git(project.root, "tag", "v" + version);
    project.baseline = project.baselines(repository).of("", Version.of(version));
    return project;
  }

  private void publish(Path file) throws IOException {
    Path classes = build().classes().get(ARTIFACT);
    Files.createDirectories(file.resolveSibling("."));
    try (FileSystem jar = FileSystems.newFileSystem(file, Map.of("create", "true"))) {
      Folders.copy(Objects.requireNonNull(classes), jar.getPath("/"), path -> true);
      Folders.copy(root.resolve("openapi"), jar.getPath("/META-INF/openapi"), path -> true);
    }
  }

  /** Commits the sources, and nothing that was compiled. */
  String commit() throws IOException {
    return Repository.commit(root, "CHANGELOG.md", "pom.xml", "openapi", "sdk-examples");
  }

  /** The baselines of this project, compiled as it stands. */
  Baselines baselines(Maven maven) {
    return new Baselines(
        root.resolve("target/baseline"),
        new Git(root),
        maven,
        (source, artifacts) -> Map.of(ARTIFACT, Path.of(build().classPath())),
        List.of(ARTIFACT));
  }

  /** What it is compared with. */
  Baseline baseline() {
    return baseline;
  }

  /** Compares it with its release. */
  ReleaseCheck check() throws IOException {
    return ReleaseCheck.of(build(), baseline);
  }

  /** Sets the version in the root pom. */
  ShopProject version(String version) throws IOException {
    Files.writeString(
        root.resolve("pom.xml"),
        "<project><parent><version>7</version></parent><version>%s</version></project>"
            .formatted(version));
    return this;
  }

  /** Sets what the changelog says of what is not released. */
  ShopProject unreleased(String text) throws IOException {
    Files.writeString(
        root.resolve("CHANGELOG.md"),
        """
        # Changelog

        ## [Unreleased]

        %s

        ## [0.1.0]

        - `Thing`, `getThing`, `Client`: all told long ago. Generated code: all of it.
        """
            .formatted(text));
    return this;
  }

  /** Edits the spec. */
  ShopProject edit(String old, String now) throws IOException {
    Path file = root.resolve("openapi/shop/things.yaml");
    String text = Files.readString(file);
    if (!text.contains(old)) {
      throw new IllegalArgumentException("not in the spec: " + old);
    }
    Files.writeString(file, text.replace(old, now));
    return this;
  }

  /** Compiles the classes as they were. */
  Workspace build() throws IOException {
    return build("", "");
  }

  /** Compiles the classes, with more members in the generated and in the other class. */
  Workspace build(String inThing, String inClient) throws IOException {
    return compile(
        THING.replace("}\n}", "}\n" + inThing + "}"),
        CLIENT.replace("}\n}", "}\n" + inClient + "}"));
  }

  /** Compiles the classes, with another method in place of the one that the example calls. */
  Workspace buildWithout(String method, String another) throws IOException {
    return compile(THING, CLIENT.replace(method, another));
  }

  private Workspace compile(String thing, String client) throws IOException {
    builds++;
    Path classes = Sources.compile(root, "build-" + builds, thing, client);
    return new Workspace(root, Map.of(ARTIFACT, classes), classes.toString());
  }
}
