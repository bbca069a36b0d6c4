package io.github.invoicingsdk.internal.http;

import feign.Client;

/**
 * A transport of the SDK's own over another library: it sends every write at most once, names
 * failures by what they prove, and hands bodies on as they are on the wire.
 */
public interface VerifiedTransport extends Client {}
