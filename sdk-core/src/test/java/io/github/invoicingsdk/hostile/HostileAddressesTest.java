package io.github.invoicingsdk.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.invoicingsdk.fixture.LeakScan;
import io.github.invoicingsdk.fixture.MarkedSecret;
import io.github.invoicingsdk.idoklad.IdokladClient;
import io.github.invoicingsdk.idoklad.IdokladV2Client;
import io.github.invoicingsdk.internal.client.Environment;
import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Account names and addresses that would send credentials to somebody else. */
class HostileAddressesTest {

  /** Every place where an address can be set. */
  private static final Map<String, List<Consumer<URI>>> SETTERS =
      Map.of(
          "baseUrl",
          List.of(
              address -> InvoiceXpressClient.builder().baseUrl(address),
              address -> IdokladClient.builder().baseUrl(address),
              address -> IdokladV2Client.builder().baseUrl(address)),
          "tokenUrl",
          List.of(
              address -> IdokladClient.builder().tokenUrl(address),
              address -> IdokladV2Client.builder().tokenUrl(address)));

  private static final String LABEL_OF_63 =
      "a23456789-b23456789-c23456789-d23456789-e23456789-f23456789-abc";

  @ParameterizedTest
  @ValueSource(strings = {"acme", "ACME-2", "1", "a--b", "xn--cme-8cd", LABEL_OF_63})
  void an_account_never_leads_out_of_the_domain_of_the_provider(String account) {
    try (InvoiceXpressClient client =
        InvoiceXpressClient.builder().account(account).apiKey("k").build()) {
      assertThat(client.toString()).endsWith(".app.invoicexpress.com}");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\t",
        "-acme",
        "acme-",
        "-",
        ".",
        "..",
        "a.b",
        "acme.",
        ".acme",
        "acme.evil.example",
        "acme.app.invoicexpress.com",
        "https://acme",
        "//evil.example",
        "evil.com/",
        "evil.com#",
        "evil.com?",
        "evil.com\\",
        "user@evil",
        "acme@evil",
        "@acme",
        "acme:80",
        "acme:",
        "acme/",
        "acme/..",
        "acme\\",
        "acme#x",
        "acme?x",
        "acme;x",
        "acme%2e",
        "acme%00",
        "acme\n",
        "acme\r",
        "acme\r\nHost: evil.com",
        "acme ",
        " acme",
        "ac me",
        "a_b",
        "{acme}",
        "[::1]",
        "acme\u0000",
        "acme\u0085",
        "acme\u2028",
        // Letters that look like those of acme, or become them: Cyrillic, full-width, Kelvin sign.
        "\u0430cme",
        "\uFF41cme",
        "\u212Aelvin",
        "\u0131nvoice",
        "ac\u00e7\u00e3o",
        "acme\u0301",
        "\u0661",
        // Characters without width: space, joiner, soft hyphen, byte order mark, direction mark.
        "ac\u200Bme",
        "ac\u200Dme",
        "ac\u00ADme",
        "\uFEFFacme",
        "\u202Eemca",
        // Full stops and slashes of other scripts.
        "acme\u3002evil",
        "acme\uFF0Eevil",
        "acme\u2024evil",
        "acme\uFF0Fevil",
        "acme\u2044evil",
        "acme\uFF20evil",
        "\uD83D\uDE00",
        "\uD83D"
      })
  void an_account_that_is_no_host_label_is_refused(String account) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> InvoiceXpressClient.builder().account(account))
        .withMessageStartingWith("account is ")
        .withMessageMatching("[^\\p{Cntrl}\\u0080-\\u009F\\u2028\\u2029]+")
        .withMessageContaining("acme.app.invoicexpress.com");
  }

  @ParameterizedTest
  @ValueSource(ints = {64, 253, 100_000})
  void an_account_that_is_longer_than_a_host_label_is_refused(int length) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> InvoiceXpressClient.builder().account("a".repeat(length)))
        .withMessageContaining("account");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.test",
        "https://example.test:8443/path",
        "https://example.test:1",
        "https://example.test:65535",
        "https://xn--exmple-cua.test",
        "https://example.test/a/...",
        "https://example.test/.well-known/a..b/..c",
        "https://example.test/%252e%252e",
        "https://[2001:db8::1]/v3",
        "http://localhost:8080",
        "http://127.0.0.1",
        "http://[::1]:8080"
      })
  void an_address_that_is_clear_is_taken(String address) {
    SETTERS.forEach(
        (name, setters) ->
            setters.forEach(
                setter ->
                    assertThatCode(() -> setter.accept(URI.create(address)))
                        .doesNotThrowAnyException()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // In plain text to somebody else.
        "http://example.test",
        "http://localhost.evil.test",
        "http://127.0.0.1.evil.test",
        "http://127.0.0.1.",
        "http://localhost.",
        "http://evil.test/127.0.0.1",
        "http://127.0.0.256.test",
        "http://127.1",
        "http://2130706433",
        "http://0x7f.0.0.1",
        "http://0.0.0.0",
        "http://10.0.0.1",
        "http://[::2]",
        "http://[::]",
        "http://[1::1]",
        "http://[fe80::1]",
        "http://[2001:db8::1]",
        "http://[::ffff:10.0.0.1]",
        "http://[::ffff:127.0.0.1]",
        // Another scheme, or none, or no host.
        "ftp://127.0.0.1",
        "ws://127.0.0.1",
        "file:///etc/passwd",
        "jar:https://example.test/!/",
        "mailto:a@example.test",
        "javascript:alert(1)",
        "data:text/plain,x",
        "//example.test",
        "/path",
        "",
        "example.test",
        "example.test:443",
        "https:example.test",
        "https:/example.test",
        "https:///path",
        "https:////example.test",
        "https://:443",
        "https://under_score.test",
        "https://example..test",
        "https://-example.test",
        "https://example%2etest",
        "https://example.test%00",
        "https://example.test%23.evil.test",
        "https://ex\u0430mple.test",
        "https://\uFF45xample.test",
        "https://exa\u200Bmple.test",
        "https://exa\u00ADmple.test",
        "https://example\u3002test",
        // Another host than the one that meets the eye.
        "https://example.test@evil.test",
        "https://example.test:443@evil.test",
        "https://example.test%40evil.test",
        "https://user@example.test",
        "https://@example.test",
        "http://localhost@evil.test",
        "http://localhost:80@evil.test",
        "https://example.test.",
        "https://example.test.:443",
        "https://evil.test#@example.test",
        "https://evil.test?@example.test",
        "https://example.test?x=1",
        "https://example.test/?",
        "https://example.test#x",
        "https://example.test/#",
        // No port.
        "https://example.test:0",
        "https://example.test:65536",
        "https://example.test:2147483648",
        "https://example.test:-1",
        "https://example.test:443:443",
        // A path that ends somewhere else.
        "https://example.test/..",
        "https://example.test/../",
        "https://example.test/./v3",
        "https://example.test/a/../v3",
        "https://example.test/..;/v3",
        "https://example.test/%2e%2e/v3",
        "https://example.test/.%2E",
        "https://example.test/a%2f..%2fv3",
        "https://example.test/a%5C..",
        "https://example.test/v\u0663",
        "https://example.test/v3\u200B"
      })
  void an_address_that_is_not_is_refused_by_name(String address) {
    SETTERS.forEach(
        (name, setters) ->
            setters.forEach(
                setter ->
                    assertThatIllegalArgumentException()
                        .isThrownBy(() -> setter.accept(URI.create(address)))
                        .withMessageStartingWith(name)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https:\\\\example.test",
        "https://example.test\\@evil.test",
        "https://evil.test\\.example.test",
        "https://example.test/\\..",
        "https://exa mple.test",
        "https://example.test\r\nX-Injected: 1",
        "https://example.test\u0000",
        "https://example.test/{x}",
        "https://[::1",
        "https://example.test/%zz",
        "://example.test",
        "https://user:MARKED-SECRET@exa mple.test"
      })
  void a_variable_that_holds_no_address_is_named_and_not_shown(String value) {
    for (String variable : List.of("IDOKLAD_BASE_URL", "IDOKLAD_TOKEN_URL")) {
      Environment environment = new Environment(Map.of(variable, value));

      Throwable failure = catchThrowable(() -> environment.address(variable));

      assertThat(failure).isInstanceOf(IllegalArgumentException.class);
      assertThat(failure).hasMessageContaining(variable);
      assertThat(LeakScan.of(failure)).noneMatch(text -> text.contains(value));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://user:@KEY@@example.test",
        "https://user:@KEY@%40example.test",
        "https://user:@KEY@",
        "https://@KEY@_x",
        "http://@KEY@%40example.test",
        "http://user:@KEY@@example.test",
        "ftp://@KEY@@example.test",
        "http://example.test/@KEY@",
        "http://example.test/?api_key=@KEY@",
        "https://example.test/?api_key=@KEY@",
        "https://example.test/#@KEY@",
        "https://example.test:0/@KEY@",
        "https://example.test./@KEY@",
        "https://example.test/../@KEY@",
        "https://example.test/\u00e9@KEY@",
        "https:@KEY@",
        "@KEY@:x",
        "@KEY@"
      })
  void no_refusal_shows_a_key_that_was_put_into_an_address(String template) {
    MarkedSecret key = new MarkedSecret("KeyMark", "-0-");
    URI address = URI.create(template.replace("@KEY@", key.value()));

    SETTERS.forEach(
        (name, setters) ->
            setters.forEach(setter -> assertRefusedWithout(key, () -> setter.accept(address))));
  }

  private static void assertRefusedWithout(MarkedSecret key, ThrowingCallable call) {
    Throwable failure = catchThrowable(call);

    assertThat(failure).isInstanceOf(IllegalArgumentException.class);
    assertThat(LeakScan.of(failure)).allSatisfy(text -> assertThat(key.marksIn(text)).isEmpty());
  }
}
