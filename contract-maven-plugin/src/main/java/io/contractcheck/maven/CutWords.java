package io.contractcheck.maven;

import io.contractcheck.event.RunSummary;
import io.contractcheck.event.RunSummary.Cut;
import io.contractcheck.event.RunSummary.Unreached;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A run that ended early, in lines: why, and by phase what was not done, the least tested first. */
final class CutWords {
    private static final int NAMED = 5;

    private CutWords() {}

    /** @param report where all is */
    static List<String> lines(Cut cut, RunSummary summary, String report) {
        List<String> lines = new ArrayList<>(cut.message().lines().toList());
        Map<String, List<Unreached>> phases = new LinkedHashMap<>();
        cut.unreached()
                .forEach(u -> phases.computeIfAbsent(u.phase(), p -> new ArrayList<>())
                        .add(u));
        phases.forEach((phase, unreached) -> lines.add("   Not done in " + phase + ": "
                + words(unreached, summary.operations().size())));
        if (cut.unreached().size() > NAMED) {
            lines.add("   All are in " + report + ", under cut.");
        }
        return lines;
    }

    private static String words(List<Unreached> unreached, int operations) {
        List<Unreached> partly = unreached.stream()
                .filter(u -> u.scenarios() > 0)
                .sorted((a, b) -> Integer.compare(a.scenarios(), b.scenarios()))
                .toList();
        List<Unreached> none =
                unreached.stream().filter(u -> u.scenarios() == 0).toList();
        if (none.size() == operations) {
            return "all of it";
        }
        List<String> words = new ArrayList<>();
        if (!none.isEmpty()) {
            words.add("all of " + some(none.stream().map(Unreached::operation).toList()));
        }
        if (!partly.isEmpty()) {
            words.add("the rest of "
                    + some(partly.stream()
                            .map(u -> u.operation() + " (" + Counts.of(u.scenarios(), "case") + " done)")
                            .toList()));
        }
        return String.join("; ", words);
    }

    private static String some(List<String> names) {
        int more = names.size() - NAMED;
        return more <= 1
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, NAMED)) + " and " + more + " more";
    }
}
