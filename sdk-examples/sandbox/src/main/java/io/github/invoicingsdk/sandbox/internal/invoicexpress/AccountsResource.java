package io.github.invoicingsdk.sandbox.internal.invoicexpress;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.invoicingsdk.sandbox.CannedResponse;
import io.github.invoicingsdk.sandbox.internal.http.Json;
import io.github.invoicingsdk.sandbox.internal.http.RefusedException;
import io.github.invoicingsdk.sandbox.internal.http.Request;
import io.github.invoicingsdk.sandbox.internal.http.Router;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The five operations on accounts. */
final class AccountsResource {
  private static final Pattern FISCAL_ID = Pattern.compile("\\d{9}");
  private static final Set<String> COMMUNICATION_TYPES =
      Set.of("auto", "manual", "guides", "portal_at");
  private static final String PORTUGAL = "1";
  private static final String NO_OWNER = "Owner Owner is invalid";
  private static final String BLANK = "can't be blank";
  private static final String INVALID = "is invalid";

  private final Account account;

  AccountsResource(Account account) {
    this.account = account;
  }

  void addTo(Router router) {
    router
        .add("POST", "/api/accounts/create.json", this::create)
        .add("POST", "/api/accounts/create_already_user.json", this::createForUser)
        .add("GET", "/api/accounts/{id}/get.json", this::get)
        .add("PUT", "/api/accounts/{id}/update.json", this::update)
        .add("POST", "/api/v3/accounts/at_communication.json", this::communicate);
  }

  private CannedResponse create(Request request) {
    JsonObject sent = Fields.rootOrEmpty(request, "account");
    String email = Fields.text(sent, "email");
    String password = Fields.text(sent, "password");
    if (email == null || password == null || accounts().isUser(email)) {
      return ErrorResponses.single(422, NO_OWNER);
    }
    CannedResponse response = open(201, sent, email);
    accounts().addUser(email, password);
    return response;
  }

  private CannedResponse createForUser(Request request) {
    JsonObject sent = Fields.rootOrEmpty(request, "account");
    String email = Fields.text(sent, "email");
    String password = Fields.text(sent, "password");
    if (email == null || password == null || !accounts().isPassword(email, password)) {
      return ErrorResponses.single(422, NO_OWNER);
    }
    return open(200, sent, email);
  }

  private CannedResponse open(int status, JsonObject sent, String email) {
    String name = Fields.text(sent, "organization_name");
    if (name == null) {
      throw new RefusedException(ErrorResponses.single(422, "Organization name can't be blank"));
    }
    if (!"1".equals(Fields.text(sent, "terms"))) {
      throw new RefusedException(
          ErrorResponses.single(422, "Terms and Conditions should be accepted"));
    }
    String country = Fields.text(sent, "tax_country");
    String fiscalId = Fields.text(sent, "fiscal_id");
    if ((country == null || country.equals(PORTUGAL)) && !isFiscalId(fiscalId)) {
      throw new RefusedException(ErrorResponses.single(422, "Fiscal id is invalid"));
    }
    OwnedAccount opened = new OwnedAccount(accounts().newId(), name, fiscalId, email, true, false);
    accounts().put(opened);

    String host = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    JsonObject json = new JsonObject();
    json.addProperty("id", Long.toString(opened.id()));
    json.addProperty("name", name);
    json.addProperty("url", "https://" + host + ".app.invoicexpress.com");
    json.addProperty("api_key", "sandbox-api-key-of-account-" + opened.id());
    json.addProperty("state", "active");
    return Json.response(status, Json.object("account", json));
  }

  private CannedResponse get(Request request) {
    OwnedAccount found = accounts().find(request.pathId("id"));
    if (found == null) {
      return InvoiceXpressDialect.empty(404);
    }
    JsonObject json = new JsonObject();
    json.addProperty("organization_name", found.organizationName());
    json.addProperty("fiscal_id", found.fiscalId());
    json.addProperty("email", found.email());
    json.addProperty("state", "active");
    json.addProperty("at_configured", isConfigured(found));
    json.addProperty("trial", found.trial());
    return Json.response(200, Json.object("account", json));
  }

  private CannedResponse update(Request request) {
    OwnedAccount old = accounts().find(request.pathId("id"));
    if (old == null) {
      return InvoiceXpressDialect.empty(404);
    }
    JsonObject sent = Fields.rootOrEmpty(request, "account");
    String name = required(sent, "organization_name");
    String email = required(sent, "email");
    for (String member : List.of("password", "terms")) {
      required(sent, member);
    }
    if (!isFiscalId(Fields.text(sent, "fiscal_id"))) {
      throw flat("fiscal_id", INVALID);
    }
    boolean configured = checkCredentials(sent);
    String fiscalId = sent.has("fiscal_id") ? Fields.text(sent, "fiscal_id") : old.fiscalId();
    accounts()
        .put(
            new OwnedAccount(
                old.id(),
                name,
                fiscalId,
                email,
                old.trial(),
                old.taxAuthorityConfigured() || configured));
    if (configured && old.id() == OwnedAccountBook.OWN_ID) {
      account.series().credentials = true;
    }
    return InvoiceXpressDialect.empty(200);
  }

  /** Whether there are credentials for the tax authority, which must be good ones. */
  private static boolean checkCredentials(JsonObject sent) {
    if (!sent.has("credentials")) {
      return false;
    }
    JsonObject credentials = Fields.object(sent, "credentials");
    if (credentials == null
        || !TaxAuthorityUser.isName(Fields.text(credentials, "username"))
        || TaxAuthorityUser.passwordProblem(Fields.text(credentials, "password")) != null
        || !isOnly("AT", credentials, "type")
        || !isOnly("Sequences", credentials, "context")) {
      throw flat("credentials", INVALID);
    }
    return true;
  }

  private static boolean isOnly(String allowed, JsonObject parent, String member) {
    String value = Fields.text(parent, member);
    return value == null || value.equals(allowed);
  }

  private CannedResponse communicate(Request request) {
    JsonObject sent = Fields.rootOrEmpty(request, "at_communication");
    if (!TaxAuthorityUser.isName(Fields.text(sent, "at_subuser"))) {
      return ErrorResponses.single(422, "The field at_subuser has an incorrect size");
    }
    String problem = TaxAuthorityUser.passwordProblem(Fields.text(sent, "at_password"));
    if (problem != null) {
      return ErrorResponses.single(422, "The field at_password " + problem);
    }
    String type = Fields.text(sent, "communication_type");
    if (type == null || !COMMUNICATION_TYPES.contains(type)) {
      return ErrorResponses.single(422, "The field communication_type " + INVALID);
    }
    account.series().credentials = true;
    return Json.response(
        200, Json.object("success", new JsonPrimitive("AT communication configured")));
  }

  /** The simulated account's credentials can be taken away behind the API's back. */
  private boolean isConfigured(OwnedAccount owned) {
    return owned.id() == OwnedAccountBook.OWN_ID
        ? account.series().credentials
        : owned.taxAuthorityConfigured();
  }

  private OwnedAccountBook accounts() {
    return account.accounts();
  }

  private static boolean isFiscalId(@Nullable String fiscalId) {
    return fiscalId == null || FISCAL_ID.matcher(fiscalId).matches();
  }

  private static String required(JsonObject sent, String member) {
    String value = Fields.text(sent, member);
    if (value == null) {
      throw flat(member, BLANK);
    }
    return value;
  }

  private static RefusedException flat(String name, String message) {
    return new RefusedException(ErrorResponses.flat(422, name, message));
  }
}
