package io.github.invoicingsdk.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.boot.json.JsonParserFactory;

/** What an editor knows of the properties. */
class MetadataTest {

  @Test
  void every_property_has_a_type_and_a_description_in_sentences() throws IOException {
    List<Map<String, Object>> properties = properties();

    assertThat(properties)
        .extracting(property -> property.get("name"))
        .contains(
            "invoicing.client.timeout",
            "invoicing.client.retry.max-attempts",
            "invoicing.client.proxy.host",
            "invoicing.invoicexpress.accounts",
            "invoicing.idoklad.accounts",
            "invoicing.idoklad-v2.accounts",
            "invoicing.health.request",
            "invoicing.logging.enabled");
    assertThat(properties)
        .allSatisfy(
            property -> {
              assertThat((String) property.get("type")).isNotBlank().doesNotContain("@");
              assertThat((String) property.get("description")).matches("[A-Z].*\\.");
            });
  }

  @Test
  void defaults_of_the_sdk_are_not_repeated() throws IOException {
    assertThat(properties())
        .filteredOn(
            property -> String.valueOf(property.get("name")).startsWith("invoicing.client."))
        .isNotEmpty()
        .allSatisfy(property -> assertThat(property).doesNotContainKey("defaultValue"));
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> properties() throws IOException {
    try (InputStream stream =
        InvoicingProperties.class.getResourceAsStream(
            "/META-INF/spring-configuration-metadata.json")) {
      String json =
          new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
      return (List<Map<String, Object>>)
          Objects.requireNonNull(
              JsonParserFactory.getJsonParser().parseMap(json).get("properties"));
    }
  }
}
