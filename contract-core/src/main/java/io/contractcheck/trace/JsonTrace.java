package io.contractcheck.trace;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Stack traces in a line of a structured log. They are strings in most formats (ECS, Logstash, GELF, pino), under any name; or objects with
 * a list of frames (Quarkus, Log4j).
 */
final class JsonTrace {
    private static final int DEPTH = 12;
    private static final int MOST = 4000;
    private static final List<String> FRAMES = List.of("frames", "extendedStackTrace", "stackTrace");
    private static final List<String> TYPES = List.of("exceptionType", "name", "type", "class");

    private final List<String> lines = new ArrayList<>();

    private JsonTrace() {}

    /** The lines of all traces in it; none if there are none. */
    static List<String> lines(JsonNode entry) {
        JsonTrace trace = new JsonTrace();
        trace.add(entry, DEPTH);
        return trace.lines;
    }

    private void add(JsonNode node, int depth) {
        if (depth == 0 || lines.size() > MOST) {
            return;
        }
        if (node.isTextual()) {
            String text = node.textValue();
            if (text.indexOf('\n') >= 0 && (text.contains("at ") || text.contains("File ") || text.contains(".go:"))) {
                text.lines().limit(MOST).forEach(lines::add);
            }
        } else if (node.isObject()) {
            if (FRAMES.stream().anyMatch(f -> isFrames(node.path(f)))) {
                exception("", node, depth);
                return;
            }
            for (Map.Entry<String, JsonNode> member : node.properties()) {
                add(member.getValue(), depth - 1);
            }
        } else {
            node.forEach(item -> add(item, depth - 1));
        }
    }

    private static boolean isFrames(JsonNode list) {
        return list.isArray() && list.path(0).has("class") && list.path(0).has("method");
    }

    private void exception(String before, JsonNode node, int depth) {
        String type = "";
        for (String name : TYPES) {
            type = type.isEmpty() ? node.path(name).asText("") : type;
        }
        String message = node.path("message").asText("");
        lines.add(before + type + (message.isEmpty() ? "" : ": " + message.replaceAll("\\s+", " ")));
        for (String name : FRAMES) {
            if (isFrames(node.path(name))) {
                node.path(name).forEach(this::frame);
            }
        }
        JsonNode cause = node.has("causedBy") ? node.path("causedBy") : node.path("cause");
        JsonNode inner = cause.has("exception") ? cause.path("exception") : cause;
        if (inner.isObject() && depth > 1) {
            exception("Caused by: ", inner, depth - 1);
        }
    }

    private void frame(JsonNode frame) {
        String type = frame.path("class").asText();
        String file = frame.path("file")
                .asText(type.substring(type.lastIndexOf('.') + 1).split("\\$")[0] + ".java");
        int line = frame.path("line").asInt(0);
        lines.add(
                "\tat " + type + "." + frame.path("method").asText() + "(" + file + (line > 0 ? ":" + line : "") + ")");
    }
}
