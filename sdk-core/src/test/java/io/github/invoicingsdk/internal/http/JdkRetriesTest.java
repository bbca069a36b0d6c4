package io.github.invoicingsdk.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.invoicingsdk.Connections;
import io.github.invoicingsdk.OkHttpTransport;
import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import io.github.invoicingsdk.invoicexpress.InvoiceXpressClientBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The setting by which the JDK sends writes again. */
class JdkRetriesTest {

  private static final String PROPERTY = "jdk.httpclient.enableAllMethodRetry";

  @TempDir Path folder;

  @AfterEach
  void clear() {
    System.clearProperty(PROPERTY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "true", "TRUE"})
  void a_jvm_that_repeats_writes_is_refused_by_its_name(String value) {
    System.setProperty(PROPERTY, value);

    assertThatThrownBy(() -> client().build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(PROPERTY)
        .hasMessageContaining("Remove it");
    assertThatThrownBy(Connections::open)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(PROPERTY);
  }

  @Test
  void a_transport_that_is_not_the_jdks_is_not_concerned() {
    System.setProperty(PROPERTY, "true");

    assertThatCode(() -> client().transport(OkHttpTransport.of(new OkHttpClient())).build().close())
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"false", "no"})
  void a_jvm_that_was_told_not_to_is_taken(String value) {
    System.setProperty(PROPERTY, value);

    assertThatCode(() -> client().build().close()).doesNotThrowAnyException();
  }

  @Test
  void the_file_of_the_jdk_counts_too() throws IOException {
    Path file = folder.resolve("net.properties");
    assertThat(NetworkSettings.read(file).getProperty(PROPERTY)).isNull();

    Files.writeString(file, "http.nonProxyHosts=x\n" + PROPERTY + "=true\n");

    assertThat(NetworkSettings.read(file).getProperty(PROPERTY)).isEqualTo("true");
  }

  private static InvoiceXpressClientBuilder client() {
    return InvoiceXpressClient.builder().account("acme").apiKey("key");
  }
}
