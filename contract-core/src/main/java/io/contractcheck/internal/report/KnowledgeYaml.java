package io.contractcheck.internal.report;

import io.contractcheck.event.RunEvent;
import io.contractcheck.event.RunSummary;
import io.contractcheck.json.Json;
import java.io.IOException;
import java.io.Writer;

/** What the service's refusals taught: {@code knowledge.yaml}, which the next run may begin with. */
final class KnowledgeYaml implements Report {
    @Override
    public String name() {
        return "knowledge";
    }

    @Override
    public String file() {
        return "knowledge.yaml";
    }

    @Override
    public void write(RunSummary summary, Writer out) throws IOException {
        out.write("""
                # What the service's refusals told beyond its document, by operation, place and keyword.
                # A run begins with a copy of this file that the parameter knowledge names.
                """);
        if (summary.learnt().isEmpty()) {
            out.write("{}\n");
        }
        String operation = "";
        String place = "";
        for (RunEvent.Learnt rule : summary.learnt()) {
            if (!operation.equals(rule.operation())) {
                operation = rule.operation();
                place = "";
                out.write(text(operation) + ":\n");
            }
            if (!place.equals(rule.place())) {
                place = rule.place();
                out.write("  " + text(place) + ":\n");
            }
            out.write("    " + rule.keyword() + ": " + rule.value() + said(rule.said()) + "\n");
        }
    }

    private static String text(String text) {
        return text.matches("[A-Za-z][\\w./-]*") ? text : Json.write(Json.NODES.textNode(text));
    }

    private static String said(String words) {
        String line = words.replaceAll("[^\\x20-\\x7E]+", " ").strip();
        return line.isEmpty() ? "" : " # " + (line.length() > 100 ? line.substring(0, 99) + "…" : line);
    }
}
