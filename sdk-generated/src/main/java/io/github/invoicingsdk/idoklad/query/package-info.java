/**
 * Filters and sort orders for the lists of iDoklad.
 *
 * <p>The generated constants of a list (one per field that the provider can filter or sort by) are
 * the starting point: {@code DOCUMENT_TYPE.isEqualTo(x).and(IS_DEFAULT.isEqualTo(true))}. API
 * version 3 takes a {@link io.github.invoicingsdk.idoklad.query.Filter Filter} and a {@link
 * io.github.invoicingsdk.idoklad.query.Sort Sort}; API version 2 has a poorer grammar of its own
 * and takes a {@link io.github.invoicingsdk.idoklad.query.LegacyFilter LegacyFilter} and a {@link
 * io.github.invoicingsdk.idoklad.query.LegacySort LegacySort}. They are different types, so the
 * compiler refuses the one where the other is meant.
 *
 * <p>Every type here is immutable and safe for use by several threads. Values cannot break out of
 * their term: text is sent as Base64 in version 3 and refused in version 2 where it holds a
 * character of the grammar.
 */
@NullMarked
package io.github.invoicingsdk.idoklad.query;

import org.jspecify.annotations.NullMarked;
