package io.contractcheck.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.json.Json;
import io.contractcheck.json.Located;
import io.contractcheck.json.ReferenceException;
import java.util.ArrayList;
import java.util.List;

/** The example values a document gives, each once, in document order. */
final class Examples {
    private final Reading reading;
    private final List<JsonNode> values = new ArrayList<>();

    Examples(Reading reading) {
        this.reading = reading;
    }

    /** {@code example} and {@code examples} of a parameter, media type or header. */
    Examples of(Located holder) {
        if (holder.node().has("example")) {
            add(holder.node().get("example"));
        }
        Located examples = holder.get("examples");
        if (examples.node().isObject()) {
            examples.node().fieldNames().forEachRemaining(name -> named(examples.get(name)));
        }
        return this;
    }

    private void named(Located example) {
        try {
            Located target = example.resolve();
            if (target.node().has("value")) {
                add(target.node().get("value"));
            } else if (target.node().has("externalValue")) {
                reading.warn(target, "an example outside the document (externalValue) is not read");
            }
        } catch (ReferenceException e) {
            reading.warn(example, "the example is not read; " + e.getMessage());
        }
    }

    /** {@code example}, {@code examples} and {@code default} of a schema. */
    Examples ofSchema(Located schema) {
        Located target;
        try {
            target = schema.resolve();
        } catch (ReferenceException e) {
            return this;
        }
        add(target.node().path("example"));
        if (target.node().path("examples").isArray()) {
            target.node().path("examples").forEach(this::add);
        }
        add(target.node().path("default"));
        return this;
    }

    /** {@code x-example} and {@code x-examples}, which authors of Swagger 2.0 use for want of better. */
    Examples ofExtensions(Located holder) {
        add(holder.node().path("x-example"));
        holder.node().path("x-examples").forEach(this::add);
        return this;
    }

    Examples add(JsonNode value) {
        if (!value.isMissingNode() && values.stream().noneMatch(known -> Json.equal(known, value))) {
            values.add(value);
        }
        return this;
    }

    Examples addAll(List<JsonNode> more) {
        more.forEach(this::add);
        return this;
    }

    List<JsonNode> all() {
        return List.copyOf(values);
    }
}
