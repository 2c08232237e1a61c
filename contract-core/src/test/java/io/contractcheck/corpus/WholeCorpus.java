package io.contractcheck.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/**
 * All of the corpus: named unlike a test, so that it runs only when asked for, by {@code -Dtest=WholeCorpus}. Properties:
 * {@code corpus.dir}, a folder of documents in place of the package; {@code corpus.names}, a regular expression that names must have a
 * match of; {@code corpus.walked} and {@code corpus.fuzzed}, the most cases of an operation; {@code corpus.threads};
 * {@code corpus.limit}, CPU seconds for one operation; {@code corpus.every}, only one document in that many; {@code corpus.operations}, only
 * one operation in that many.
 */
class WholeCorpus {
    private static final Path FOLDER = Path.of("target", "corpus");

    private static final Path REPORT = FOLDER.resolve("report");

    /** In nanoseconds, between reports on the way. */
    private static final long PAUSE = 30_000_000_000L;

    private static int number(String name, int otherwise) {
        return Integer.getInteger("corpus." + name, otherwise);
    }

    static Optional<Corpus> corpus(AtomicReference<String> reason) {
        String folder = System.getProperty("corpus.dir", "");
        return folder.isEmpty() ? Corpus.fetched(FOLDER, reason::set) : Optional.of(Corpus.in(Path.of(folder)));
    }

    @Test
    void every_case_of_the_corpus_is_what_its_label_says() {
        AtomicReference<String> reason = new AtomicReference<>("");
        Optional<Corpus> corpus = corpus(reason);
        assumeThat(corpus).as("the corpus cannot be had: %s", reason.get()).isPresent();
        Predicate<String> names = java.util.regex.Pattern.compile(System.getProperty("corpus.names", ""))
                .asPredicate();
        int every = number("every", 1);
        int operations = number("operations", 1);
        long start = System.nanoTime();
        AtomicLong written = new AtomicLong(start);
        CorpusRun run = new CorpusRun(
                new CaseSource(number("fuzzed", 2), number("walked", 40)),
                o -> Math.floorMod(o.label().hashCode(), operations) == 0,
                number("threads", 2),
                number("limit", 60),
                (document, soFar) -> {
                    System.out.println(document);
                    if (written.get() + PAUSE < System.nanoTime()) {
                        written.set(System.nanoTime());
                        CorpusReport.write(soFar, (System.nanoTime() - start) / 1e9, REPORT);
                    }
                });
        Tally tally = run.over(corpus.orElseThrow(), names.and(name -> Math.floorMod(name.hashCode(), every) == 0));
        double seconds = (System.nanoTime() - start) / 1e9;
        CorpusReport.write(tally, seconds, REPORT);
        System.out.println(CorpusReport.table(tally, seconds));
        System.out.println("lists are in contract-core/" + REPORT);
        assertThat(tally.documents()).isPositive();
        Judged.require(tally);
    }
}
