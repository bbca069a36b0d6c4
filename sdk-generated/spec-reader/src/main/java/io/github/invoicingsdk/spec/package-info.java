/**
 * Reads the specs, once for everything that reads them: the house rules, the table of operations,
 * the site, the tests of the generated code and the release check.
 */
@NullMarked
package io.github.invoicingsdk.spec;

import org.jspecify.annotations.NullMarked;
