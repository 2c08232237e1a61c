package io.contractcheck.corpus;

import io.contractcheck.openapi.Operation;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Many documents, each in a thread of its own that is left behind when it hangs.
 *
 * @param threads documents at a time
 * @param limit CPU seconds that loading, or one operation, may take
 */
record CorpusRun(CaseSource source, Predicate<Operation> wanted, int threads, int limit, Progress progress) {

    /** Is told when a document is done. */
    interface Progress {
        void done(String document, Tally soFar);
    }

    Tally over(Corpus corpus, Predicate<String> names) {
        Tally all = new Tally();
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        Semaphore room = new Semaphore(threads + 1);
        corpus.each(names, text -> {
            room.acquireUninterruptibly();
            workers.execute(() -> {
                try {
                    String done = one(text, all);
                    progress.done(done, all);
                } finally {
                    room.release();
                }
            });
        });
        workers.shutdown();
        try {
            if (!workers.awaitTermination(1, TimeUnit.DAYS)) {
                throw new IllegalStateException("a day is over");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return all;
    }

    /** A machine may be busy; what waits for ever needs no CPU. */
    private boolean hangs(DocumentRun run, Thread thread) {
        long used = ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.getId());
        return used - run.usedBefore() > limit * 1_000_000_000L || run.busySeconds() > 20L * limit;
    }

    private String one(Corpus.Text text, Tally all) {
        long start = System.nanoTime();
        DocumentRun run = new DocumentRun(text, source, wanted);
        Thread thread = new Thread(run, text.name());
        thread.setDaemon(true);
        thread.start();
        try {
            while (thread.isAlive()) {
                thread.join(200);
                if (thread.isAlive() && hangs(run, thread)) {
                    String stack = Arrays.stream(thread.getStackTrace())
                            .limit(60)
                            .map(frame -> "\n\tat " + frame)
                            .collect(Collectors.joining());
                    run.tally().hang(run.busy() + " takes longer than " + limit + " CPU seconds:" + stack);
                    break;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        String done = "%s: %d operations, %.1f s"
                .formatted(text.name(), run.tally().operations(), (System.nanoTime() - start) / 1e9);
        all.add(run.tally());
        return done;
    }
}
