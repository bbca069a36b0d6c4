/** The simulated InvoiceXpress account: its state, and one class per resource. */
@NullMarked
package io.github.invoicingsdk.sandbox.internal.invoicexpress;

import org.jspecify.annotations.NullMarked;
