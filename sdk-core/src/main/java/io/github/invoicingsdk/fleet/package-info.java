/**
 * What machines that work for one account can share: its rate limit, its access token, the count of
 * its calls, and the journal of what it issues.
 */
@NullMarked
package io.github.invoicingsdk.fleet;

import org.jspecify.annotations.NullMarked;
