package io.github.invoicingsdk.invoicexpress;

import io.github.invoicingsdk.error.Provider;
import io.github.invoicingsdk.internal.client.Assembly;
import io.github.invoicingsdk.internal.client.Service;
import io.github.invoicingsdk.internal.http.ApiKeyClient;
import io.github.invoicingsdk.internal.http.Exchange;
import io.github.invoicingsdk.invoicexpress.model.InvoiceXpressModels;
import io.github.invoicingsdk.model.ErrorCode;
import java.net.URI;
import java.util.List;

/** InvoiceXpress for one user of an account, whom an API key stands for. Immutable. */
final class InvoiceXpressService extends Service {

  /** The provider's limit per account, as its OpenAPI description 2.0.0 states it. */
  private static final int REQUESTS_PER_MINUTE = 780;

  private final String apiKey;

  InvoiceXpressService(URI baseUrl, String apiKey) {
    super(
        Provider.INVOICEXPRESS,
        baseUrl,
        InvoiceXpressModels.REGISTRY,
        REQUESTS_PER_MINUTE,
        List.of(apiKey));
    this.apiKey = apiKey;
  }

  @Override
  protected String account() {
    return "invoicexpress:" + baseUrl().getRawAuthority();
  }

  @Override
  protected boolean countsCalls() {
    return false;
  }

  @Override
  protected Exchange authenticating(Exchange next, Assembly assembly) {
    return new ApiKeyClient(next, apiKey);
  }

  @Override
  public ErrorCode of(int status, String code) {
    return ErrorCode.unknown(status, code);
  }
}
