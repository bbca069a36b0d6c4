package io.github.invoicingsdk.internal.model;

import com.google.gson.JsonElement;
import com.google.gson.stream.JsonReader;
import io.github.invoicingsdk.vocabulary.UnreadableValue;
import java.io.Reader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a response, and remembers which values in it could not be read. For one thread. */
public final class ResponseReader extends JsonReader {

  /** A response may be full of them, and somebody listens to each. */
  private static final int MOST_PLACES = 50;

  private static final int LONGEST_PATH = 200;
  private static final Pattern INDEX = Pattern.compile("\\[\\d+\\]");

  private @Nullable Map<Place, Integer> counts;

  /** Creates a reader. */
  public ResponseReader(Reader in) {
    super(in);
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
