/** Tests of the iDoklad client and its types. */
@NullMarked
package io.github.invoicingsdk.idoklad;

import org.jspecify.annotations.NullMarked;
