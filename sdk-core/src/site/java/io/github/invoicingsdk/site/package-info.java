/**
 * Makes the documentation site out of the pages in {@code src/site/markdown} and the specs in
 * {@code openapi}. Part of the build; nothing of it is published.
 */
@NullMarked
package io.github.invoicingsdk.site;

import org.jspecify.annotations.NullMarked;
