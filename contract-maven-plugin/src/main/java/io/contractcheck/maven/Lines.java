package io.contractcheck.maven;

import java.util.ArrayList;
import java.util.List;

/** A parameter of several lines: text with line breaks, as a property has it, or one element a line in the pom. */
public final class Lines {
    private final List<String> lines = new ArrayList<>();

    /** For Maven, which makes it. */
    public Lines() {}

    /** For Maven, which calls this with the text of the property or element. */
    public void set(String text) {
        text.lines().map(String::trim).filter(l -> !l.isEmpty()).forEach(lines::add);
    }

    /** For Maven, which calls this for each element {@code <header>}. */
    public void addHeader(String line) {
        set(line);
    }

    /** For Maven, which calls this for each element {@code <expected>}. */
    public void addExpected(String line) {
        set(line);
    }

    /** For Maven, which calls this for each element {@code <command>}, which may have several lines. */
    public void addCommand(String command) {
        lines.add(command.strip());
    }

    /** For Maven, which calls this for each element {@code <scope>}. */
    public void addScope(String line) {
        set(line);
    }

    /** For Maven, which calls this for each element {@code <binding>}. */
    public void addBinding(String line) {
        set(line);
    }

    List<String> all() {
        return List.copyOf(lines);
    }
}
