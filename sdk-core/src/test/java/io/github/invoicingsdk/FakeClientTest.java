package io.github.invoicingsdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import io.github.invoicingsdk.invoicexpress.RegistrationResult;
import io.github.invoicingsdk.invoicexpress.api.SequencesApi;
import io.github.invoicingsdk.invoicexpress.model.Sequence;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;

/** That a program's tests can put something of their own in place of a client. */
class FakeClientTest {

  private static final Sequence SEQUENCE = Sequence.builder().id(7L).serie("2026").build();

  @Test
  void a_client_can_be_faked_by_a_proxy_of_the_jdk() {
    SequencesApi sequences = fake(SequencesApi.class, (proxy, method, arguments) -> SEQUENCE);
    try (InvoiceXpressClient client =
        fake(
            InvoiceXpressClient.class,
            (proxy, method, arguments) ->
                method.getName().equals("sequences") ? sequences : null)) {
      assertThat(client.sequences().get(7L)).isSameAs(SEQUENCE);
    }
  }

  @Test
  void the_short_forms_of_a_faked_client_lead_to_the_long_ones() {
    try (InvoiceXpressClient client =
        fake(
            InvoiceXpressClient.class,
            (proxy, method, arguments) ->
                method.isDefault()
                    ? InvocationHandler.invokeDefault(proxy, method, arguments)
                    : method.getName().equals("ensureRegistered")
                        ? new RegistrationResult.WasRegistered(SEQUENCE)
                        : null)) {
      assertThat(client.ensureRegistered(7L))
          .isEqualTo(new RegistrationResult.WasRegistered(SEQUENCE));
    }
  }

  private static <T> T fake(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
