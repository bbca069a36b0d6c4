/**
 * Issuing documents at most once: what becomes of it, and the journal that outlives a process.
 *
 * <p>The same types serve every provider.
 */
@NullMarked
package io.github.invoicingsdk.issuing;

import org.jspecify.annotations.NullMarked;
