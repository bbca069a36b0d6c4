/** Getting, keeping and attaching the access tokens of OAuth 2. */
@NullMarked
package io.github.invoicingsdk.internal.auth;

import org.jspecify.annotations.NullMarked;
