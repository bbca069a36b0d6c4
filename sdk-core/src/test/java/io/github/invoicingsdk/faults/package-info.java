/** Faults of servers and networks, each tried for reads and writes of every provider. */
@NullMarked
package io.github.invoicingsdk.faults;

import org.jspecify.annotations.NullMarked;
