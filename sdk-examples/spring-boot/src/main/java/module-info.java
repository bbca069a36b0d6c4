/** Clients for InvoiceXpress and iDoklad as beans of a Spring Boot application. */
// Spring's modules are automatic ones whose names are fixed in their manifests.
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"})
module io.github.invoicingsdk.springboot {
  requires transitive io.github.invoicingsdk.core;
  requires spring.beans;
  requires spring.boot;
  requires spring.boot.autoconfigure;
  requires spring.context;
  requires spring.core;
  requires static com.fasterxml.jackson.databind;
  requires static io.opentelemetry.api;
  requires static micrometer.core;
  requires static org.slf4j;
  requires static spring.boot.actuator;
  requires static spring.boot.actuator.autoconfigure;
  requires static spring.boot.health;
  requires static tools.jackson.databind;

  exports io.github.invoicingsdk.springboot;

  // Spring creates what is package-private.
  opens io.github.invoicingsdk.springboot;
}
