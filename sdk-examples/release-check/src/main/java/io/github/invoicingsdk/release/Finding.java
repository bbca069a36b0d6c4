package io.github.invoicingsdk.release;

/**
 * One difference within an operation or a schema.
 *
 * @param impact what it does to a partner
 * @param text what is different, as a phrase
 */
record Finding(Impact impact, String text) {}
