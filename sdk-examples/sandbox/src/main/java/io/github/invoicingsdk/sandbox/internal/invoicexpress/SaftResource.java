package io.github.invoicingsdk.sandbox.internal.invoicexpress;

import com.google.gson.JsonPrimitive;
import io.github.invoicingsdk.sandbox.CannedResponse;
import io.github.invoicingsdk.sandbox.internal.http.Json;
import io.github.invoicingsdk.sandbox.internal.http.Request;
import io.github.invoicingsdk.sandbox.internal.http.Router;
import java.net.URI;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The audit file of a month: asked for until it is ready, then fetched from another address. */
final class SaftResource {
  private static final Pattern YEAR = Pattern.compile("\\d{4}");
  private static final Pattern MONTH = Pattern.compile("\\d{1,2}");

  private final SaftExportBook exports;
  private final URI files;

  SaftResource(SaftExportBook exports, URI files) {
    this.exports = exports;
    this.files = files;
  }

  void addTo(Router router) {
    router.add("GET", "/api/export_saft.json", this::export);
  }

  void addFilesTo(Router router) {
    router.add("GET", "/saft-{year}-{month}.xml", this::file);
  }

  private CannedResponse export(Request request) {
    YearMonth month = month(request.query("year"), request.query("month"));
    if (month == null) {
      return ErrorResponses.message(422, "The month and the year of the export must be given.");
    }
    if (!exports.hasDocuments(month)) {
      return ErrorResponses.message(
          422, "There aren't any documents to export on the selected period.");
    }
    if (exports.takeFailure(month)) {
      return ErrorResponses.message(500, "Error generating SAF-T. Please try again.");
    }
    if (exports.takePendingResponse(month)) {
      return ErrorResponses.message(
          202,
          "The SAF-T file generation was started."
              + " Please keep requesting until you get back the url.");
    }
    JsonPrimitive url = new JsonPrimitive(files + "/saft-" + month + ".xml");
    return Json.response(200, Json.object("Url", url));
  }

  private CannedResponse file(Request request) {
    YearMonth month = month(request.path("year"), request.path("month"));
    return month != null && exports.isReady(month)
        ? CannedResponse.of(200)
            .withBody("application/xml", SaftFile.of(month, exports.fileBytes()))
        : CannedResponse.of(404);
  }

  private static @Nullable YearMonth month(@Nullable String year, @Nullable String month) {
    if (year == null
        || month == null
        || !YEAR.matcher(year).matches()
        || !MONTH.matcher(month).matches()) {
      return null;
    }
    try {
      return YearMonth.of(Integer.parseInt(year), Integer.parseInt(month));
    } catch (DateTimeException e) {
      return null;
    }
  }
}
