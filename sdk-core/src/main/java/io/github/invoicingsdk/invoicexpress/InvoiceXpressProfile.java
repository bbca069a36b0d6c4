package io.github.invoicingsdk.invoicexpress;

import io.github.invoicingsdk.error.Provider;
import io.github.invoicingsdk.internal.client.Assembly;
import io.github.invoicingsdk.internal.client.ProviderProfile;
import io.github.invoicingsdk.internal.http.ApiKeyStage;
import io.github.invoicingsdk.internal.http.Stage;
import io.github.invoicingsdk.invoicexpress.model.InvoiceXpressModels;
import io.github.invoicingsdk.issuing.IssueJournal;
import io.github.invoicingsdk.model.ErrorCode;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** InvoiceXpress for one user of an account, whom an API key stands for. Immutable. */
final class InvoiceXpressProfile extends ProviderProfile {

  /** The provider's limit per account, as its OpenAPI description 2.0.0 states it. */
  private static final int REQUESTS_PER_MINUTE = 780;

  /** What follows the account in the provider's own host names. */
  static final String HOST = ".app.invoicexpress.com";

  private final String apiKey;
  private final IssuePlans plans;

  /**
   * Creates a profile.
   *
   * @param journal remembers what is being issued; null for the memory of the client
   */
  InvoiceXpressProfile(URI baseUrl, String apiKey, @Nullable IssueJournal journal) {
    super(
        Provider.INVOICEXPRESS,
        baseUrl,
        InvoiceXpressModels.REGISTRY,
        REQUESTS_PER_MINUTE,
        List.of(apiKey));
    this.apiKey = apiKey;
    this.plans = new IssuePlans(account(), journal);
  }

  /** What is to be issued, of all views of a client. */
  IssuePlans plans() {
    return plans;
  }

  @Override
  protected String account() {
    return "invoicexpress:" + baseUrl().getRawAuthority();
  }

  @Override
  public String accountName() {
    String host = baseUrl().getRawAuthority();
    return host.endsWith(HOST) ? host.substring(0, host.length() - HOST.length()) : host;
  }

  @Override
  protected List<String> credentialNames() {
    return List.of("api_key");
  }

  @Override
  protected Optional<String> problemOf(String path) {
    return path.endsWith(".json")
        ? Optional.empty()
        : Optional.of("paths of InvoiceXpress end in .json, such as /items.json");
  }

  @Override
  protected Stage authenticating(Stage next, Assembly assembly) {
    return new ApiKeyStage(next, apiKey);
  }

  @Override
  public boolean isPlanLimit(int status, @Nullable String code, List<String> messages) {
    return (status == 400 || status == 403 || status == 409 || status == 422)
        && messages.stream().anyMatch(PlanText::isIn);
  }

  @Override
  public ErrorCode of(int status, String code) {
    return ErrorCode.unknown(status, code);
  }
}
