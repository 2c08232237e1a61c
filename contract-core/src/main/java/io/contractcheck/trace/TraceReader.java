package io.contractcheck.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the stack traces in the text of a log: as the machines of Java, Node.js, Python, .NET and Go print them, behind whatever stands
 * before each line, in plain lines or in the strings of lines of JSON; whole, or cut at either end.
 */
public final class TraceReader {
    /** Characters that are read: of more, the last ones. */
    public static final int LARGEST = 1 << 20;

    private TraceReader() {}

    /** In the order in which they begin. */
    public static List<Trace> read(String text) {
        List<Trace> traces = new ArrayList<>();
        String end = text.length() > LARGEST ? text.substring(text.length() - LARGEST) : text;
        boolean at = end.contains("at ") || end.contains("\"method\"");
        boolean python = end.contains("File ");
        boolean go = end.contains(".go:");
        if (!at && !python && !go) {
            return traces;
        }
        for (List<LogLine> part : LogLine.parts(end)) {
            if (at) {
                traces.addAll(new JavaStacks().read(part));
                traces.addAll(new NodeStacks().read(part));
                traces.addAll(new DotnetStacks().read(part));
            }
            if (python) {
                traces.addAll(new PythonStacks().read(part));
            }
            if (go) {
                traces.addAll(new GoStacks().read(part));
            }
        }
        traces.sort(Comparator.comparingInt(Trace::line));
        return traces;
    }
}
