/**
 * Makes the clients for InvoiceXpress and iDoklad beans of a Spring Boot application: one for each
 * account that the configuration properties below {@code invoicing} name.
 *
 * <pre>{@code
 * invoicing:
 *   invoicexpress:
 *     accounts:
 *       acme:
 *         account-name: acme
 *         api-key: ${INVOICEXPRESS_API_KEY}
 * }</pre>
 *
 * <p>{@link io.github.invoicingsdk.springboot.InvoicingAutoConfiguration} says which beans there
 * are, {@link io.github.invoicingsdk.springboot.InvoicingHealthAutoConfiguration} what the
 * application's health says of them, {@link
 * io.github.invoicingsdk.springboot.InvoicingSanitizingAutoConfiguration} keeps their secrets out
 * of the actuator's endpoints, {@link
 * io.github.invoicingsdk.springboot.InvoicingJacksonAutoConfiguration} lets the application's own
 * JSON have models in it, and {@link io.github.invoicingsdk.springboot.InvoicingClientCustomizer}
 * changes what no property changes.
 *
 * <p>It works with Spring Boot 3 and 4, and is tested with 3.5, 4.0 and 4.1.
 *
 * <p>No hints for native images are needed beside those that Spring Boot derives itself. As with
 * every bean that depends on properties, the accounts of a native image are those that were
 * configured when it was built; their settings are read when it starts.
 */
@NullMarked
package io.github.invoicingsdk.springboot;

import org.jspecify.annotations.NullMarked;
