package io.contractcheck.trace;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tracebacks, with those of the exceptions that led to them, and of groups of exceptions. */
final class PythonStacks {
    private static final int STRANGERS = 8;
    private static final Pattern BEGIN = Pattern.compile("(?:Exception Group )?Traceback \\(most recent call last\\)");
    private static final Pattern FRAME =
            Pattern.compile("File \"([^\"]{1,300})\", line (\\d{1,7})(?:, in ([\\w<>.]{1,120}))?");
    private static final Pattern EXCEPTION = Pattern.compile("^([A-Za-z_][\\w.<>]{0,200})(?:$|: ?(.*)$)");
    private static final Pattern ANYWHERE = Pattern.compile("(?<![\\w./-])((?:[a-z_]\\w{0,80}\\.){0,12}[A-Z]\\w{0,100}?"
            + "(?:Error|Exception|Exit|Interrupt|Group|Iteration|Timeout|Fault))(?:$|: ?(.*)$)");
    private static final Pattern MEMBER = Pattern.compile("\\+-+ (\\d{1,6}) -+");
    private static final Pattern GROUP_END = Pattern.compile("\\+-{20,}\\s*$");

    private final List<Trace> traces = new ArrayList<>();
    private List<Thrown> chain = new ArrayList<>();
    private int begun;
    private boolean joins;
    private int place;
    private int member;
    private @Nullable List<Frame> frames;
    private int column;
    private int line;
    private int strangers;

    List<Trace> read(List<LogLine> lines) {
        lines.forEach(this::line);
        if (frames != null) {
            close("", "");
        }
        end();
        return traces;
    }

    private void line(LogLine here) {
        String text = here.text();
        Matcher begin = BEGIN.matcher(text);
        Matcher frame = FRAME.matcher(text);
        if (text.contains("Traceback") && begin.find()) {
            open(here, begin.start());
        } else if (text.contains("File \"") && frame.find()) {
            if (frames == null) {
                open(here, Math.max(0, frame.start() - 2));
            }
            if (frames != null) {
                frames.add(new Frame(
                        Language.PYTHON,
                        frame.group(3) == null ? "<module>" : frame.group(3),
                        frame.group(1),
                        Chain.number(frame.group(2))));
            }
        } else if (frames != null) {
            within(text);
        } else if (text.contains("The above exception was the direct cause")
                || text.contains("During handling of the above exception")) {
            joins = true;
        } else {
            Matcher next = MEMBER.matcher(text);
            if (next.find()) {
                member = Integer.parseInt(next.group(1));
                place = member == 1 ? chain.size() : place;
                joins = !chain.isEmpty();
            } else if (GROUP_END.matcher(text).find()) {
                member = 0;
                place = 0;
            }
        }
    }

    private void open(LogLine here, int at) {
        if (frames != null) {
            close("", "");
        }
        if (!joins && member == 0) {
            end();
        }
        joins = false;
        frames = new ArrayList<>();
        column = at;
        line = here.number();
        strangers = 0;
    }

    /** After frames: their code, or the exception. */
    private void within(String text) {
        String rest = text.length() > column ? text.substring(column) : "";
        if (frames == null || frames.isEmpty() || rest.startsWith(" ") && !rest.isBlank()) {
            return;
        }
        Matcher exception = EXCEPTION.matcher(rest);
        Matcher anywhere = ANYWHERE.matcher(text);
        if (!rest.isBlank() && exception.matches()) {
            close(exception.group(1), exception.group(2));
        } else if (anywhere.find()) {
            close(anywhere.group(1), anywhere.group(2));
        } else if (++strangers > STRANGERS) {
            close("", "");
        }
    }

    private void close(String type, @Nullable String message) {
        List<Frame> innermostFirst = frames == null ? new ArrayList<>() : frames;
        frames = null;
        if (innermostFirst.isEmpty()) {
            return;
        }
        Collections.reverse(innermostFirst);
        if (member > 1) {
            return; // the first of a group stands for all
        }
        begun = chain.isEmpty() ? line : begun;
        chain.add(Math.min(place, chain.size()), new Thrown(type, message == null ? "" : message, innermostFirst));
    }

    private void end() {
        if (!chain.isEmpty()) {
            traces.add(new Trace(chain, begun));
        }
        chain = new ArrayList<>();
        place = 0;
        member = 0;
        joins = false;
    }
}
