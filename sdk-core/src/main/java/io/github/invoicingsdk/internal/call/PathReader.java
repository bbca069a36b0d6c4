package io.github.invoicingsdk.internal.call;

import com.google.gson.JsonSyntaxException;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Walks a JSON object, reads the values at chosen paths, and skips everything else. For one object.
 */
final class PathReader {

  private final Map<String, ValueReader> readers = new HashMap<>();
  private final Set<String> found = new HashSet<>();

  /** Has the value at a path read; a dot in the path leads into a nested object. */
  PathReader on(String path, ValueReader reader) {
    if (!path.isEmpty()) {
      readers.put(path, reader);
    }
    return this;
  }

  void read(JsonReader in) throws IOException {
    if (in.peek() != JsonToken.BEGIN_OBJECT) {
      throw new JsonSyntaxException(
          "Expected an object but found " + in.peek() + " at path " + in.getPath());
    }
    walk(in, "");
  }

  private void walk(JsonReader in, String prefix) throws IOException {
    in.beginObject();
    while (in.hasNext()) {
      String name = in.nextName();
      String path = prefix + name;
      // A dot in a name is no step into an object.
      ValueReader reader = name.indexOf('.') < 0 ? readers.get(path) : null;
      if (reader != null) {
        if (!found.add(path)) {
          // Which of the two counts is a guess (RFC 8259, section 4), and numbers are not guessed.
          throw new JsonSyntaxException("Expected one " + path + " but found another at path $");
        }
        reader.read(in);
      } else if (in.peek() == JsonToken.BEGIN_OBJECT && leadsToReader(path + ".")) {
        walk(in, path + ".");
      } else {
        in.skipValue();
      }
    }
    in.endObject();
  }

  private boolean leadsToReader(String prefix) {
    for (String path : readers.keySet()) {
      if (path.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }

  /** Reads one value. */
  interface ValueReader {
    void read(JsonReader in) throws IOException;
  }
}
