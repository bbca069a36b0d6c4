package io.github.invoicingsdk.internal.model;

import com.google.gson.JsonElement;
import com.google.gson.JsonSyntaxException;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.github.invoicingsdk.model.UnreadableValue;
import java.io.IOException;
import java.io.Reader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a response, remembers which values in it could not be read, and bounds how many are kept
 * that no property describes. For one thread.
 */
public final class ResponseReader extends JsonReader {

  /** A response may be full of them, and somebody listens to each. */
  private static final int MOST_PLACES = 50;

  private static final int LONGEST_PATH = 200;
  private static final Pattern INDEX = Pattern.compile("\\[\\d+\\]");

  /** Each takes some 200 bytes of memory; a page of 5,000 objects may have 50 each. */
  static final int MOST_KEPT = 250_000;

  private @Nullable Map<Place, Integer> counts;
  private final @Nullable String operation;
  private boolean keeping;
  private int kept;

  /**
   * Creates a reader.
   *
   * @param operation the id of the operation; null if it is not known
   */
  public ResponseReader(Reader in, @Nullable String operation) {
    super(in);
    this.operation = operation;
  }

  /** The operation whose response is read; null if none is, or it is not known. */
  static @Nullable String operation(JsonReader in) {
    return in instanceof ResponseReader response ? response.operation : null;
  }

  /**
   * Reads a value that no property describes.
   *
   * @throws JsonSyntaxException if the response has more of them than can be kept
   */
  JsonElement keep(TypeAdapter<JsonElement> adapter) throws IOException {
    keeping = true;
    try {
      return adapter.read(this);
    } finally {
      keeping = false;
    }
  }

  /** The adapter of trees asks for the type of every value in them. */
  @Override
  public JsonToken peek() throws IOException {
    if (keeping && ++kept > MOST_KEPT) {
      throw new JsonSyntaxException(
          "Expected at most "
              + MOST_KEPT
              + " values that no property describes but found more at path "
              + getPath());
    }
    return super.peek();
  }

  /** Notes that the value which was read last is kept as it came. */
  void passedOver(JsonElement value) {
    if (counts == null) {
      counts = new LinkedHashMap<>();
    }
    String path = INDEX.matcher(getPreviousPath()).replaceAll("[]");
    // Begins with $ and a dot.
    String names =
        path.substring(Math.min(2, path.length()), Math.min(LONGEST_PATH, path.length()));
    Place place = new Place(names, RawValues.kind(value));
    if (counts.size() < MOST_PLACES || counts.containsKey(place)) {
      counts.merge(place, 1, Integer::sum);
    }
  }

  /** What could not be read so far, in the order in which it came, one for each place and kind. */
  public List<UnreadableValue> passedOver() {
    return counts == null
        ? List.of()
        : counts.entrySet().stream()
            .map(
                entry ->
                    new UnreadableValue(
                        entry.getKey().names(), entry.getKey().kind(), entry.getValue()))
            .toList();
  }

  private record Place(String names, UnreadableValue.Kind kind) {}
}
