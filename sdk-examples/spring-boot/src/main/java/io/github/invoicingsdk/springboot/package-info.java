/**
 * Makes the clients for InvoiceXpress and iDoklad beans of a Spring Boot 3 application: one for
 * each account that the configuration properties below {@code invoicing} name.
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
 * application's health says of them, and {@link
 * io.github.invoicingsdk.springboot.InvoicingClientCustomizer} changes what no property changes.
 *
 * <p>No hints for native images are needed beside those that Spring Boot derives itself. As with
 * every bean that depends on properties, the accounts of a native image are those that were
 * configured when it was built; their settings are read when it starts.
 */
@NullMarked
package io.github.invoicingsdk.springboot;

import org.jspecify.annotations.NullMarked;
