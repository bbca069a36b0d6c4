/** Sends requests by OkHttp, each at most once. */
@NullMarked
package io.github.invoicingsdk.internal.okhttp;

import org.jspecify.annotations.NullMarked;
