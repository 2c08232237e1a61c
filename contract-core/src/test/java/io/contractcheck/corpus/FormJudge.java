package io.contractcheck.corpus;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.openapi.MediaTypeContent;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** URL-encoded forms of scalars and of arrays of them. */
final class FormJudge {
    private final RawSchemas schemas;
    private final PlainDecoder decoder;

    FormJudge(RawSchemas schemas, Harrel harrel) {
        this.schemas = schemas;
        this.decoder = new PlainDecoder(schemas, harrel);
    }

    Opinion judge(MediaTypeContent content, byte[] body) {
        JsonPointer schema = content.source().pointer().appendProperty("schema");
        if (!schemas.raw(schema).isObject()) {
            return new Opinion.Unknown("a form without a schema of its own");
        }
        if (!content.source().node().path("encoding").isEmpty()) {
            return new Opinion.Unknown("a form with encodings");
        }
        Map<String, List<String>> members = new LinkedHashMap<>();
        for (String pair : new String(body, StandardCharsets.US_ASCII).split("&")) {
            String[] both = pair.split("=", 2);
            members.computeIfAbsent(decode(both[0]), n -> new ArrayList<>())
                    .add(both.length == 1 ? "" : decode(both[1]));
        }
        try {
            if (decoder.composed(schema) || !simple(schema, members.keySet())) {
                return new Opinion.Unknown("a form with values inside values");
            }
            List<JsonNode> values = decoder.objects(schema, members);
            return decoder.any(schema, values);
        } catch (RawSchemas.Untranslatable e) {
            return new Opinion.Unknown(String.valueOf(e.getMessage()));
        }
    }

    private boolean simple(JsonPointer schema, Set<String> names) {
        JsonPointer target = schemas.target(schema);
        for (String name : names) {
            JsonPointer own = target.appendProperty("properties").appendProperty(name);
            JsonPointer rule = schemas.raw(own).isMissingNode() ? target.appendProperty("additionalProperties") : own;
            if (schemas.raw(rule).isObject() && !scalar(rule)) {
                JsonPointer items = schemas.target(rule).appendProperty("items");
                if (!decoder.types(rule).equals(Set.of("array"))
                        || !schemas.raw(items).isObject()
                        || !scalar(items)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean scalar(JsonPointer schema) {
        Set<String> types = decoder.types(schema);
        return !decoder.composed(schema) && !types.isEmpty() && !types.contains("object") && !types.contains("array");
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
