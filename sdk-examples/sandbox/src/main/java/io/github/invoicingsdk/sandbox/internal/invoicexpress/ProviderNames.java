package io.github.invoicingsdk.sandbox.internal.invoicexpress;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The countries and currencies that the provider's description lists, read when they are used. */
final class ProviderNames {
  private static final Set<String> COUNTRIES = Set.copyOf(lines("countries.txt"));
  private static final Map<String, String> CURRENCIES = currencies();

  private ProviderNames() {}

  static boolean isCountry(String name) {
    return COUNTRIES.contains(name);
  }

  /** What responses call a currency that requests name by its code; null if it is not listed. */
  static @Nullable String currency(String code) {
    return CURRENCIES.get(code);
  }

  private static Map<String, String> currencies() {
    Map<String, String> names = new HashMap<>();
    for (String line : lines("currencies.txt")) {
      int blank = line.indexOf(' ');
      names.put(line.substring(0, blank), line.substring(blank + 1));
    }
    return Map.copyOf(names);
  }

  private static List<String> lines(String file) {
    try (InputStream in = ProviderNames.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("the sandbox lacks its file " + file);
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
