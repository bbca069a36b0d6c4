/** What shops and their bookkeepers do with InvoiceXpress, one small program each. */
@NullMarked
package io.github.invoicingsdk.quickstart.examples;

import org.jspecify.annotations.NullMarked;
