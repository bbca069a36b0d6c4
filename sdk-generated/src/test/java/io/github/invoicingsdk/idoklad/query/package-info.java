/** Tests of the filters and sort orders for iDoklad's lists. */
@NullMarked
package io.github.invoicingsdk.idoklad.query;

import org.jspecify.annotations.NullMarked;
