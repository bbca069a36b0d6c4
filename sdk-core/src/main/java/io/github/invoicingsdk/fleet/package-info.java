/**
 * What machines that work for one account can share: its rate limit, its access token, and the
 * count of its calls.
 */
@NullMarked
package io.github.invoicingsdk.fleet;

import org.jspecify.annotations.NullMarked;
