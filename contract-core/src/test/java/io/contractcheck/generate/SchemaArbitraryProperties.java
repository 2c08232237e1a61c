package io.contractcheck.generate;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.schema.Schema;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A schema's values as a user of jqwik draws them. */
class SchemaArbitraryProperties {
    private static final Schema BOOK = Schema.parse("""
            {"type": "object", "required": ["title"], "properties": {
              "title": {"type": "string", "minLength": 1, "maxLength": 40}, "pages": {"type": "integer", "minimum": 1}}}
            """);

    @Provide
    Arbitrary<JsonNode> books() {
        return Generators.valid(BOOK);
    }

    @Property(tries = 100)
    boolean a_book_has_a_title(@ForAll("books") JsonNode book) {
        return BOOK.accepts(book) && !book.get("title").textValue().isEmpty();
    }

    @Property(tries = 50)
    boolean combinators_of_jqwik_take_it(@ForAll("titles") String title) {
        return !title.isEmpty();
    }

    @Provide
    Arbitrary<String> titles() {
        return Generators.valid(BOOK).map(book -> book.get("title").textValue()).filter(t -> t.length() < 1000);
    }
}
