package io.contractcheck.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Panics: what was said, and for each frame a line with the function and one with the file. */
final class GoStacks {
    private static final Pattern PANIC = Pattern.compile("\\bpanic(?: serving [^ ]{1,100})?: (.*)$");
    private static final Pattern FILE =
            Pattern.compile("(?:^|\\s)((?:[A-Za-z]:)?[\\\\/][^\\s:]{1,300}\\.go):(\\d{1,7})(?: \\+0x[0-9a-f]+)?\\s*$");
    private static final Pattern FUNCTION =
            Pattern.compile("((?:created by )?[\\w./*()\\[\\]{}-]{1,200})\\([^()]{0,300}\\)(?: in goroutine \\d+)?$");

    private final List<Trace> traces = new ArrayList<>();
    private @Nullable Chain chain;
    private Chain.@Nullable Link link;
    private String before = "";

    List<Trace> read(List<LogLine> lines) {
        lines.forEach(this::line);
        end();
        return traces;
    }

    private void line(LogLine line) {
        Matcher panic = PANIC.matcher(line.text());
        Matcher file = FILE.matcher(line.text());
        if (line.text().contains("panic") && panic.find()) {
            end();
            Chain begun = new Chain(line.number());
            chain = begun;
            link = begun.link("panic", panic.group(1));
        } else if (line.text().contains(".go:") && file.find() && link != null) {
            Matcher function = FUNCTION.matcher(before);
            String name = function.find() ? function.group(1) : "";
            if (!name.startsWith("created by")) {
                link.add(new Frame(
                        Language.GO,
                        name.substring(name.lastIndexOf('/') + 1),
                        file.group(1),
                        Chain.number(file.group(2))));
            }
        }
        before = line.text();
    }

    private void end() {
        if (chain != null && chain.shows()) {
            traces.add(chain.trace());
        }
        chain = null;
        link = null;
    }
}
