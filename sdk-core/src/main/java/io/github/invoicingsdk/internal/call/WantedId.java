package io.github.invoicingsdk.internal.call;

import com.google.gson.JsonSyntaxException;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.github.invoicingsdk.internal.model.JsonFormats;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The id that a call asks for. An object that states another one is never taken for the wanted one;
 * an object that states none may be.
 */
final class WantedId {

  /** What the providers call the id of an object. */
  private static final List<String> NAMES = List.of("id", "Id");

  private final String text;
  private final TypeAdapter<?> type;

  private WantedId(Object argument) {
    this.text = argument.toString();
    this.type = argument instanceof Number ? JsonFormats.INT64 : JsonFormats.STRING;
  }

  /** The id that a call asks for; null if the operation names no argument to match. */
  static @Nullable WantedId of(OperationInfo operation, EnvelopeInfo envelope, Object[] arguments) {
    Object argument = operation.argument(envelope.match(), arguments);
    return argument == null ? null : new WantedId(argument);
  }

  /** The id as a text. */
  String text() {
    return text;
  }

  /** Those of an array's elements that may be the wanted one. */
  List<Object> among(List<Object> elements, TypeAdapter<Object> adapter) throws IOException {
    List<Object> wanted = new ArrayList<>();
    for (Object element : elements) {
      String id = idOf(element, adapter);
      if (text.equals(id) || (id == null && elements.size() == 1)) {
        wanted.add(element);
      }
    }
    return wanted;
  }

  /** Refuses a response if the object in one of its members states another id. */
  void refuseOthers(List<String> members, Reader json) throws IOException {
    PathReader paths = new PathReader();
    for (String member : members) {
      for (String name : NAMES) {
        paths.on(member + "." + name, this::refuseOther);
      }
    }
    paths.read(PayloadReader.open(json));
  }

  private void refuseOther(JsonReader in) throws IOException {
    String id = read(in);
    if (id != null && !text.equals(id)) {
      throw new JsonSyntaxException(
          "Expected " + this + " but found the id " + id + " at path " + in.getPreviousPath());
    }
  }

  /** Reads it back from text: a tree takes no number beyond the range of a double. */
  private @Nullable String idOf(Object element, TypeAdapter<Object> adapter) throws IOException {
    List<String> found = new ArrayList<>(1);
    PathReader paths = new PathReader();
    for (String name : NAMES) {
      paths.on(
          name,
          reader -> {
            String id = read(reader);
            if (id != null) {
              found.add(id);
            }
          });
    }
    paths.read(PayloadReader.open(new StringReader(adapter.toJson(element))));
    return found.isEmpty() ? null : found.get(0);
  }

  private @Nullable String read(JsonReader in) throws IOException {
    if (in.peek() == JsonToken.NULL) {
      in.nextNull();
      return null;
    }
    return String.valueOf(type.read(in));
  }

  @Override
  public String toString() {
    return "one object with the id " + text;
  }
}
