package io.github.invoicingsdk.sandbox.internal.invoicexpress;

import com.google.gson.JsonObject;
import io.github.invoicingsdk.sandbox.CannedResponse;
import io.github.invoicingsdk.sandbox.internal.http.Json;
import io.github.invoicingsdk.sandbox.internal.http.RefusedException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The coded errors of one operation: the same code means something else in the other one. */
final class SequenceErrors {
  static final SequenceErrors CREATE =
      new SequenceErrors(
          Map.of(
              "000", new Meaning(422, "Unknown error."),
              "001", new Meaning(422, "Sequence name not allowed."),
              "002", new Meaning(422, "Sequence already exists."),
              "003", new Meaning(422, "Invalid sequence."),
              "004", new Meaning(422, "Invalid Tax Authority credentials."),
              "005", Meaning.NO_OPEN_ACTIVITY,
              "006", Meaning.BEING_REGISTERED));

  static final SequenceErrors REGISTER =
      new SequenceErrors(
          Map.of(
              "000", new Meaning(422, "Unknown error."),
              "001", new Meaning(422, "Sequence name not allowed."),
              "002", new Meaning(422, "Invalid Tax Authority credentials."),
              "003", Meaning.NO_OPEN_ACTIVITY,
              "004", new Meaning(422, "Account is not portuguese."),
              "005", new Meaning(409, "All sequences are registered."),
              "006", new Meaning(404, "The sequence doesn't exist."),
              "007", new Meaning(422, "All Sequences are registered in AT."),
              "008", Meaning.BEING_REGISTERED));

  private final Map<String, Meaning> meanings;

  private SequenceErrors(Map<String, Meaning> meanings) {
    this.meanings = meanings;
  }

  /** The refusal with a code of this operation. */
  RefusedException refuse(String code) {
    return new RefusedException(response(code));
  }

  private CannedResponse response(String code) {
    Meaning meaning = check(code);
    JsonObject error = new JsonObject();
    error.addProperty("code", code);
    error.addProperty("message", meaning.message());
    return Json.response(meaning.status(), Json.object("errors", error));
  }

  Meaning check(String code) {
    @Nullable Meaning meaning = meanings.get(code);
    if (meaning == null) {
      throw new IllegalArgumentException(
          "code must be one of "
              + meanings.keySet().stream().sorted().toList()
              + ", but is "
              + code);
    }
    return meaning;
  }

  /** Status and text of a code. */
  record Meaning(int status, String message) {
    static final Meaning NO_OPEN_ACTIVITY =
        new Meaning(422, "Account fiscal ID doesn’t have open activity in Tax Authority.");
    static final Meaning BEING_REGISTERED =
        new Meaning(409, "The sequence is already being registered.");
  }
}
