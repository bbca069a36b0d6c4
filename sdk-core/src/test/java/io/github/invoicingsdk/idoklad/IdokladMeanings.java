package io.github.invoicingsdk.idoklad;

import io.github.invoicingsdk.AccessToken;
import io.github.invoicingsdk.error.Provider;
import io.github.invoicingsdk.idoklad.model.IdokladModels;
import io.github.invoicingsdk.internal.http.CodeMeanings;
import java.net.URI;

/** What the provider's codes and texts mean, for the tests of what generic code makes of them. */
public final class IdokladMeanings {

  private IdokladMeanings() {}

  /** As a client of the provider has them. */
  public static CodeMeanings meanings() {
    return new IdokladProfile(
        Provider.IDOKLAD,
        URI.create("https://api.example"),
        IdokladModels.REGISTRY,
        new Grant.OfSource("acme", atMost -> AccessToken.of("token", atMost)));
  }
}
