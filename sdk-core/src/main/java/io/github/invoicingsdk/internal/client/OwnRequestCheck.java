package io.github.invoicingsdk.internal.client;

import io.github.invoicingsdk.ApiRequest;
import io.github.invoicingsdk.internal.http.RequestAddress;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/**
 * Refuses requests of a caller's own that bring credentials, which are the client's to send, before
 * anything is sent. No message shows a value.
 */
final class OwnRequestCheck {

  /** What servers take for a credential without being asked, in the form of {@link #simplified}. */
  private static final List<String> OF_HTTP = List.of("authorization", "cookie");

  /** A shorter secret may be a word that means something else. */
  private static final int SHORTEST_SECRET = 8;

  private static final int DEEPEST_ENCODING = 4;

  private OwnRequestCheck() {}

  static void check(ApiRequest request, ProviderProfile profile) {
    for (String segment : request.path().split("/", -1)) {
      checkValue(segment, "the path", profile);
    }
    profile
        .problemOf(request.path())
        .ifPresent(
            problem -> {
              throw new IllegalArgumentException("path is " + request.path() + ": " + problem);
            });
    request
        .query()
        .forEach(
            (name, values) -> {
              checkName(name, "query parameter", profile);
              values.forEach(value -> checkValue(value, "a query parameter", profile));
            });
    request
        .headers()
        .forEach(
            (name, value) -> {
              checkName(name, "header", profile);
              checkValue(value, "a header", profile);
            });
  }

  private static void checkName(String name, String what, ProviderProfile profile) {
    String simplified = simplified(name);
    boolean refused =
        OF_HTTP.contains(simplified)
            || profile.credentialNames().stream()
                .anyMatch(credential -> simplified.endsWith(simplified(credential)));
    if (refused) {
      throw new IllegalArgumentException(
          "the "
              + what
              + " "
              + name
              + " carries credentials; the client sends its own, leave it out");
    }
  }

  private static void checkValue(String value, String where, ProviderProfile profile) {
    String decoded = decoded(value);
    for (String secret : profile.secrets()) {
      if (secret.length() >= SHORTEST_SECRET
          && (value.contains(secret) || decoded.contains(secret))) {
        throw new IllegalArgumentException(
            where + " holds a credential of the client, which it sends itself: leave it out");
      }
    }
  }

  /**
   * A name as the most tolerant server understands it: decoded, in lower case, without brackets and
   * what follows them, and with letters and digits alone.
   */
  private static String simplified(String name) {
    String text = Normalizer.normalize(decoded(name), Normalizer.Form.NFKC);
    // "[key]", "key[]" and "key[a]" are "key" to Rack.
    String first = text.replaceFirst("^[\\s\\[\\]]+", "").replaceFirst("[\\[\\]].*$", "");
    return first.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }

  private static String decoded(String text) {
    String decoded = text;
    for (int depth = 0; depth < DEEPEST_ENCODING; depth++) {
      decoded = RequestAddress.decode(decoded);
    }
    return decoded;
  }
}
