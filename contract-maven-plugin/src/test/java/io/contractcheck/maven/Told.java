package io.contractcheck.maven;

import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.logging.SystemStreamLog;

/** A log that keeps its lines, each with its level. */
final class Told extends SystemStreamLog {
    private final List<String> lines = new ArrayList<>();

    /** As {@code WARN text}. */
    List<String> lines() {
        return lines;
    }

    List<String> of(String level) {
        return lines.stream()
                .filter(l -> l.startsWith(level + " "))
                .map(l -> l.substring(level.length() + 1))
                .toList();
    }

    @Override
    public void debug(CharSequence text) {
        // seen with -X only
    }

    @Override
    public void info(CharSequence text) {
        lines.add("INFO " + text);
    }

    @Override
    public void warn(CharSequence text) {
        lines.add("WARN " + text);
    }

    @Override
    public void error(CharSequence text) {
        lines.add("ERROR " + text);
    }
}
