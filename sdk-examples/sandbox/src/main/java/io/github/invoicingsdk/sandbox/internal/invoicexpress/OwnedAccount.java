package io.github.invoicingsdk.sandbox.internal.invoicexpress;

import org.jspecify.annotations.Nullable;

/** An account that the key can see: its own one, or one that was created with it. */
record OwnedAccount(
    long id,
    String organizationName,
    @Nullable String fiscalId,
    String email,
    boolean trial,
    boolean taxAuthorityConfigured) {}
