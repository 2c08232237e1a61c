package io.contractcheck.json;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One document in memory, with the places that have names of their own: {@code $id}, {@code $anchor}. */
final class Document {
    private static final List<String> VALUES = List.of("example", "examples", "default", "enum", "const");

    final URI uri;
    final JsonNode root;
    private final AtomicReference<@Nullable Names> names = new AtomicReference<>();

    Document(URI uri, JsonNode root) {
        this.uri = uri;
        this.root = root;
    }

    /**
     * JSON or YAML, whichever the content is.
     *
     * @throws JsonException if it is neither; the message names the source, the line and the column
     */
    static Document parse(URI uri, byte[] content) {
        String text = decode(content);
        String path = String.valueOf(uri.getPath() == null ? uri.getSchemeSpecificPart() : uri.getPath());
        String name = path.substring(path.lastIndexOf('/') + 1);
        String start = text.stripLeading();
        boolean json = start.startsWith("{") || start.startsWith("[");
        if (!json) {
            return new Document(uri, yaml(name, text));
        }
        try {
            return new Document(uri, Json.parse(text));
        } catch (JsonException e) {
            JsonException error = new JsonException(name + " is no JSON: " + e.getMessage(), e);
            try {
                return new Document(uri, yaml(name, text));
            } catch (JsonException asYaml) {
                throw name.matches("(?i).*\\.ya?ml") ? asYaml : error;
            }
        }
    }

    private static JsonNode yaml(String name, String text) {
        try {
            return Yaml.parse(text);
        } catch (JsonException e) {
            throw new JsonException(name + " is no YAML: " + e.getMessage(), e);
        }
    }

    /** By byte order mark, else by where the zeros of an ASCII start are, else UTF-8. */
    private static String decode(byte[] bytes) {
        int first = bytes.length > 0 ? bytes[0] & 0xFF : -1;
        int second = bytes.length > 1 ? bytes[1] & 0xFF : -1;
        Charset charset = StandardCharsets.UTF_8;
        if (first == 0xFE && second == 0xFF || first == 0 && second > 0) {
            charset = StandardCharsets.UTF_16BE;
        } else if (first == 0xFF && second == 0xFE || first > 0 && second == 0) {
            charset = StandardCharsets.UTF_16LE;
        }
        String text = new String(bytes, charset);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    Names names() {
        Names known = names.get();
        if (known == null) {
            known = named() ? Names.in(this) : Names.NONE;
            names.set(known);
        }
        return known;
    }

    /** Before OpenAPI 3.1 schemas knew neither {@code $id} nor {@code $anchor}. */
    private boolean named() {
        return !root.has("swagger") && !root.path("openapi").asText().startsWith("3.0");
    }

    /**
     * The places with names.
     *
     * @param resources by absolute URI, without fragment
     * @param anchors by absolute URI, with fragment
     */
    record Names(Map<URI, JsonPointer> resources, Map<String, JsonPointer> anchors) {
        static final Names NONE = new Names(Map.of(), Map.of());

        static Names in(Document document) {
            Names names = new Names(new LinkedHashMap<>(), new LinkedHashMap<>());
            names.scan(document.root, document.uri, JsonPointer.empty());
            return names;
        }

        private void scan(JsonNode node, URI base, JsonPointer at) {
            URI inner = base;
            if (node.path("$id").isTextual()) {
                inner = References.resolve(
                        base, References.beforeFragment(node.path("$id").textValue()));
                resources.putIfAbsent(inner, at);
            }
            for (String keyword : new String[] {"$anchor", "$dynamicAnchor"}) {
                if (node.path(keyword).isTextual()) {
                    anchors.putIfAbsent(inner + "#" + node.path(keyword).textValue(), at);
                }
            }
            if (node.isArray()) {
                for (int i = 0; i < node.size(); i++) {
                    if (node.get(i).isContainerNode()) {
                        scan(node.get(i), inner, at.appendIndex(i));
                    }
                }
            }
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                if (field.getValue().isContainerNode() && !VALUES.contains(field.getKey())) {
                    scan(field.getValue(), inner, at.appendProperty(field.getKey()));
                }
            }
        }

        /** The innermost resource around a place; the document itself if there is none. */
        URI around(URI document, JsonPointer at) {
            URI innermost = document;
            int length = -1;
            for (Map.Entry<URI, JsonPointer> resource : resources.entrySet()) {
                String start = resource.getValue().toString();
                String whole = at.toString();
                boolean inside = whole.startsWith(start)
                        && (whole.length() == start.length() || whole.charAt(start.length()) == '/');
                if (inside && start.length() > length) {
                    innermost = resource.getKey();
                    length = start.length();
                }
            }
            return innermost;
        }
    }
}
