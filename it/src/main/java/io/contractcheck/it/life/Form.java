package io.contractcheck.it.life;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contractcheck.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which bodies are taken: objects of these members and no others. */
record Form(List<Field> fields) {
    static Form of(Field... fields) {
        return new Form(List.of(fields));
    }

    /** The same with nothing required, for what changes a part. */
    Form partial() {
        return new Form(fields.stream().map(Field::optional).toList());
    }

    /** The name of the first member. */
    String first() {
        return fields.get(0).name();
    }

    /** A body as it is kept: all its numbers are whole, however they were written. */
    static ObjectNode kept(JsonNode body) {
        ObjectNode kept = Json.NODES.objectNode();
        body.properties()
                .forEach(p -> kept.set(
                        p.getKey(),
                        p.getValue().isNumber()
                                ? Json.NODES.numberNode(p.getValue().longValue())
                                : p.getValue()));
        return kept;
    }

    /** What is wrong with a body, if anything is. */
    Optional<String> wrong(JsonNode body) {
        if (!body.isObject()) {
            return Optional.of("the body must be an object");
        }
        for (Field field : fields) {
            JsonNode value = body.get(field.name());
            if (value == null ? field.required() : !field.right().test(value)) {
                return Optional.of(field.name() + (value == null ? " is missing" : " is not valid"));
            }
        }
        return body.properties().stream()
                .map(Map.Entry::getKey)
                .filter(name -> fields.stream().noneMatch(f -> f.name().equals(name)))
                .findFirst()
                .map(name -> name + " is not known");
    }
}
