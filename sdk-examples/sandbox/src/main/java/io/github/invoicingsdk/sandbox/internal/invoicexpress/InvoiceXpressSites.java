package io.github.invoicingsdk.sandbox.internal.invoicexpress;

import io.github.invoicingsdk.sandbox.internal.http.Router;
import io.github.invoicingsdk.sandbox.internal.http.Site;
import java.net.URI;
import java.util.List;

/** Puts the provider's resources together. A new resource is one more line here. */
public final class InvoiceXpressSites {
  /** The path before every route of the API. */
  public static final String PREFIX = "/invoicexpress";

  private static final String FILES_PREFIX = "/files";

  private InvoiceXpressSites() {}

  /**
   * The sites of the provider: its API, and the files it makes.
   *
   * @param account the state
   * @param apiKey the accepted key
   * @param server the server's root address
   * @return the sites
   */
  public static List<Site> of(Account account, String apiKey, URI server) {
    PdfResource pdf = new PdfResource(account, server.resolve(FILES_PREFIX));
    SaftResource saft = new SaftResource(account.saftExports(), server.resolve(FILES_PREFIX));
    DocumentBook documents = account.documentBook();
    DocumentResponses responses = account.documentSettings().responses();
    QrCodesResource qrCodes = new QrCodesResource(documents, server.resolve(FILES_PREFIX));
    Router api = new Router();
    new SequencesResource(account).addTo(api);
    new ClientsResource(account).addTo(api);
    pdf.addTo(api);
    new ItemsResource(account).addTo(api);
    new TaxesResource(account).addTo(api);
    new TreasuryResource(account).addTo(api);
    new AccountsResource(account).addTo(api);
    saft.addTo(api);
    new DocumentsResource(documents, account.data(), responses).addTo(api);
    new DocumentListsResource(documents, account).addTo(api);
    new PaymentsResource(documents, account.payments(), responses).addTo(api);
    qrCodes.addTo(api);
    Router files = new Router();
    pdf.addFilesTo(files);
    saft.addFilesTo(files);
    qrCodes.addFilesTo(files);
    return List.of(
        new Site(
            PREFIX, "application/json", account, new InvoiceXpressDialect(account, apiKey), api),
        new Site(FILES_PREFIX, "application/json", account, new FilesDialect(), files));
  }
}
