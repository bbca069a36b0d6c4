/** Reading the providers' error bodies and turning failures into the SDK's exceptions. */
@NullMarked
package io.github.invoicingsdk.internal.error;

import org.jspecify.annotations.NullMarked;
