package io.contractcheck.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * YAML text as JSON trees, by the core schema of YAML 1.2.2 (section 10.3): {@code on}, {@code no} and dates are strings, numbers keep
 * every digit, and what has leading zeros is no number. Keys are strings as written. Of equal keys the last one counts, as in JSON. Aliases and merge
 * keys ({@code <<}) are worked in.
 */
public final class Yaml {
    private static final int DEPTH = 1000;
    private static final int ALIASED_NODES = 2_000_000;

    private final ParserImpl parser;
    private final Map<String, JsonNode> anchors = new HashMap<>();
    private int depth;
    private long aliased;

    private Yaml(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        options.setProcessComments(false);
        parser = new ParserImpl(new StreamReader(text), options);
    }

    /**
     * Reads one YAML document.
     *
     * @throws JsonException if the text is no YAML, or has no counterpart in JSON; the message says where
     */
    public static JsonNode parse(String text) {
        try {
            return new Yaml(text).document();
        } catch (ReaderException e) {
            throw new JsonException(
                    "the character U+%04X is not allowed in YAML".formatted(e.getCodePoint())
                            + line(text, e.getPosition()),
                    e);
        } catch (MarkedYAMLException e) {
            throw new JsonException(e.getProblem() + at(e.getProblemMark()), e);
        } catch (YAMLException e) {
            throw new JsonException(String.valueOf(e.getMessage()), e);
        }
    }

    private JsonNode document() {
        parser.getEvent();
        if (parser.checkEvent(Event.ID.StreamEnd)) {
            throw new JsonException("no YAML value: the text is empty");
        }
        parser.getEvent();
        JsonNode root = value();
        parser.getEvent();
        if (!parser.checkEvent(Event.ID.StreamEnd)) {
            throw new JsonException("a second YAML document begins"
                    + at(parser.peekEvent().getStartMark()) + "; there must be only one");
        }
        return root;
    }

    private JsonNode value() {
        Event event = parser.getEvent();
        if (event instanceof AliasEvent alias) {
            return aliased(alias);
        }
        if (++depth > DEPTH) {
            throw new JsonException("nested deeper than " + DEPTH + " levels" + at(event.getStartMark()));
        }
        JsonNode node;
        if (event instanceof ScalarEvent scalar) {
            node = CoreSchema.read(scalar);
        } else if (event instanceof SequenceStartEvent) {
            node = sequence();
        } else if (event instanceof MappingStartEvent) {
            node = mapping();
        } else {
            throw new JsonException("a value is missing" + at(event.getStartMark()));
        }
        depth--;
        String anchor = ((NodeEvent) event).getAnchor();
        if (anchor != null) {
            anchors.put(anchor, node);
        }
        return node;
    }

    private ArrayNode sequence() {
        ArrayNode array = Json.NODES.arrayNode();
        while (!parser.checkEvent(Event.ID.SequenceEnd)) {
            array.add(value());
        }
        parser.getEvent();
        return array;
    }

    private ObjectNode mapping() {
        ObjectNode object = Json.NODES.objectNode();
        List<JsonNode> merged = new ArrayList<>();
        while (!parser.checkEvent(Event.ID.MappingEnd)) {
            Event event = parser.peekEvent();
            if (event instanceof ScalarEvent key) {
                parser.getEvent();
                if (key.getAnchor() != null) {
                    anchors.put(key.getAnchor(), Json.NODES.textNode(key.getValue()));
                }
                JsonNode value = value();
                if (key.isPlain() && key.getValue().equals("<<") && value.isContainerNode()) {
                    merged.add(value);
                } else {
                    object.set(key.getValue(), value);
                }
            } else if (event instanceof AliasEvent) {
                JsonNode key = value();
                if (key.isContainerNode()) {
                    throw new JsonException("a key must be a scalar" + at(event.getStartMark()));
                }
                object.set(key.asText(), value());
            } else {
                throw new JsonException("a key must be a scalar" + at(event.getStartMark()));
            }
        }
        parser.getEvent();
        merged.forEach(source -> merge(object, source));
        return object;
    }

    /** Fills in what is not there yet, from a mapping or from several, the first of which counts. */
    private static void merge(ObjectNode into, JsonNode source) {
        if (source.isArray()) {
            source.forEach(one -> merge(into, one));
        } else {
            source.properties().forEach(field -> into.putIfAbsent(field.getKey(), field.getValue()));
        }
    }

    private JsonNode aliased(AliasEvent alias) {
        JsonNode target = anchors.get(alias.getAnchor());
        if (target == null) {
            throw new JsonException("the alias *" + alias.getAnchor() + " names nothing that is complete before it"
                    + at(alias.getStartMark()));
        }
        if (target.isValueNode()) {
            return target;
        }
        aliased += size(target);
        if (aliased > ALIASED_NODES) {
            throw new JsonException(
                    "aliases unfold to more than " + ALIASED_NODES + " values" + at(alias.getStartMark()));
        }
        return target.deepCopy();
    }

    private static long size(JsonNode node) {
        long size = 1;
        for (JsonNode child : node) {
            size += size(child);
        }
        return size;
    }

    private static String at(Mark mark) {
        return mark == null ? "" : " (line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1) + ")";
    }

    private static String line(String text, int position) {
        String before = text.substring(0, Math.min(position, text.length()));
        long line = before.chars().filter(c -> c == '\n').count() + 1;
        return " (line " + line + ", column " + (before.length() - before.lastIndexOf('\n')) + ")";
    }
}
