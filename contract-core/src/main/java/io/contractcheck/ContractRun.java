package io.contractcheck;

import io.contractcheck.event.Journal;
import io.contractcheck.event.RunEvent;
import io.contractcheck.event.RunListener;
import io.contractcheck.event.RunSummary;
import io.contractcheck.event.Summarizer;
import io.contractcheck.hook.Hook;
import io.contractcheck.internal.engine.RunBrokenException;
import io.contractcheck.internal.report.MergeException;
import io.contractcheck.internal.report.Report;
import io.contractcheck.internal.report.Reports;
import io.contractcheck.internal.report.Scripts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A run of contract tests.
 *
 * <pre>{@code
 * RunSummary summary = ContractRun.run(
 *         ContractConfig.of("http://127.0.0.1:8080/openapi.json"), List.of(), List.of());
 * }</pre>
 */
public final class ContractRun {
    /** The journal's file name in the reports directory. */
    public static final String JOURNAL = "journal.ndjson";

    private ContractRun() {}

    /**
     * Runs once and writes journal and reports.
     *
     * @param hooks in the order in which they apply
     * @param listeners are told every event, after the journal
     * @throws ContractException if the run is broken or wrongly configured; the journal tells of it
     */
    public static RunSummary run(ContractConfig config, List<Hook> hooks, List<RunListener> listeners) {
        try (Recording recording = record(config.reports().directory(), listeners)) {
            return recording.run(config, hooks);
        }
    }

    /**
     * Makes one run of its shards, with the journal and the reports that it would have if it had not been shared. Nothing is sent.
     *
     * @param hooks as in the shards; those that look at the run as a whole do so now
     * @param listeners are told every event, after the journal
     * @throws ContractException if shards are missing, did not come to their end, or are not of one run
     */
    public static RunSummary merge(ContractMerge merge, List<Hook> hooks, List<RunListener> listeners) {
        List<Path> journals = Merging.journals(merge);
        try (Recording recording = record(merge.reports().directory(), listeners)) {
            return recording.merge(merge, journals, hooks);
        }
    }

    /** Begins a journal before anything else is done, so that even a wrong configuration is on record. */
    public static Recording record(Path directory, List<RunListener> listeners) {
        return new Recording(directory, listeners);
    }

    /**
     * What a run left in that folder. If it was killed, its reports are written now, from its journal.
     *
     * @throws java.io.UncheckedIOException if the journal cannot be read
     */
    public static RunSummary recorded(Path directory) {
        RunSummary summary = read(directory);
        if (!summary.finished() && summary.broken().isEmpty()) {
            write(Reports.standard(), summary, directory);
        }
        return summary;
    }

    /**
     * What a run left in that folder, with its reports written anew from its journal: of a run that was killed, everything up to the last
     * finished case.
     *
     * @param names of the reports; empty for all
     * @throws java.io.UncheckedIOException if the journal cannot be read
     * @throws ContractException if there is no such report
     */
    public static RunSummary report(Path directory, List<String> names) {
        List<Report> reports = Choices.reports(names, Reports.standard());
        RunSummary summary = read(directory);
        write(reports, summary, directory);
        return summary;
    }

    private static void write(List<Report> reports, RunSummary summary, Path directory) {
        reports.forEach(r -> Reports.write(r, summary, directory));
        Scripts.write(summary, directory);
    }

    private static RunSummary read(Path directory) {
        Summarizer summarizer = new Summarizer();
        try (Stream<RunEvent> events = Journal.read(directory.resolve(JOURNAL))) {
            events.forEach(summarizer::on);
        }
        RunSummary summary = summarizer.summary();
        if (!summary.finished() && summary.broken().isEmpty() && summary.cut().isEmpty()) {
            summarizer.on(new RunEvent.RunCut(
                    RunEvent.RunCut.Reason.KILLED, "The run was killed: its journal ends before the run does."));
        }
        return summarizer.summary();
    }

    /** A journal that was begun, for one run. */
    public static final class Recording implements AutoCloseable, RunListener {
        private final Path directory;
        private final Journal journal;
        private final Summarizer summarizer = new Summarizer();
        private final List<RunListener> listeners;
        private final Stop stop = new Stop();
        private final CountDownLatch ended = new CountDownLatch(1);
        private final long begin = System.nanoTime();
        private List<Report> reports = Reports.standard();
        private boolean sending;
        private boolean abandoned;

        private Recording(Path directory, List<RunListener> listeners) {
            this.directory = directory;
            this.listeners = new ArrayList<>(listeners);
            this.journal = Journal.create(directory.resolve(JOURNAL));
            // What an earlier run left must not stand beside the journal of this one, should it be killed
            Reports.standard().forEach(r -> Reports.delete(r, directory));
            Scripts.delete(directory);
        }

        /** One event at a time, the journal first. */
        @Override
        public void on(RunEvent event) {
            Journal.Line line = new Journal.Line(event);
            synchronized (this) {
                if (abandoned) {
                    return;
                }
                sending |= event instanceof RunEvent.PhaseStarted;
                journal.write(line);
                summarizer.on(event);
                listeners.forEach(l -> l.on(event));
            }
        }

        /** Tells a listener of what happens from now on, after the others. */
        synchronized void join(RunListener listener) {
            listeners.add(listener);
        }

        /** The run as far as it has come. */
        RunSummary summary() {
            return summarizer.summary();
        }

        /** Told that the run is to end. */
        Stop stopping() {
            return stop;
        }

        /**
         * Lets the run begin no more cases, from any thread and at any time; returns at once. The run then ends as always: what is running is
         * waited for, and the reports say what was not done.
         */
        public void stop() {
            stop.want();
        }

        /**
         * Likewise, and returns once the run has ended. What hangs for longer is abandoned: the record and its reports are then ended without
         * it, and nothing that it still does is on record.
         */
        public void stop(Duration patience) {
            stop.want();
            try {
                if (!ended.await(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                    abandon(patience);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private synchronized void abandon(Duration patience) {
            if (ended.getCount() == 0) {
                return;
            }
            if (!sending) {
                broken(Stop.beforeAnything());
            } else {
                on(new RunEvent.RunCut(
                        RunEvent.RunCut.Reason.STOPPED,
                        "The run was stopped from outside before all its cases were sent. Some did not end within "
                                + patience.toMillis() / 1000.0 + " s and were abandoned."));
                on(new RunEvent.RunFinished(Duration.ofNanos(System.nanoTime() - begin)));
                write(reports);
            }
            abandoned = true;
        }

        /**
         * Runs.
         *
         * @throws ContractException if the run is broken or wrongly configured; the journal tells of it
         */
        public RunSummary run(ContractConfig config, List<Hook> hooks) {
            return end(config.reports().names(), () -> new Execution(config, hooks, this).run());
        }

        /**
         * Merges shards.
         *
         * @param journals of the shards
         * @throws ContractException if they do not make one run; the journal tells of it
         */
        RunSummary merge(ContractMerge merge, List<Path> journals, List<Hook> hooks) {
            return end(merge.reports().names(), () -> new Merging(merge, hooks, this).run(journals));
        }

        private RunSummary end(List<String> names, Runnable work) {
            List<Report> reports;
            try {
                reports = Choices.reports(names, Reports.standard());
                work.run();
            } catch (MergeException e) {
                throw broken(new ContractException("merge: " + e.getMessage()));
            } catch (RunBrokenException e) {
                throw broken(new ContractException(String.valueOf(e.getMessage()), e));
            } catch (ContractException e) {
                throw broken(e);
            }
            return write(reports);
        }

        private synchronized RunSummary write(List<Report> chosen) {
            RunSummary summary = summarizer.summary();
            if (!abandoned) {
                ContractRun.write(chosen, summary, directory);
            }
            ended.countDown();
            return summary;
        }

        /** Puts on record that the run is broken, and writes the reports that say so. */
        public synchronized ContractException broken(ContractException reason) {
            if (summarizer.summary().broken().isEmpty() && !abandoned) {
                try {
                    on(new RunEvent.RunBroken(String.valueOf(reason.getMessage())));
                } catch (RunBrokenException e) {
                    reason.addSuppressed(e); // a hook that listens failed, which must not hide why the run broke
                }
                write(Reports.standard());
            }
            return reason;
        }

        @Override
        public synchronized void close() {
            abandoned = true;
            ended.countDown();
            journal.close();
        }
    }
}
