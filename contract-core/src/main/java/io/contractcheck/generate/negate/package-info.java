/**
 * Random invalid values of a schema: valid but for one rule, anywhere in the value.
 *
 * <pre>{@code
 * Schema schema = Schema.parse("{\"type\": \"string\", \"maxLength\": 80}");
 * InvalidValue value = InvalidValues.of(schema).generator(1000).next(new Random(1)).value();
 * }</pre>
 */
@NullMarked
package io.contractcheck.generate.negate;

import org.jspecify.annotations.NullMarked;
