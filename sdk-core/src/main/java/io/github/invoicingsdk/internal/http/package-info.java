/** The request pipeline: decorators of {@link feign.Client} and the transport below them. */
@NullMarked
package io.github.invoicingsdk.internal.http;

import org.jspecify.annotations.NullMarked;
