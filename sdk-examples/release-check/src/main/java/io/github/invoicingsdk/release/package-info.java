/**
 * What the changes since the last release do to those who use the SDK: compares specs and Java API
 * with what was released, and says which version the next release must have.
 */
@NullMarked
package io.github.invoicingsdk.release;

import org.jspecify.annotations.NullMarked;
