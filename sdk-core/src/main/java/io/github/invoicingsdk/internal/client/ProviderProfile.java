package io.github.invoicingsdk.internal.client;

import io.github.invoicingsdk.error.Provider;
import io.github.invoicingsdk.internal.digest.TextDigest;
import io.github.invoicingsdk.internal.http.CodeMeanings;
import io.github.invoicingsdk.internal.http.Stage;
import io.github.invoicingsdk.internal.observation.Account;
import io.github.invoicingsdk.vocabulary.ModelRegistry;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a client calls, for whom, and how its requests show that. As code meanings, it says what an
 * error code means when the operation does not say. Immutable.
 *
 * <p>A class for each provider, not a lambda for each response: lambdas, and what the JDK loads for
 * the first of them, were a third of the time in which a fresh process makes a client.
 */
public abstract class ProviderProfile implements CodeMeanings, Account {

  private static final int DIGEST_CHARACTERS = 32;

  private final Provider provider;
  private final URI baseUrl;
  private final ModelRegistry models;
  private final int requestsPerMinute;
  private final List<String> secrets;

  /**
   * Creates a profile.
   *
   * @param provider the provider that is called
   * @param baseUrl where its API begins
   * @param models the provider's models
   * @param requestsPerMinute the rate limit that the provider documents
   * @param secrets what must never be shown
   */
  protected ProviderProfile(
      Provider provider,
      URI baseUrl,
      ModelRegistry models,
      int requestsPerMinute,
      List<String> secrets) {
    this.provider = provider;
    this.baseUrl = baseUrl;
    this.models = models;
    this.requestsPerMinute = requestsPerMinute;
    this.secrets = List.copyOf(secrets);
  }

  /**
   * Whose limit, token and count it is; the same for all clients of one account, and without
   * secrets. Asked for only when something is shared: a digest brings the security providers of the
   * JDK into memory.
   */
  protected abstract String account();

  /**
   * The id of the time zone by whose months the provider counts calls, where its plans limit them;
   * null if they do not.
   */
  protected @Nullable String monthsOf() {
    return null;
  }

  /**
   * Adds the credentials to requests.
   *
   * @param next the stage below
   * @param assembly puts the client together
   * @return the stage
   */
  protected abstract Stage authenticating(Stage next, Assembly assembly);

  /**
   * The names of query parameters and headers that tell the provider who calls, beside those that
   * HTTP itself has. A request that a caller has made himself must not have them.
   */
  protected abstract List<String> credentialNames();

  /**
   * What is wrong with a path that a caller has written himself.
   *
   * @return what to change, for a person; empty if nothing is known to be wrong
   */
  protected Optional<String> problemOf(String path) {
    return Optional.empty();
  }

  /**
   * The member of a response that is false if a request was refused with a status of success; empty
   * if the provider does not do so.
   */
  protected String successMember() {
    return "";
  }

  /** The provider that is called. */
  protected final Provider provider() {
    return provider;
  }

  /** Where the API begins. */
  protected final URI baseUrl() {
    return baseUrl;
  }

  final ModelRegistry models() {
    return models;
  }

  final int requestsPerMinute() {
    return requestsPerMinute;
  }

  final List<String> secrets() {
    return secrets;
  }

  /** A name for something that is not to be read, the same in every process. */
  protected static String digest(String... parts) {
    return TextDigest.of(parts).substring(0, DIGEST_CHARACTERS);
  }
}
