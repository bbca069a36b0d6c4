package io.github.invoicingsdk.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.http.HttpClient;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

class ClosableHttpClientTest {

  /** As a selector thread does that needs a further thread of its client's executor. */
  @Test
  @EnabledForJreRange(max = JRE.JAVA_20, disabledReason = "later clients can be closed")
  void the_selector_thread_is_found_while_other_threads_join_its_group() throws Exception {
    CountDownLatch built = new CountDownLatch(1);
    HttpClient.Builder builder = HttpClient.newBuilder();
    HttpClient.Builder withForeignThread =
        (HttpClient.Builder)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {HttpClient.Builder.class},
                (proxy, method, arguments) -> {
                  Thread foreign = new Thread(() -> await(built), "foreign");
                  foreign.setDaemon(true);
                  foreign.start();
                  try {
                    return method.invoke(builder, arguments);
                  } catch (InvocationTargetException e) {
                    throw e.getCause();
                  }
                });

    ClosableHttpClient client = ClosableHttpClient.build(withForeignThread);
    built.countDown();

    assertThat(client.selector()).isNotNull();
    Thread selector = Objects.requireNonNull(client.selector());
    client.closeNow();
    assertThat(selector.isAlive()).isFalse();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
