package io.github.invoicingsdk.sandbox.internal.invoicexpress;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** One series: its name, its numbers, its validation codes. */
final class Series {
  static final String NOT_REGISTERED = "N/D";
  static final String NOT_RELEVANT = "N/A";

  private final long id;
  private final JsonPrimitive serie;
  private final Map<Numbering, Long> lastNumbers = new EnumMap<>(Numbering.class);
  private final Map<Numbering, String> codes = new EnumMap<>(Numbering.class);

  Series(long id, JsonPrimitive serie, boolean portuguese) {
    this.id = id;
    this.serie = serie;
    for (Numbering numbering : Numbering.values()) {
      lastNumbers.put(numbering, 0L);
      codes.put(numbering, portuguese && numbering.relevant() ? NOT_REGISTERED : NOT_RELEVANT);
    }
  }

  long id() {
    return id;
  }

  String name() {
    return serie.getAsString();
  }

  boolean fullyRegistered() {
    return !codes.containsValue(NOT_REGISTERED);
  }

  /** Gives a code to every type that needs one and has none, except for the missing ones. */
  void register(Set<Numbering> missing, Supplier<String> newCode) {
    for (Numbering numbering : Numbering.values()) {
      if (NOT_REGISTERED.equals(codes.get(numbering)) && !missing.contains(numbering)) {
        codes.put(numbering, newCode.get());
      }
    }
  }

  /** Gives a code to the first of those types; false if it leaves none without one. */
  boolean registerNext(Set<Numbering> missing, Supplier<String> newCode) {
    List<Numbering> left =
        codes.keySet().stream()
            .filter(numbering -> NOT_REGISTERED.equals(codes.get(numbering)))
            .filter(numbering -> !missing.contains(numbering))
            .toList();
    if (!left.isEmpty()) {
      codes.put(left.get(0), newCode.get());
    }
    return left.size() > 1;
  }

  void lastNumber(Numbering numbering, long number) {
    lastNumbers.put(numbering, number);
  }

  long lastNumber(Numbering numbering) {
    return lastNumbers.getOrDefault(numbering, 0L);
  }

  /** The code of a type, or what stands in its place. */
  String code(Numbering numbering) {
    return codes.getOrDefault(numbering, NOT_RELEVANT);
  }

  /** The id under which documents of a type name the series. */
  long sequenceId(Numbering numbering) {
    return id + numbering.idOffset();
  }

  Map<String, String> codes() {
    Map<String, String> byName = new LinkedHashMap<>();
    codes.forEach((numbering, code) -> byName.put(numbering.wireName(), code));
    return byName;
  }

  JsonObject toJson(boolean isDefault) {
    JsonObject json = new JsonObject();
    json.addProperty("id", id);
    json.add("serie", serie);
    json.addProperty("default_sequence", isDefault ? 1 : 0);
    for (Numbering numbering : Numbering.values()) {
      String prefix = "current_" + numbering.wireName();
      json.addProperty(prefix + "_number", lastNumbers.get(numbering));
      json.addProperty(prefix + "_sequence_id", sequenceId(numbering));
      json.addProperty(prefix + "_validation_code", codes.get(numbering));
    }
    return json;
  }
}
