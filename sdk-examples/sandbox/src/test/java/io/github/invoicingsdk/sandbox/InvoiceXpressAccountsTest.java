package io.github.invoicingsdk.sandbox;

import static io.github.invoicingsdk.sandbox.Http.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InvoiceXpressAccountsTest {
  private static final String NEW =
      "{'account':{'organization_name':'My Company','email':'john@example.com',"
          + "'password':'first-password','fiscal_id':'500100200','terms':'1'}}";
  private static final String CHANGED =
      "'organization_name':'Other','email':'jane@example.com','password':'p','terms':'1'";
  private static final String NO_OWNER = "{\"errors\":{\"error\":\"Owner Owner is invalid\"}}";

  private final Sandbox sandbox = Sandbox.start();
  private final Http http = new Http(sandbox);
  private final InvoiceXpressAccount account = sandbox.invoiceXpress();

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void an_account_is_created_with_a_key_of_its_own() {
    HttpResponse<String> response = create(NEW);

    assertThat(response.statusCode()).isEqualTo(201);
    JsonObject created = json(response).getAsJsonObject("account");
    assertThat(created.get("id").getAsJsonPrimitive().isString()).isTrue();
    assertThat(created.get("name").getAsString()).isEqualTo("My Company");
    assertThat(created.get("url").getAsString())
        .isEqualTo("https://mycompany.app.invoicexpress.com");
    assertThat(created.get("api_key").getAsString())
        .isNotEqualTo(sandbox.invoiceXpressApiKey())
        .isNotBlank();
    assertThat(created.get("state").getAsString()).isEqualTo("active");
    assertThat(get(created.get("id").getAsLong()).body())
        .isEqualTo(
            "{\"account\":{\"organization_name\":\"My Company\",\"fiscal_id\":\"500100200\","
                + "\"email\":\"john@example.com\",\"state\":\"active\",\"at_configured\":false,"
                + "\"trial\":true}}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'terms':'1'      | 'terms':'0'       | Terms and Conditions should be accepted",
        "'My Company'     | ''                | Organization name can't be blank",
        "500100200        | 12                | Fiscal id is invalid",
        "'password'       | 'nothing'         | Owner Owner is invalid",
        "john@example.com | owner@example.com | Owner Owner is invalid"
      })
  void a_bad_account_is_refused(String good, String bad, String message) {
    String body = NEW.replace(good, bad);
    assertThat(body).isNotEqualTo(NEW);

    HttpResponse<String> response = create(body);

    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(response.body()).isEqualTo("{\"errors\":{\"error\":\"" + message + "\"}}");
  }

  @Test
  void a_user_is_created_only_once() {
    create(NEW);

    HttpResponse<String> response = create(NEW.replace("My Company", "Another"));

    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(response.body()).isEqualTo(NO_OWNER);
  }

  @Test
  void a_user_gets_another_account_with_his_password() {
    assertThat(createForUser(NEW).body()).isEqualTo(NO_OWNER);
    create(NEW);

    HttpResponse<String> wrong = createForUser(NEW.replace("first-password", "wrong"));
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).isEqualTo(NO_OWNER);
    HttpResponse<String> terms = createForUser(NEW.replace("'terms':'1'", "'terms':'0'"));
    assertThat(terms.body())
        .isEqualTo("{\"errors\":{\"error\":\"Terms and Conditions should be accepted\"}}");
    HttpResponse<String> right = createForUser(NEW.replace("My Company", "Another"));
    assertThat(right.statusCode()).isEqualTo(200);
    assertThat(json(right).getAsJsonObject("account").get("name").getAsString())
        .isEqualTo("Another");
  }

  @Test
  void the_account_itself_can_be_read() {
    HttpResponse<String> response = get(account.accountId());

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body())
        .isEqualTo(
            "{\"account\":{\"organization_name\":\"Sandbox Lda\",\"fiscal_id\":\"508025338\","
                + "\"email\":\"owner@example.com\",\"state\":\"active\",\"at_configured\":true,"
                + "\"trial\":false}}");
  }

  @Test
  void a_foreign_account_has_an_empty_response() {
    for (HttpResponse<String> response : List.of(get(999), update(999, CHANGED))) {
      assertThat(response.statusCode()).isEqualTo(404);
      assertThat(response.body()).isEmpty();
    }
  }

  @Test
  void an_update_has_an_empty_response() {
    HttpResponse<String> response = update(account.accountId(), CHANGED);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEmpty();
    JsonObject read = json(get(account.accountId())).getAsJsonObject("account");
    assertThat(read.get("organization_name").getAsString()).isEqualTo("Other");
    assertThat(read.get("email").getAsString()).isEqualTo("jane@example.com");
    assertThat(read.get("fiscal_id").getAsString()).isEqualTo("508025338");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'fiscal_id':'12'          | [\"fiscal_id\",\"is invalid\"]",
        "'email':''                | [\"email\",\"can't be blank\"]",
        "'terms':null              | [\"terms\",\"can't be blank\"]",
        "'credentials':'x'         | [\"credentials\",\"is invalid\"]",
        "'credentials':{'username':'500100200/1','password':'plain'}"
            + " | [\"credentials\",\"is invalid\"]"
      })
  void a_bad_update_has_a_flat_array(String member, String body) {
    String name = member.substring(0, member.indexOf(':'));
    String others =
        List.of(CHANGED.split(",", -1)).stream()
            .filter(other -> !other.startsWith(name))
            .reduce(member, (left, right) -> left + "," + right);

    HttpResponse<String> response = update(account.accountId(), others);

    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(response.body()).isEqualTo(body);
    assertThat(get(account.accountId()).body()).contains("Sandbox Lda");
  }

  @Test
  void credentials_of_an_update_make_sequences_registrable() {
    account.taxAuthorityCredentials(false);
    assertThat(register().statusCode()).isEqualTo(422);
    assertThat(get(account.accountId()).body()).contains("\"at_configured\":false");

    HttpResponse<String> response =
        update(
            account.accountId(),
            CHANGED
                + ",'credentials':{'username':'500100200/1','password':'"
                + base64("12345678")
                + "','type':'AT','context':'Sequences'}");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(get(account.accountId()).body()).contains("\"at_configured\":true");
    assertThat(register().statusCode()).isEqualTo(200);
  }

  @Test
  void credentials_of_another_account_leave_this_one_alone() {
    account.taxAuthorityCredentials(false);
    long other = json(create(NEW)).getAsJsonObject("account").get("id").getAsLong();

    update(
        other,
        CHANGED
            + ",'credentials':{'username':'500100200/1','password':'"
            + base64("12345678")
            + "'}");

    assertThat(get(other).body()).contains("\"at_configured\":true");
    assertThat(register().statusCode()).isEqualTo(422);
  }

  @ParameterizedTest
  @ValueSource(strings = {"auto", "manual", "guides", "portal_at"})
  void the_communication_with_the_tax_authority_makes_sequences_registrable(String type) {
    account.taxAuthorityCredentials(false);

    HttpResponse<String> response = communicate("500100200/1", base64("12345678901234"), type);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(json(response).get("success").getAsJsonPrimitive().isString()).isTrue();
    assertThat(register().statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "500100200,    MTIzNDU2Nzg=,         auto,  at_subuser has an incorrect size",
    "500100200/1,  MTIzNDU2Nw==,         auto,  at_password has an incorrect size",
    "500100200/1,  MTIzNDU2Nzg5MDEyMzQ1, auto,  at_password has an incorrect size",
    "500100200/1,  ****,                 auto,  at_password is invalid",
    "500100200/1,  not-encoded!,         auto,  at_password is invalid",
    "500100200/1,  abcdefgh1234,         auto,  at_password is invalid",
    "500100200/1,  MTIzNDU2Nzg=,         never, communication_type is invalid"
  })
  void bad_credentials_are_refused(String user, String password, String type, String message) {
    account.taxAuthorityCredentials(false);

    HttpResponse<String> response = communicate(user, password, type);

    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(response.body()).isEqualTo("{\"errors\":{\"error\":\"The field " + message + "\"}}");
    assertThat(register().statusCode()).isEqualTo(422);
  }

  @Test
  void the_key_is_looked_at_first() {
    HttpResponse<String> response =
        Http.send(
            Http.request(URI.create(sandbox.invoiceXpressUrl() + "/api/accounts/999/get.json")));

    assertThat(response.statusCode()).isEqualTo(401);
  }

  private HttpResponse<String> create(String body) {
    return post("/api/accounts/create.json", body);
  }

  private HttpResponse<String> createForUser(String body) {
    return post("/api/accounts/create_already_user.json", body);
  }

  private HttpResponse<String> get(long id) {
    return http.invoiceXpress("GET", "/api/accounts/" + id + "/get.json");
  }

  private HttpResponse<String> update(long id, String members) {
    return http.invoiceXpress(
        "PUT",
        "/api/accounts/" + id + "/update.json",
        "{\"account\":{" + members.replace('\'', '"') + "}}");
  }

  private HttpResponse<String> communicate(String user, String password, String type) {
    return post(
        "/api/v3/accounts/at_communication.json",
        "{'at_communication':{'at_subuser':'"
            + user
            + "','at_password':'"
            + password
            + "','communication_type':'"
            + type
            + "'}}");
  }

  private HttpResponse<String> register() {
    return http.invoiceXpress("PUT", "/sequences/146110/register.json");
  }

  private HttpResponse<String> post(String path, String body) {
    return http.invoiceXpress("POST", path, body.replace('\'', '"'));
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }
}
