package io.github.invoicingsdk.sandbox.internal.invoicexpress;

import com.google.gson.JsonObject;
import io.github.invoicingsdk.sandbox.CannedResponse;
import io.github.invoicingsdk.sandbox.internal.http.Json;
import io.github.invoicingsdk.sandbox.internal.http.Request;
import io.github.invoicingsdk.sandbox.internal.http.Router;
import java.net.URI;

/** The PDF of a document: asked for until it is ready, then fetched from another address. */
final class PdfResource {
  private final Account account;
  private final URI files;

  PdfResource(Account account, URI files) {
    this.account = account;
    this.files = files;
  }

  void addTo(Router router) {
    router.add("GET", "/api/pdf/{id}.json", this::pdf);
  }

  void addFilesTo(Router router) {
    router
        .add("GET", "/{id}-second-copy.pdf", request -> file(request, " (second copy)"))
        .add("GET", "/{id}.pdf", request -> file(request, ""));
  }

  private CannedResponse pdf(Request request) {
    long id = request.pathId("id");
    if (!account.hasDocument(id)) {
      return InvoiceXpressDialect.empty(404);
    }
    if (account.takePendingResponse(id)) {
      return InvoiceXpressDialect.empty(202);
    }
    boolean secondCopy = "true".equals(request.query("second_copy"));
    JsonObject output = new JsonObject();
    output.addProperty("pdfUrl", files + "/" + id + (secondCopy ? "-second-copy.pdf" : ".pdf"));
    return Json.response(200, Json.object("output", output));
  }

  private CannedResponse file(Request request, String remark) {
    long id = request.pathId("id");
    return account.hasDocument(id)
        ? CannedResponse.of(200)
            .withBody("application/pdf", PdfFile.withText("Document " + id + remark))
        : CannedResponse.of(404);
  }
}
