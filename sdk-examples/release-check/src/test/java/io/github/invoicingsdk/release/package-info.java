/** Tests of the release check: edits of a made-up spec, tiny jars, and the project itself. */
@NullMarked
package io.github.invoicingsdk.release;

import org.jspecify.annotations.NullMarked;
