package io.contractcheck.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DocumentsTest {
    private static final URI ROOT = URI.create("mem://api/v1/shop.yaml");

    private static Located root(Map<String, String> contents) {
        return new Documents(uri -> {
                    String text = contents.get(uri.toString().replaceFirst(".*/v1/", ""));
                    if (text == null) {
                        throw new IOException("no file " + uri.getPath().replaceFirst(".*/", ""));
                    }
                    return text.getBytes(StandardCharsets.UTF_8);
                })
                .root(ROOT);
    }

    private static Located root(String shop) {
        return root(Map.of("shop.yaml", shop));
    }

    @Test
    void a_reference_into_the_same_document_is_followed_by_pointer() {
        Located root = root("a: {$ref: '#/b/x~1y~0z/1'}\nb: {x/y~z: [0, found]}");
        Located target = root.get("a").resolve();
        assertThat(target.node().textValue()).isEqualTo("found");
        assertThat(target.describe()).isEqualTo("shop.yaml#/b/x~1y~0z/1");
    }

    @Test
    void fragments_are_percent_decoded() {
        assertThat(root("a: {$ref: '#/b/caf%C3%A9%20~1x'}\nb: {café /x: 1}")
                        .get("a")
                        .resolve()
                        .node()
                        .intValue())
                .isEqualTo(1);
        assertThat(root("a: {$ref: '#/b/100%'}\nb: {100%: 1}")
                        .get("a")
                        .resolve()
                        .node()
                        .intValue())
                .isEqualTo(1);
        assertThat(root("a: {$ref: '#/b/x%20y'}\nb: {x%20y: 1}")
                        .get("a")
                        .resolve()
                        .node()
                        .intValue())
                .isEqualTo(1);
        assertThat(root("a: {$ref: '#/b/Map«string,<T>»'}\nb: {'Map«string,<T>»': 1}")
                        .get("a")
                        .resolve()
                        .node()
                        .intValue())
                .isEqualTo(1);
    }

    @Test
    void references_lead_through_other_documents_relative_to_where_they_stand() {
        Located target = root(Map.of(
                        "shop.yaml", "a: {$ref: 'models/book.yaml#/Book'}",
                        "models/book.yaml", "Book: {$ref: '../common.json#/defs/Thing'}",
                        "common.json", "{\"defs\": {\"Thing\": {\"type\": \"object\"}}}"))
                .get("a")
                .resolve();
        assertThat(target.describe()).isEqualTo("common.json#/defs/Thing");
    }

    @Test
    void a_missing_document_is_named() {
        assertThatThrownBy(() -> root("paths: {/x: {$ref: 'models.yaml#/X'}}")
                        .get("paths")
                        .get("/x")
                        .resolve())
                .isInstanceOf(ReferenceException.class)
                .hasMessage("shop.yaml#/paths/~1x: $ref 'models.yaml#/X' leads nowhere: no file models.yaml");
    }

    @Test
    void a_missing_member_is_named_with_the_last_place_that_is_there() {
        assertThatThrownBy(() -> root(Map.of(
                                "shop.yaml", "a: {$ref: 'models.yaml#/components/schemas/Foo/x'}",
                                "models.yaml", "components: {schemas: {Bar: {}}}"))
                        .get("a")
                        .resolve())
                .isInstanceOf(ReferenceException.class)
                .hasMessage("shop.yaml#/a: $ref 'models.yaml#/components/schemas/Foo/x' leads nowhere:"
                        + " no member 'Foo' at models.yaml#/components/schemas");
    }

    @Test
    void circles_are_refused() {
        Located root = root("a: {$ref: '#/b'}\nb: {$ref: '#/c'}\nc: {$ref: '#/b'}");
        assertThatThrownBy(() -> root.get("a").resolve())
                .isInstanceOf(ReferenceException.class)
                .hasMessage("shop.yaml#/a: $ref '#/b' leads nowhere: it is a circle");
    }

    @Test
    void a_property_named_ref_is_no_reference() {
        Located properties = root("properties: {$ref: {type: string}}").get("properties");
        assertThat(properties.resolve()).isSameAs(properties);
    }

    @Test
    void anchors_are_found_wherever_they_stand() {
        Located root = root(Map.of(
                "shop.yaml",
                        "openapi: 3.1.0\na: {$ref: '#here'}\nb: {$ref: 'm.yaml#there'}\nx: [{$anchor: here, v: 1}]",
                "m.yaml", "$id: 'https://example.com/m'\ny: {$anchor: there, v: 2}"));
        assertThat(root.get("a").resolve().get("v").node().intValue()).isEqualTo(1);
        assertThat(root.get("b").resolve().get("v").node().intValue()).isEqualTo(2);
        assertThatThrownBy(() -> root.documents().resolve(root, "#nowhere"))
                .isInstanceOf(ReferenceException.class)
                .hasMessageContaining("no $anchor 'nowhere' in shop.yaml#");
    }

    @Test
    void ids_are_addresses_and_bases() {
        Located root = root("""
                openapi: 3.1.0
                s:
                  $id: https://example.com/book
                  properties:
                    author: {$ref: '#/$defs/name'}
                    shop: {$ref: '#/t'}
                    other: {$ref: 'author'}
                  $defs: {name: {type: string}}
                t: {$ref: 'https://example.com/book#/$defs/name'}
                u: {$id: 'https://example.com/author', type: object}
                """);
        Located properties = root.get("s").get("properties");
        assertThat(root.get("t").resolve().pointer().toString()).isEqualTo("/s/$defs/name");
        assertThat(properties.get("author").resolve().pointer().toString()).isEqualTo("/s/$defs/name");
        assertThat(properties.get("shop").resolve().pointer().toString()).isEqualTo("/s/$defs/name");
        assertThat(properties.get("other").resolve().pointer().toString()).isEqualTo("/u");
    }

    @Test
    void each_document_is_read_once_even_when_it_fails() {
        AtomicInteger reads = new AtomicInteger();
        Documents documents = new Documents(uri -> {
            reads.incrementAndGet();
            throw new IOException("gone");
        });
        assertThatThrownBy(() -> documents.root(ROOT))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("gone");
        assertThatThrownBy(() -> documents.root(ROOT))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("gone");
        assertThat(reads).hasValue(1);
    }

    @Test
    void syntax_errors_name_source_line_and_column() {
        assertThatThrownBy(() -> root("{\n  \"a\": \"b\n}"))
                .isInstanceOf(JsonException.class)
                .hasMessageStartingWith("shop.yaml is no YAML: ")
                .hasMessageContaining("line 3");
        assertThatThrownBy(() -> new Documents(uri -> "{\n  \"a\" 1}".getBytes(StandardCharsets.UTF_8))
                        .root(URI.create("mem:/x.json")))
                .isInstanceOf(JsonException.class)
                .hasMessageStartingWith("x.json is no JSON: ")
                .hasMessageContaining("(line 2, column ");
    }

    @Test
    void content_not_its_name_decides_between_json_and_yaml() {
        assertThat(root("[1, 2]").node()).hasSize(2);
        assertThat(root("{a: b, c: [d,],}").node()).hasSize(2);
        assertThat(new Documents(uri -> "a: 1".getBytes(StandardCharsets.UTF_8))
                        .root(URI.create("mem:/x.json"))
                        .get("a")
                        .node()
                        .intValue())
                .isEqualTo(1);
    }

    @Test
    void byte_order_marks_and_utf_16_are_understood() {
        for (String text : new String[] {"{\"a\": \"ä\"}", "\uFEFF{\"a\": \"ä\"}", "\uFEFFa: ä"}) {
            for (String charset : new String[] {"UTF-8", "UTF-16LE", "UTF-16BE"}) {
                byte[] bytes = text.getBytes(Charset.forName(charset));
                assertThat(new Documents(uri -> bytes)
                                .root(ROOT)
                                .get("a")
                                .node()
                                .textValue())
                        .isEqualTo("ä");
            }
        }
    }

    @Test
    void a_replaced_document_still_refers_to_the_others() {
        Located root = root(Map.of("shop.yaml", "a: 1", "m.yaml", "x: 7"));
        Located replaced = root.documents()
                .replace(ROOT, Json.parse("{\"b\": {\"$ref\": \"m.yaml#/x\"}}"))
                .root(ROOT);
        assertThat(replaced.get("b").resolve().node().intValue()).isEqualTo(7);
    }

    @Test
    void a_single_tree_refers_to_itself_only() {
        Located root = Documents.of(
                        ROOT, Json.parse("{\"a\": {\"$ref\": \"#/b\"}, \"b\": 1, \"c\": {\"$ref\": \"x.yaml\"}}"))
                .root(ROOT);
        assertThat(root.get("a").resolve().node().intValue()).isEqualTo(1);
        assertThatThrownBy(() -> root.get("c").resolve())
                .isInstanceOf(ReferenceException.class)
                .hasMessageContaining("this one document only");
    }

    @Test
    void places_are_equal_when_document_pointer_and_node_are() {
        Located root = root("a: {b: 1}");
        assertThat(root.get("a").get("b"))
                .isEqualTo(root.get("a").get("b"))
                .hasSameHashCodeAs(root.get("a").get("b"));
        assertThat(root.get("a")).isNotEqualTo(root.get("a").with(Json.parse("{}")));
    }
}
