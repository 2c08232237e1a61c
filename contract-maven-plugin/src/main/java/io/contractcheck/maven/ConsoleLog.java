package io.contractcheck.maven;

import io.contractcheck.event.RunEvent;
import io.contractcheck.event.RunListener;
import io.contractcheck.event.RunSummary.PhaseSummary;
import io.contractcheck.event.Shard;
import io.contractcheck.event.Summarizer;
import io.contractcheck.hook.HookSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells Maven's log of a run in the manner of Surefire: a line for each phase, each finding once, nothing for each request. */
final class ConsoleLog implements RunListener {
    private final Console console;
    private final Path directory;
    private Beginning beginning;
    private final Summarizer summarizer = new Summarizer();
    private final Set<String> ran = new LinkedHashSet<>();
    private @Nullable String announced;

    ConsoleLog(Console console, Path directory) {
        this.console = console;
        this.directory = directory;
        this.beginning = beginning(HookSettings.NONE);
    }

    /** What users set for hooks, which cannot be read before there is a journal for what is wrong with it. */
    void settings(HookSettings settings) {
        beginning = beginning(settings);
    }

    private Beginning beginning(HookSettings settings) {
        return new Beginning(
                console, settings, directory.resolve("summary.json").toString());
    }

    @Override
    public void on(RunEvent event) {
        summarizer.on(event);
        beginning.on(event);
        if (event instanceof RunEvent.RunStarted started) {
            console.info("Checks: " + String.join(", ", started.checks()));
        } else if (event instanceof RunEvent.LimitsSet limits) {
            shared(limits).ifPresent(shard -> console.info("Shard " + shard + ": a share of the run's cases"));
        } else if (event instanceof RunEvent.PhaseStarted phase) {
            announced = phase.phase();
        } else if (announced != null && isCall(event)) {
            console.info((ran.add(announced) ? "Running " : "Going on with ") + announced);
            announced = null;
        } else if (event instanceof RunEvent.PhaseFinished finished && announced == null) {
            summarizer.summary().phases().stream()
                    .filter(p -> p.name().equals(finished.phase()))
                    .forEach(this::phase);
        } else if (event instanceof RunEvent.RunBroken || event instanceof RunEvent.RunFinished) {
            beginning.rest();
            if (event instanceof RunEvent.RunBroken broken) {
                console.error("The contract tests could not run: " + broken.message());
            }
            if (summarizer.summary().started().isPresent()) { // else there is nothing to tell
                new RunResults(console, summarizer.summary(), directory).print();
                summarizer
                        .summary()
                        .limits()
                        .flatMap(ConsoleLog::shared)
                        .ifPresent(shard ->
                                console.info("All this is of shard " + shard + " alone. contract:merge makes the"
                                        + " report of the whole run, and says what to doubt of it."));
            }
        }
    }

    private static Optional<Shard> shared(RunEvent.LimitsSet limits) {
        return limits.shard().filter(shard -> shard.count() > 1);
    }

    /** A phase that calls nothing, as security where nothing is secured, is not worth a line. */
    private static boolean isCall(RunEvent event) {
        return event instanceof RunEvent.CallAnswered
                || event instanceof RunEvent.CallUnanswered
                || event instanceof RunEvent.CaseWithheld;
    }

    private void phase(PhaseSummary phase) {
        String line = "Operations: " + phase.operations() + ", Cases: " + phase.cases() + ", Findings: "
                + phase.findings() + ", Time elapsed: "
                + phase.elapsed().map(ConsoleLog::seconds).orElse("?") + " -- in " + phase.name();
        if (phase.findings() > 0) {
            console.error(line);
        } else {
            console.info(line);
        }
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.3f s", duration.toMillis() / 1000.0);
    }
}
