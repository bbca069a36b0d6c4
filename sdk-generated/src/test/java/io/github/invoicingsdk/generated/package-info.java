/** Tests of the code that is generated from the real specs. */
@NullMarked
package io.github.invoicingsdk.generated;

import org.jspecify.annotations.NullMarked;
