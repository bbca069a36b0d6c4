package io.github.invoicingsdk.sandbox.internal.invoicexpress;

import com.google.gson.JsonPrimitive;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The series of an account, and the rules by which they are created and registered. Guarded by the
 * account's lock.
 */
final class SeriesBook {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]{0,34}");
  private static final long FIRST_ID = 146_090;
  private static final long ID_STEP = 20;

  private final Map<Long, Series> byId = new LinkedHashMap<>();
  private final ValidationCodes codes = new ValidationCodes();
  private long nextId = FIRST_ID;
  private long defaultId;
  private @Nullable Registration running;
  private Set<Numbering> missingNext = Set.of();

  // The circumstances of the account. They are set by its methods and read by the rules below.
  boolean registerOnCreate = true;
  boolean registerTypeByType;
  boolean credentials = true;
  boolean openActivity = true;
  boolean portuguese = true;
  @Nullable String refusedCreate;
  @Nullable String refusedRegister;

  void clear() {
    byId.clear();
    running = null;
  }

  Series add(JsonPrimitive serie) {
    if (taken(serie.getAsString())) {
      throw new IllegalArgumentException(
          "name must be new, but there is a series " + serie.getAsString());
    }
    Series series = new Series(nextId, serie, portuguese);
    nextId += ID_STEP;
    if (byId.isEmpty()) {
      defaultId = series.id();
    }
    byId.put(series.id(), series);
    return series;
  }

  List<Series> all() {
    return List.copyOf(byId.values());
  }

  @Nullable Series find(long id) {
    return byId.get(id);
  }

  Series get(long id) {
    Series series = byId.get(id);
    if (series == null) {
      throw new IllegalArgumentException("seriesId must exist, but there is no series " + id);
    }
    return series;
  }

  boolean isDefault(Series series) {
    return series.id() == defaultId;
  }

  void makeDefault(Series series) {
    defaultId = series.id();
  }

  void startRegistration(Series series, int requests) {
    running = new Registration.AtTheEnd(() -> register(series, takeMissing()), requests);
  }

  void finishRegistration() {
    if (running != null) {
      running.complete();
      running = null;
    }
  }

  /** Counts a request to the series' operations; a registration may end before it is handled. */
  void requestArrives() {
    if (running != null && !running.advance()) {
      running = null;
    }
  }

  void registerNextWithout(Set<Numbering> missing) {
    missingNext = missing;
  }

  void register(Series series, Set<Numbering> missing) {
    series.register(missing, codes::next);
  }

  Series create(@Nullable JsonPrimitive serie, boolean asDefault) {
    SequenceErrors errors = SequenceErrors.CREATE;
    String refused = refusedCreate;
    if (refused != null) {
      refusedCreate = null;
      throw errors.refuse(refused);
    }
    if (serie == null) {
      throw errors.refuse("003");
    }
    if (!NAME.matcher(serie.getAsString()).matches()) {
      throw errors.refuse("001");
    }
    if (running != null) {
      throw errors.refuse("006");
    }
    if (taken(serie.getAsString())) {
      throw errors.refuse("002");
    }
    if (portuguese && !credentials) {
      throw errors.refuse("004");
    }
    if (portuguese && !openActivity) {
      throw errors.refuse("005");
    }
    Series series = add(serie);
    if (asDefault) {
      makeDefault(series);
    }
    if (registerOnCreate) {
      begin(series);
    }
    return series;
  }

  Series register(long id) {
    SequenceErrors errors = SequenceErrors.REGISTER;
    Series series = byId.get(id);
    if (series == null) {
      throw errors.refuse("006");
    }
    String refused = refusedRegister;
    if (refused != null) {
      refusedRegister = null;
      throw errors.refuse(refused);
    }
    if (!portuguese) {
      throw errors.refuse("004");
    }
    if (running != null) {
      throw errors.refuse("008");
    }
    if (series.fullyRegistered()) {
      throw errors.refuse("005");
    }
    if (!NAME.matcher(series.name()).matches()) {
      throw errors.refuse("001");
    }
    if (!credentials) {
      throw errors.refuse("002");
    }
    if (!openActivity) {
      throw errors.refuse("003");
    }
    begin(series);
    return series;
  }

  private void begin(Series series) {
    if (registerTypeByType) {
      running = new Registration.TypeByType(series, takeMissing(), codes::next);
      requestArrives();
    } else {
      register(series, takeMissing());
    }
  }

  private Set<Numbering> takeMissing() {
    Set<Numbering> missing = missingNext;
    missingNext = Set.of();
    return missing;
  }

  private boolean taken(String name) {
    return byId.values().stream().anyMatch(series -> series.name().equals(name));
  }
}
