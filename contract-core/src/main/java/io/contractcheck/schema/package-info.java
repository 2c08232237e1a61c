/** A JSON Schema in its dialect, its string formats, and the violations of an instance. */
@NullMarked
package io.contractcheck.schema;

import org.jspecify.annotations.NullMarked;
