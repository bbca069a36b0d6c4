package io.github.invoicingsdk.sandbox.internal.invoicexpress;

import com.google.gson.JsonObject;
import io.github.invoicingsdk.sandbox.CannedResponse;
import io.github.invoicingsdk.sandbox.internal.http.Json;
import io.github.invoicingsdk.sandbox.internal.http.Request;
import io.github.invoicingsdk.sandbox.internal.http.Router;
import java.net.URI;
import java.util.Base64;

/** The QR code of a document: asked for until it is ready, then fetched from another address. */
final class QrCodesResource {
  /** A PNG of one white pixel: the sandbox draws no codes. */
  private static final String IMAGE =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4"
          + "DwABAQEAsTj2FAAAAABJRU5ErkJggg==";

  private final DocumentBook book;
  private final URI files;

  QrCodesResource(DocumentBook book, URI files) {
    this.book = book;
    this.files = files;
  }

  void addTo(Router router) {
    router.add("GET", "/api/qr_codes/{id}.json", this::qrCode);
  }

  void addFilesTo(Router router) {
    router.add("GET", "/{id}.png", this::file);
  }

  private CannedResponse qrCode(Request request) {
    Document document = book.find(request.pathId("id"));
    if (document == null) {
      return error(404, "No document with ID " + request.path("id") + " was found in this account");
    }
    if (document.status() == DocumentStatus.DRAFT) {
      return error(
          422,
          "Document with ID "
              + document.id()
              + " is still in draft. QR Codes are only available for final, canceled or settled"
              + " documents.");
    }
    JsonObject code = new JsonObject();
    if (document.qrCode().take()) {
      code.addProperty("status", "In progress");
      return Json.response(202, Json.object("qr_code", code));
    }
    code.addProperty("url", files + "/" + document.id() + ".png");
    return Json.response(200, Json.object("qr_code", code));
  }

  private CannedResponse file(Request request) {
    Document document = book.find(request.pathId("id"));
    return document == null
        ? CannedResponse.of(404)
        : CannedResponse.of(200).withBody("image/png", Base64.getDecoder().decode(IMAGE));
  }

  private static CannedResponse error(int status, String message) {
    JsonObject error = new JsonObject();
    error.addProperty("error", message);
    return Json.response(status, error);
  }
}
