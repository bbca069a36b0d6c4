package io.github.invoicingsdk.internal.http;

import static io.github.invoicingsdk.internal.http.TestCalls.context;
import static io.github.invoicingsdk.internal.http.TestCalls.get;
import static io.github.invoicingsdk.internal.http.TestCalls.response;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import feign.Request;
import feign.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Parameters that the stages add to the address. */
class AddressTest {

  private final List<Request> sent = new ArrayList<>();
  private final Stage recorder =
      (request, options) -> {
        sent.add(request);
        return response(request, 200, "{}");
      };

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "simple-key_1.~ | simple-key_1.~",
        "a+b/c=d | a%2Bb%2Fc%3Dd",
        "a%20b&c# d | a%2520b%26c%23%20d",
        "klíč€😀 | kl%C3%AD%C4%8D%E2%82%AC%F0%9F%98%80",
        "?x=1&api_key=2 | %3Fx%3D1%26api_key%3D2"
      })
  void the_key_is_encoded_strictly(String key, String encoded) throws Exception {
    new ApiKeyStage(recorder, key).execute(get("https://h/list.json"), context());

    assertThat(sent.get(0).url()).isEqualTo("https://h/list.json?api_key=" + encoded);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://h/l?page=2 | https://h/l?page=2&api_key=K",
        "https://h/l?api_key=old | https://h/l?api_key=K",
        "https://h/l?api_key=a&page=2&api_key=b | https://h/l?page=2&api_key=K",
        "https://h/l?api%5Fkey=old&x=%2F | https://h/l?x=%2F&api_key=K",
        "https://h/l?api_key&api_key_2=x | https://h/l?api_key_2=x&api_key=K",
        "https://h/l? | https://h/l?api_key=K",
        "https://h/l?a=1&&b=%zz | https://h/l?a=1&b=%zz&api_key=K"
      })
  void the_key_stands_in_the_query_once_and_leaves_the_rest_alone(String before, String after)
      throws Exception {
    new ApiKeyStage(recorder, "K").execute(get(before), context());

    assertThat(sent.get(0).url()).isEqualTo(after);
  }

  @Test
  void the_response_refers_to_the_request_without_the_key() throws Exception {
    Request request = get("https://h/list.json");

    BoundingStage bounding = new BoundingStage(recorder, 1000);

    Response response = new ApiKeyStage(bounding, "MARKED").execute(request, context());

    assertThat(response.request()).isSameAs(request);
    assertThat(request.url()).doesNotContain("MARKED");
    assertThat(response.toString()).doesNotContain("MARKED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \t"})
  void a_blank_key_is_refused(String key) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ApiKeyStage(recorder, key))
        .withMessageContaining("apiKey is blank");
  }

  @Test
  void the_parameters_of_the_call_are_added_in_the_order_of_their_names() throws Exception {
    Map<String, String> query = Map.of("per_page", "30", "page", "2", "filter", "a b&c");

    execute(query, "https://h/list.json?text=x");

    assertThat(sent.get(0).url())
        .isEqualTo("https://h/list.json?text=x&filter=a%20b%26c&page=2&per_page=30");
  }

  @Test
  void a_parameter_of_the_call_replaces_one_of_the_same_name() throws Exception {
    execute(Map.of("page", "3"), "https://h/list.json?page=1&per_page=10");

    assertThat(sent.get(0).url()).isEqualTo("https://h/list.json?per_page=10&page=3");
  }

  @Test
  void a_call_without_parameters_passes_its_request_on() throws Exception {
    Request request = get("https://h/list.json?text=x");

    new CompletingStage(recorder).execute(request, context());

    assertThat(sent).containsExactly(request);
  }

  private void execute(Map<String, String> query, String url) throws Exception {
    CallContext context = context(Deadline.after(TestCalls.AMPLE, Clock.system()), query);
    new CompletingStage(recorder).execute(get(url), context);
  }
}
