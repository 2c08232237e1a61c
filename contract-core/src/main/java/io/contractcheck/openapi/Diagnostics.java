package io.contractcheck.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.json.Json;
import io.contractcheck.json.Located;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.converter.SwaggerConverter;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What swagger-parser has to say of a document. It sees the text alone, without references to other documents, and of documents longer
 * than five million characters it is not asked: it would need too much memory.
 */
final class Diagnostics {
    private static final int LONGEST = 5_000_000;
    private static final int MOST = 50;

    private Diagnostics() {}

    static List<String> of(Located root, SpecVersion spec) {
        if (room(root.node(), LONGEST) < 0) {
            return List.of();
        }
        String text = Json.write(root.node());
        Set<String> messages = new LinkedHashSet<>();
        try {
            List<String> found = parse(text, spec).getMessages();
            if (found != null) {
                found.stream()
                        .filter(message -> message != null && !message.isBlank())
                        .forEach(messages::add);
            }
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            return List.of("swagger-parser could not look at the document: " + e);
        }
        List<String> bounded = new ArrayList<>(messages.stream().limit(MOST).toList());
        if (messages.size() > MOST) {
            bounded.add("and " + (messages.size() - MOST) + " more of swagger-parser's messages");
        }
        return bounded;
    }

    /** What a tree leaves of a number of characters, roughly; negative as soon as it is too long. */
    private static long room(JsonNode node, long characters) {
        long left = characters - (node.isValueNode() ? node.asText().length() : 2);
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            left = left < 0
                    ? left
                    : room(field.getValue(), left - field.getKey().length() - 4);
        }
        if (node.isArray()) {
            for (int i = 0; i < node.size() && left >= 0; i++) {
                left = room(node.get(i), left - 1);
            }
        }
        return left;
    }

    private static SwaggerParseResult parse(String text, SpecVersion spec) {
        ParseOptions options = new ParseOptions();
        options.setResolve(false);
        return spec == SpecVersion.SWAGGER_2_0
                ? new SwaggerConverter().readContents(text, List.of(), options)
                : new OpenAPIV3Parser().readContents(text, List.of(), options);
    }
}
