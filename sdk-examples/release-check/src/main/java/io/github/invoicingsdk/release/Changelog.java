package io.github.invoicingsdk.release;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the section "Unreleased" of a changelog says, and what it should say. */
final class Changelog {

  private static final Pattern SECTION =
      Pattern.compile("(?ms)^## \\[Unreleased]\\s*$(.*?)(?=^## |^\\[[^]]+]: |\\z)");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");
  private static final String GENERATED = "Generated code";

  private final String unreleased;
  private final Set<String> spans = new HashSet<>();
  private final Set<String> names = new HashSet<>();

  private Changelog(String unreleased) {
    this.unreleased = unreleased;
    Matcher codes = CODE.matcher(unreleased);
    while (codes.find()) {
      spans.add(codes.group(1));
      Matcher words = NAME.matcher(codes.group(1));
      while (words.find()) {
        names.add(words.group());
      }
    }
  }

  /**
   * Reads a changelog in the form of Keep a Changelog.
   *
   * @throws IllegalArgumentException if it has no section "Unreleased"
   */
  static Changelog of(String text) {
    Matcher section = SECTION.matcher(text);
    if (!section.find()) {
      throw new IllegalArgumentException(
          "CHANGELOG.md has no section \"## [Unreleased]\"; write one above the last release");
    }
    return new Changelog(section.group(1));
  }

  /** A changelog that says nothing of what is not released. */
  static Changelog sayingNothing() {
    return new Changelog("");
  }

  /** What it says in lines that an older state of it has not. */
  Changelog since(Changelog before) {
    Set<String> known = new HashSet<>(before.unreleased.lines().toList());
    return new Changelog(
        unreleased.lines().filter(line -> !known.contains(line)).collect(Collectors.joining("\n")));
  }

  /**
   * Whether it names the change, in backticks: the name of a whole interface has to stand alone,
   * all other names may stand among others.
   */
  boolean tells(Change change) {
    return change.names().stream()
        .anyMatch(name -> standsAlone(name) ? spans.contains(name) : names.contains(name));
  }

  private static boolean standsAlone(String name) {
    return name.endsWith("Api") || name.contains(".");
  }

  /** Whether it says that the generated code changed by itself. */
  boolean tellsOfGeneratedCode() {
    return unreleased.contains(GENERATED + ":");
  }

  /**
   * The entry that would tell these changes; empty when there is nothing to tell.
   *
   * @param titles what readers call the specs, by their names
   */
  static String draft(List<Change> changes, Map<String, String> titles) {
    StringBuilder draft = new StringBuilder();
    for (Change.Action action : Change.Action.values()) {
      Map<String, List<String>> bySubject = new LinkedHashMap<>();
      for (Change change : changes) {
        if (change.action() == action && change.isToBeTold()) {
          bySubject
              .computeIfAbsent(
                  (change.impact() == Impact.BREAKING ? "**Breaking:** " : "")
                      + subject(change, titles),
                  key -> new ArrayList<>())
              .add(change.text());
        }
      }
      if (!bySubject.isEmpty()) {
        draft.append("### ").append(action.heading()).append("\n\n");
        bySubject.forEach(
            (subject, texts) ->
                draft
                    .append("- ")
                    .append(subject)
                    .append(": ")
                    .append(String.join("; ", texts))
                    .append(texts.get(texts.size() - 1).endsWith("?") ? "\n" : ".\n"));
        draft.append('\n');
      }
    }
    return draft.toString();
  }

  /** The first of the names, which tells the change, and the provider. */
  private static String subject(Change change, Map<String, String> titles) {
    String title = titles.getOrDefault(change.area(), "");
    return "`%s`%s".formatted(change.names().get(0), title.isEmpty() ? "" : " of " + title);
  }
}
