package io.contractcheck.testcase;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.contractcheck.http.MediaType;
import io.contractcheck.json.Json;
import io.contractcheck.json.JsonException;
import io.contractcheck.openapi.MediaTypeContent;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;

/**
 * YAML, written as JSON, which YAML 1.2 holds (its section 1.3). Where the schema knows nothing but strings, it speaks of the document as a
 * text for all that documents tell, so that anything is one.
 */
final class YamlBody implements BodyFormat {
    private final YAMLMapper yaml = new YAMLMapper();

    @Override
    public boolean speaks(MediaType type) {
        return type.isYaml();
    }

    @Override
    public Entity write(BodyValue body) {
        return new Entity(Json.write(body.value()).getBytes(StandardCharsets.UTF_8), body.mediaType());
    }

    @Override
    public JsonNode read(byte[] bytes, MediaType type, MediaTypeContent content) {
        String text = Percent.text(bytes);
        JsonNode value = parsed(text);
        boolean asText = Shape.of(content).kinds().equals(EnumSet.of(Shape.Kind.STRING));
        return asText && !value.isTextual() ? Json.NODES.textNode(text) : value;
    }

    private JsonNode parsed(String text) {
        try {
            return Json.parse(text);
        } catch (JsonException notJson) {
            try {
                return yaml.readTree(text);
            } catch (JsonProcessingException e) {
                throw new UnreadableException("no YAML: " + e.getOriginalMessage());
            }
        }
    }
}
