package io.contractcheck.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Traces as V8 makes them and Node.js prints them, with their causes. */
final class NodeStacks {
    private static final int LINES_OF_MESSAGE = 20;
    private static final Pattern FRAME = Pattern.compile(
            "\\bat (?:async )?(?:new )?(?:([\\w.$<>#\\[\\] ]{1,160}) \\()?"
                    + "(?:file://)?((?:(?:[A-Za-z]:)?[\\\\/][^():]{1,300}\\.[cm]?[jt]sx?|node:[\\w/]{1,100})):(\\d{1,7})(?::\\d{1,7})?\\)?");
    private static final Pattern CAUSE =
            Pattern.compile("\\[?(?:cause|errors|originalError|innerError|original|parent)\\]?: (?:\\[ ?)?(.*)$");
    private static final Pattern ERROR =
            Pattern.compile("(?<![\\w$./-])((?:[A-Z][\\w$]{0,80}\\.)?[A-Z][\\w$]{0,100}?(?:Error|Exception)|Error)"
                    + "(?: \\[[\\w.-]{1,80}\\])?(?:$|: (.*)$)");

    private final List<Trace> traces = new ArrayList<>();
    private final List<LogLine> pending = new ArrayList<>();
    private @Nullable Chain chain;
    private Chain.@Nullable Link link;
    private int indent;
    private boolean aside;

    List<Trace> read(List<LogLine> lines) {
        lines.forEach(this::line);
        end();
        return traces;
    }

    private void line(LogLine line) {
        boolean found = false;
        if (line.text().contains("at ")) {
            for (Matcher matcher = FRAME.matcher(line.text()); matcher.find(); ) {
                found = true;
                frame(
                        line,
                        new Frame(
                                Language.NODE,
                                matcher.group(1) == null ? "" : matcher.group(1).strip(),
                                matcher.group(2),
                                Chain.number(matcher.group(3))));
            }
        }
        if (!found && !line.text().isBlank()) {
            pending.add(line);
            if (pending.size() > LINES_OF_MESSAGE) {
                pending.remove(0);
            }
        }
    }

    private void frame(LogLine line, Frame frame) {
        if (!pending.isEmpty()) {
            int header = header();
            if (header >= 0) {
                begin(header);
            } else if (chain == null) {
                begin(line);
            }
            pending.clear();
        } else if (chain == null) {
            begin(line);
        }
        if (link != null && !aside) {
            link.add(frame);
        }
    }

    private int header() {
        for (int i = pending.size() - 1; i >= 0; i--) {
            if (ERROR.matcher(pending.get(i).text()).find()) {
                return i;
            }
        }
        return -1;
    }

    private void begin(LogLine first) {
        Chain begun = new Chain(first.number());
        chain = begun;
        link = begun.link("", "");
        aside = false;
    }

    private void begin(int header) {
        LogLine named = pending.get(header);
        Matcher error = ERROR.matcher(named.text());
        if (!error.find()) {
            return;
        }
        int column = named.text().length() - named.text().stripLeading().length();
        boolean within = chain != null && column > indent;
        Matcher cause = CAUSE.matcher(named.text());
        boolean first = cause.find() && cause.start() < error.start()
                || header > 0 && CAUSE.matcher(pending.get(header - 1).text()).find();
        Chain open = chain;
        if (open == null || !within) {
            end();
            open = new Chain(named.number());
            indent = column;
        }
        chain = open;
        aside = within && !first; // one of several errors: the first of them stands for all
        if (!aside) {
            Chain.Link named2 = open.link(error.group(1), error.group(2) == null ? "" : error.group(2));
            pending.subList(header + 1, pending.size()).forEach(more -> named2.say(more.text()));
            link = named2;
        }
    }

    private void end() {
        if (chain != null && chain.shows()) {
            traces.add(chain.trace());
        }
        chain = null;
        link = null;
        aside = false;
    }
}
