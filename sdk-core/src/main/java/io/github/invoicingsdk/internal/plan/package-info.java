/** Work of several requests, described once and carried out with or without a waiting thread. */
@NullMarked
package io.github.invoicingsdk.internal.plan;

import org.jspecify.annotations.NullMarked;
