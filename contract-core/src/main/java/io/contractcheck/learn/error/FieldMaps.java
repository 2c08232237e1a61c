package io.contractcheck.learn.error;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Sentences by the names of fields, perhaps nested: Laravel, Rails, ASP.NET, Django REST framework, marshmallow, Flask-RESTful and
 * Symfony's forms.
 */
final class FieldMaps implements Family {
    private static final int LEVELS = 6;
    private static final List<String> WRAPPERS = List.of(
            "errors",
            "error",
            "messages",
            "message",
            "fields",
            "detail",
            "details",
            "non_field_errors",
            "children",
            "data");

    @Override
    public List<Complaint> read(JsonNode body) {
        List<Complaint> complaints = new ArrayList<>();
        if (body.isObject()) {
            walk(body, List.of(), LEVELS, complaints);
        }
        return complaints;
    }

    private static void walk(JsonNode object, List<String> path, int levels, List<Complaint> into) {
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            boolean wrapper = WRAPPERS.contains(member.getKey());
            List<String> inner = new ArrayList<>(path);
            if (!wrapper) {
                inner.addAll(Where.at(member.getKey()).steps());
            }
            JsonNode value = member.getValue();
            if (value.isObject() && levels > 0) {
                walk(value, inner, levels - 1, into);
            } else if (value.isArray()) {
                value.forEach(sentence -> sentence(sentence, inner, into));
            } else if (!path.isEmpty() || object.size() == 1 || !wrapper) {
                sentence(value, inner, into);
            }
        }
    }

    private static void sentence(JsonNode sentence, List<String> path, List<Complaint> into) {
        if (sentence.isTextual() && !path.isEmpty()) {
            List<Claim> claims = Words.claims(sentence.textValue());
            if (!claims.isEmpty()) {
                into.add(new Complaint(Where.from(path), claims, sentence.textValue()));
            }
        }
    }
}
