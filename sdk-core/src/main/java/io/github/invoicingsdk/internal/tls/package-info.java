/** Watches TLS connections, to know what a failed handshake proves. */
@NullMarked
package io.github.invoicingsdk.internal.tls;

import org.jspecify.annotations.NullMarked;
