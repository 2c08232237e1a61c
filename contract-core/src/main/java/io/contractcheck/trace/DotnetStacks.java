package io.contractcheck.trace;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Traces of .NET: all exceptions first, then the frames of the innermost, and of each around it after a line that says so. */
final class DotnetStacks {
    private static final Pattern FRAME =
            Pattern.compile("\\bat ((?:[\\w`+<>\\[\\]]{1,120}\\.){1,20}[\\w`<>.\\[\\],|]{1,120})"
                    + "\\(([^()\\n]{0,300})\\)(?: in ([^\\n]{1,300}):line (\\d{1,7}))?");
    private static final Pattern EXCEPTION =
            Pattern.compile("(?<![\\w.])((?:\\w{1,100}\\.){1,20}\\w{0,100}(?:Exception|Error))"
                    + "(?: \\(0x[0-9A-Fa-f]{1,8}\\))?(?:$|: (.*)$)");
    private static final String INNER = " ---> ";

    private final List<Trace> traces = new ArrayList<>();
    private final Deque<Chain.Link> waiting = new ArrayDeque<>();
    private @Nullable Chain chain;
    private boolean framed;

    List<Trace> read(List<LogLine> lines) {
        if (lines.stream()
                .noneMatch(l -> l.text().contains(":line ")
                        || l.text().contains("at System.")
                        || l.text().contains("at Microsoft."))) {
            return traces;
        }
        lines.forEach(this::line);
        end();
        return traces;
    }

    private void line(LogLine line) {
        String text = line.text();
        if (text.contains("--- End of inner exception stack trace")) {
            if (waiting.size() > 1) {
                waiting.pop();
            }
            return;
        }
        Matcher frame = FRAME.matcher(text);
        if (text.contains("at ") && frame.find() && isDotnet(frame)) {
            Chain.Link link = waiting.peek();
            if (link == null) {
                Chain begun = new Chain(line.number());
                chain = begun;
                link = begun.link("", "");
                waiting.push(link);
            }
            framed = true;
            link.add(new Frame(
                    Language.DOTNET,
                    frame.group(1),
                    frame.group(3) == null ? "" : frame.group(3),
                    Chain.number(frame.group(4))));
            return;
        }
        for (String part : text.split(INNER, 8)) {
            Matcher exception = EXCEPTION.matcher(part);
            if (exception.find()) {
                boolean inner = text.contains(INNER) && !part.equals(text.split(INNER, 2)[0]);
                named(line, exception, inner);
            }
        }
    }

    private void named(LogLine line, Matcher exception, boolean inner) {
        if (framed || !inner) {
            end();
        }
        Chain open = chain == null ? new Chain(line.number()) : chain;
        chain = open;
        waiting.push(open.link(exception.group(1), exception.group(2) == null ? "" : exception.group(2)));
    }

    private static boolean isDotnet(Matcher frame) {
        return frame.group(4) != null
                || frame.group(1).startsWith("System.")
                || frame.group(1).startsWith("Microsoft.");
    }

    private void end() {
        if (chain != null && framed && chain.shows()) {
            traces.add(chain.trace());
        }
        chain = null;
        waiting.clear();
        framed = false;
    }
}
