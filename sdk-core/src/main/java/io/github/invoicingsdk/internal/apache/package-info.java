/** Sends requests by the Apache HttpClient, each at most once. */
@NullMarked
package io.github.invoicingsdk.internal.apache;

import org.jspecify.annotations.NullMarked;
