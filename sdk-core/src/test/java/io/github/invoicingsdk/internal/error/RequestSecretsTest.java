package io.github.invoicingsdk.internal.error;

import static org.assertj.core.api.Assertions.assertThat;

import feign.Request;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RequestSecretsTest {

  private static Set<String> of(String url, Map<String, Collection<String>> headers, String body) {
    Request request =
        Request.create(
            Request.HttpMethod.POST,
            url,
            headers,
            body.getBytes(StandardCharsets.UTF_8),
            StandardCharsets.UTF_8,
            null);
    return RequestSecrets.of(request, Set.of("permalink", "at_password"));
  }

  @Test
  void members_that_the_spec_marks_or_that_have_usual_names_are_secret_at_any_depth() {
    assertThat(
            of(
                "https://h/x",
                Map.of(),
                "{\"a\":{\"at_password\":\"one\",\"name\":\"Ana\"},\"permalink\":[\"two\"],"
                    + "\"b\":[{\"newPassword\":\"three\"},\"Bea\"],\"token\":4711,\"c\":null,"
                    + "\"secret\":{\"x\":[{\"y\":\"five\"}]},\"d\":\"Cid\"}"))
        .containsExactlyInAnyOrder("one", "two", "three", "4711", "five");
  }

  @Test
  void the_text_behind_a_base64_value_is_secret_too() {
    assertThat(of("https://h/x", Map.of(), "{\"at_password\":\"Y29ycmVjdCBob3JzZQ==\"}"))
        .containsExactlyInAnyOrder("Y29ycmVjdCBob3JzZQ==", "correct horse");
  }

  @Test
  void parameters_and_headers_with_usual_names_are_secret() {
    assertThat(
            of(
                "https://h/x?api_key=k%2B1&page=2&Access_Token=t",
                Map.of(
                    "Authorization",
                    List.of("Basic dXNlcjpwYXNzd29yZA=="),
                    "Accept",
                    List.of("application/json")),
                ""))
        .containsExactlyInAnyOrder(
            "k+1",
            "t",
            "Basic dXNlcjpwYXNzd29yZA==",
            "dXNlcjpwYXNzd29yZA==",
            "user:password",
            "password");
  }

  @Test
  void a_form_is_sent_to_get_a_token_so_that_its_values_are_secret() {
    assertThat(of("https://h", Map.of(), "grant_type=client_credentials&client_id=i%20d&scope=s"))
        .containsExactly("i d");
  }

  @Test
  void headers_of_the_caller_are_secret_unless_they_are_short_or_harmless() {
    assertThat(
            RequestSecrets.ofHeaders(
                Map.of("X-Gate", "open-sesame", "X-Flag", "true", "Accept-Language", "cs-CZ-x-y")))
        .containsExactly("open-sesame");
    assertThat(RequestSecrets.ofHeaders(Map.of("X-Token", "abc"))).containsExactly("abc");
  }

  @Test
  void a_body_that_breaks_off_gives_what_was_there() {
    assertThat(of("https://h", Map.of(), "{\"password\":\"one\",\"x\":{")).containsExactly("one");
  }
}
