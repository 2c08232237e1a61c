package io.contractcheck.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Traces as {@link Throwable#printStackTrace} and Logback print them, the cause last or first. */
final class JavaStacks {
    private static final int LINES_OF_MESSAGE = 40;
    private static final Pattern FRAME =
            Pattern.compile("\\bat (?:[\\w.@-]{0,120}/{1,2}|[\\w.@-]{0,60}/[\\w.@-]{0,60}/)?"
                    + "((?:[\\w$-]{1,100}(?:/0x\\w{1,16})?\\.){1,24}[\\w$<>-]{1,120})\\(([^()]{1,160})\\)");
    private static final Pattern SOURCE =
            Pattern.compile("([\\w$.-]{1,100}\\.[a-z]{2,8})(?::(\\d{1,7}))?|Native Method|Unknown Source|<\\w{1,20}>");
    private static final Pattern NEXT =
            Pattern.compile("\\b(Caused by|Suppressed|Wrapped by): (?:\\[CIRCULAR REFERENCE: ?)?"
                    + "((?:[\\w$]{1,100}\\.){0,24}[\\w$]{1,120})(?:$|:(?: (.*))?$)");
    private static final Pattern COMMON = Pattern.compile("\\.\\.\\. (\\d{1,6}) (?:more|common frames omitted)");
    private static final Pattern EXCEPTION =
            Pattern.compile("(?<![\\w$./-])((?:[a-zA-Z_$][\\w$]{0,100}\\.){1,24}[A-Z][\\w$]{0,120}?"
                    + "(?:Exception|Error|Throwable|Failure|Fault|Problem))(?:$|:(?: (.*))?$)");
    private static final Pattern OTHER = Pattern.compile("^\\s{0,8}(?:Exception in thread \"[^\"]{0,100}\" )?"
            + "((?:[a-zA-Z_$][\\w$]{0,100}\\.){0,24}[A-Z][\\w$]{0,120})(?:$|: (.*)$)");

    private final List<Trace> traces = new ArrayList<>();
    private final List<LogLine> pending = new ArrayList<>();
    private @Nullable Chain chain;
    private Chain.@Nullable Link link;
    private int suppressed = -1;

    List<Trace> read(List<LogLine> lines) {
        lines.forEach(this::line);
        end();
        return traces;
    }

    private void line(LogLine line) {
        Matcher next = NEXT.matcher(line.text());
        if (line.text().contains("ed by: ") && next.find() || line.text().contains("Suppressed: ") && next.find()) {
            next(line, next);
            return;
        }
        if (line.text().contains("at ") && frames(line)) {
            return;
        }
        Matcher common = COMMON.matcher(line.text());
        if (line.text().contains("... ") && common.find()) {
            if (link != null && suppressed < 0) {
                link.common(Integer.parseInt(common.group(1)));
            }
            return;
        }
        pending.add(line);
        if (pending.size() > LINES_OF_MESSAGE) {
            pending.remove(0);
        }
    }

    private boolean frames(LogLine line) {
        boolean found = false;
        for (Matcher matcher = FRAME.matcher(line.text()); matcher.find(); ) {
            Matcher source = SOURCE.matcher(matcher.group(2));
            if (source.matches()) {
                found = true;
                frame(
                        line,
                        line.spaceBefore(matcher.start()),
                        new Frame(
                                Language.JAVA,
                                written(matcher.group(1)),
                                source.group(1) == null ? "" : source.group(1),
                                Chain.number(source.group(2))));
            }
        }
        return found;
    }

    /** The method in which a lambda was written, since its own number changes with the code around it. */
    private static String written(String code) {
        int method = code.lastIndexOf('.') + 1;
        String[] parts = code.substring(method).split("\\$");
        return parts.length == 3 && parts[0].equals("lambda") && !parts[1].isEmpty()
                ? code.substring(0, method) + parts[1]
                : code;
    }

    private void frame(LogLine line, int indent, Frame frame) {
        boolean begins = chain == null || link == null;
        if (!pending.isEmpty()) {
            Optional<Integer> header = header();
            if (header.isPresent() || begins) {
                end();
                begin(header, line);
            }
            goOnSaying();
        } else if (begins) {
            begin(Optional.empty(), line);
        }
        if (suppressed < 0 && link != null) {
            link.add(frame);
        }
    }

    /** Where the exception is named whose frames begin: the nearest line before them that does. */
    private Optional<Integer> header() {
        for (int i = pending.size() - 1; i >= 0; i--) {
            if (EXCEPTION.matcher(pending.get(i).text()).find()) {
                return Optional.of(i);
            }
            if (i == pending.size() - 1) {
                Matcher other = OTHER.matcher(pending.get(i).text());
                if (other.find() && (chain == null || other.group(1).indexOf('.') > 0)) {
                    return Optional.of(i);
                }
            }
        }
        return Optional.empty();
    }

    private void begin(Optional<Integer> header, LogLine first) {
        LogLine named = header.map(pending::get).orElse(first);
        Chain begun = new Chain(named.number());
        String type = "";
        String message = "";
        if (header.isPresent()) {
            Matcher exception = EXCEPTION.matcher(named.text());
            Matcher other = OTHER.matcher(named.text());
            Matcher matcher = exception.find() ? exception : other;
            if (matcher == exception || other.find()) {
                type = matcher.group(1);
                message = matcher.group(2) == null ? "" : matcher.group(2);
            }
        }
        Chain.Link begunLink = begun.link(type, message);
        header.ifPresent(
                index -> pending.subList(index + 1, pending.size()).forEach(more -> begunLink.say(more.text())));
        pending.clear();
        chain = begun;
        link = begunLink;
        suppressed = -1;
    }

    private void next(LogLine line, Matcher matcher) {
        int indent = line.spaceBefore(matcher.start());
        boolean side = matcher.group(1).equals("Suppressed");
        if (suppressed >= 0 && (side || suppressed > 0 && indent >= suppressed)) {
            return;
        }
        if (side) {
            suppressed = chain == null ? -1 : indent;
            return;
        }
        suppressed = -1;
        Chain open = chain == null ? new Chain(line.number()) : chain;
        chain = open;
        goOnSaying();
        if (matcher.group(1).equals("Wrapped by")) {
            open.innermostFirst();
        }
        link = open.link(matcher.group(2), matcher.group(3) == null ? "" : matcher.group(3));
    }

    /** What is between the name of an exception and its frames is its message. */
    private void goOnSaying() {
        if (link != null && !link.started() && suppressed < 0) {
            pending.forEach(more -> Objects.requireNonNull(link).say(more.text()));
        }
        pending.clear();
    }

    private void end() {
        if (chain != null && chain.shows()) {
            traces.add(chain.trace());
        }
        chain = null;
        link = null;
        suppressed = -1;
    }
}
