/**
 * The deterministic walk over one schema: the values on and just beyond its bounds, each with a proven label.
 *
 * <pre>{@code
 * SchemaWalk.of(Schema.parse("{\"type\": \"string\", \"maxLength\": 80}"))
 *         .forEach(walked -> System.out.println(walked.valid() + " " + walked.description()));
 * }</pre>
 */
@NullMarked
package io.contractcheck.generate.walk;

import org.jspecify.annotations.NullMarked;
