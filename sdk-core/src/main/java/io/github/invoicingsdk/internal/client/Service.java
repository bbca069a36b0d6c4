package io.github.invoicingsdk.internal.client;

import io.github.invoicingsdk.error.Provider;
import io.github.invoicingsdk.vocabulary.ErrorCode;
import io.github.invoicingsdk.vocabulary.ModelRegistry;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * What a client calls, and for whom.
 *
 * @param provider the provider that is called
 * @param baseUrl where its API begins
 * @param models the provider's models
 * @param commonCodes what an error code means when the operation does not say
 * @param requestsPerMinute the rate limit that the provider documents
 * @param account whose limit, token and count it is; the same for all clients of one account, and
 *     without secrets. Asked for only when something is shared: a digest brings the security
 *     providers of the JDK into memory.
 * @param countsCalls whether the provider's plans limit the calls of a month
 * @param secrets what must never be shown
 */
public record Service(
    Provider provider,
    URI baseUrl,
    ModelRegistry models,
    BiFunction<Integer, String, ErrorCode> commonCodes,
    int requestsPerMinute,
    Supplier<String> account,
    boolean countsCalls,
    Collection<String> secrets) {

  private static final int DIGEST_CHARACTERS = 32;

  /** Takes the values as they are now. */
  public Service {
    secrets = List.copyOf(secrets);
  }

  /** A name for something that is not to be read, the same in every process. */
  public static String digest(String... parts) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, DIGEST_CHARACTERS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
