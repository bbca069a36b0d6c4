package io.github.invoicingsdk.internal.call;

import com.google.gson.JsonSyntaxException;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Walks a JSON object, reads the values at chosen paths, and skips everything else. For one object.
 */
final class PathReader {

  /** So few that looking through them takes less than a map. */
  private final List<Target> targets = new ArrayList<>(4);

  /**
   * Has the value at a path read.
   *
   * @param path the names that lead to it, with dots between them; nothing is read at an empty one
   * @param reader reads the value
   */
  PathReader on(String path, ValueReader reader) {
    if (!path.isEmpty()) {
      targets.add(new Target(path, reader));
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
      String path = prefix.isEmpty() ? name : prefix + name;
      // A dot in a name is no step into an object.
      Target target = name.indexOf('.') < 0 ? at(path) : null;
      if (target != null) {
        if (target.found) {
          // Which of the two counts is a guess (RFC 8259, section 4), and numbers are not guessed.
          throw new JsonSyntaxException("Expected one " + path + " but found another at path $");
        }
        target.found = true;
        target.reader.read(in);
      } else if (in.peek() == JsonToken.BEGIN_OBJECT && leadsToTarget(path + ".")) {
        walk(in, path + ".");
      } else {
        in.skipValue();
      }
    }
    in.endObject();
  }

  private @Nullable Target at(String path) {
    for (Target target : targets) {
      if (target.path.equals(path)) {
        return target;
      }
    }
    return null;
  }

  private boolean leadsToTarget(String prefix) {
    for (Target target : targets) {
      if (target.path.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }

  /** A value that is to be read. */
  private static final class Target {

    private final String path;
    private final ValueReader reader;
    private boolean found;

    Target(String path, ValueReader reader) {
      this.path = path;
      this.reader = reader;
    }
  }

  /** Reads one value. */
  interface ValueReader {
    void read(JsonReader in) throws IOException;
  }
}
