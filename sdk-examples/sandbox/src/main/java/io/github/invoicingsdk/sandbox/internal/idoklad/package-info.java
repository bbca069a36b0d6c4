/** The simulated iDoklad agenda: its state, its token endpoint, and one class per resource. */
@NullMarked
package io.github.invoicingsdk.sandbox.internal.idoklad;

import org.jspecify.annotations.NullMarked;
