/** OAuth2: fetching, keeping and renewing tokens. */
@NullMarked
package io.github.invoicingsdk.internal.auth;

import org.jspecify.annotations.NullMarked;
