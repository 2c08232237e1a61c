/**
 * From a schema to jqwik arbitraries of valid values. Usable as a library by itself:
 *
 * <pre>{@code
 * Schema book = Schema.parse("""
 *         {"type": "object", "required": ["title"],
 *          "properties": {"title": {"type": "string", "minLength": 1}, "pages": {"type": "integer", "minimum": 1}}}
 *         """);
 * JsonNode value = Generators.valid(book).generator(1000).next(new Random(42)).value();
 * }</pre>
 *
 * <p>The arbitraries need no jqwik session when they are used like this; in a {@code @Property} they are arbitraries like others.
 */
@NullMarked
package io.contractcheck.generate;

import org.jspecify.annotations.NullMarked;
