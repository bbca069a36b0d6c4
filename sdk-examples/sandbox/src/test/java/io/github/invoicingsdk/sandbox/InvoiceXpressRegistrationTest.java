package io.github.invoicingsdk.sandbox;

import static io.github.invoicingsdk.sandbox.Http.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Registrations that give one type after another its code. */
class InvoiceXpressRegistrationTest {
  private static final long UNREGISTERED = 146_110;
  private static final int REGISTERED_TYPES = 11;

  private final Sandbox sandbox = Sandbox.start();
  private final Http http = new Http(sandbox);
  private final InvoiceXpressAccount account = sandbox.invoiceXpress();

  @BeforeEach
  void register_type_by_type() {
    account.registerTypeByType(true);
  }

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void registering_gives_one_type_its_code_with_each_request() {
    assertThat(register().body()).containsOnlyOnce("\"ABCD");
    assertThat(types()).containsExactly("invoice");

    for (int registered = 2; registered <= REGISTERED_TYPES; registered++) {
      String read = call("GET", "/sequences/146110.json").body();
      assertThat(read.split("\"ABCD", -1)).hasSize(registered + 1);
      assertThat(types()).hasSize(registered);
    }
    assertThat(account.validationCodes(UNREGISTERED)).doesNotContainValue("N/D");
  }

  @Test
  void creating_gives_one_type_its_code_with_each_request() {
    HttpResponse<String> created = create("2027");

    assertThat(created.statusCode()).isEqualTo(201);
    assertThat(created.body()).containsOnlyOnce("\"ABCD");
    long id = json(created).getAsJsonObject("sequence").get("id").getAsLong();
    call("GET", "/sequences.json");
    assertThat(types(id)).containsExactly("invoice", "invoice_receipt");
  }

  @Test
  void nothing_else_is_registered_or_created_meanwhile() {
    register();

    assertThat(register().body()).contains("\"008\"");
    assertThat(create("2027").body()).contains("\"006\"");
    assertThat(types()).hasSize(3);

    for (int request = 3; request < REGISTERED_TYPES; request++) {
      call("GET", "/sequences.json");
    }
    assertThat(register().body()).contains("\"005\"");
    assertThat(create("2027").statusCode()).isEqualTo(201);
  }

  @Test
  void a_partial_registration_ends_partial_and_stays_so() {
    account.registerNextWithout("invoice", "quote");
    register();
    assertThat(types()).containsExactly("invoice_receipt");

    for (int request = 1; request < 20; request++) {
      call("GET", "/sequences.json");
    }

    assertThat(types()).hasSize(REGISTERED_TYPES - 2).doesNotContain("invoice", "quote");
    assertThat(register().statusCode()).isEqualTo(200);
    assertThat(types()).contains("invoice").doesNotContain("quote");
    assertThat(register().body()).contains("\"005\"");
    assertThat(types()).hasSize(REGISTERED_TYPES);
  }

  @Test
  void it_can_be_ended_early() {
    account.registerNextWithout("quote");
    register();

    account.finishRegistration();

    assertThat(types()).hasSize(REGISTERED_TYPES - 1).doesNotContain("quote");
    assertThat(create("2027").statusCode()).isEqualTo(201);
  }

  @Test
  void switching_it_off_lets_the_running_one_go_on() {
    register();

    account.registerTypeByType(false);

    assertThat(register().body()).contains("\"008\"");
    assertThat(types()).hasSize(2);
  }

  @Test
  void a_foreign_account_has_nothing_to_wait_for() {
    account.portuguese(false);
    create("2027");

    assertThat(create("2028").statusCode()).isEqualTo(201);
  }

  @Test
  void clearing_the_account_ends_it() {
    register();

    account.clear();

    assertThat(create("2027").statusCode()).isEqualTo(201);
  }

  private List<String> types() {
    return types(UNREGISTERED);
  }

  private List<String> types(long id) {
    return account.validationCodes(id).entrySet().stream()
        .filter(code -> !List.of("N/D", "N/A").contains(code.getValue()))
        .map(code -> code.getKey())
        .toList();
  }

  private HttpResponse<String> register() {
    return call("PUT", "/sequences/" + UNREGISTERED + "/register.json");
  }

  private HttpResponse<String> create(String name) {
    return http.invoiceXpress(
        "POST", "/sequences.json", "{\"sequence\":{\"serie\":\"" + name + "\"}}");
  }

  private HttpResponse<String> call(String method, String path) {
    return http.invoiceXpress(method, path);
  }
}
