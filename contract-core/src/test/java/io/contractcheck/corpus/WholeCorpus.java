package io.contractcheck.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/**
 * All of the corpus: named unlike a test, so that it runs only when asked for, by {@code -Dtest=WholeCorpus}. Properties:
 * {@code corpus.dir}, a folder of documents in place of the package; {@code corpus.names}, a regular expression that names must have a
 * match of; {@code corpus.walked} and {@code corpus.fuzzed}, the most cases of an operation; {@code corpus.threads};
 * {@code corpus.limit}, seconds for one operation; {@code corpus.every}, only one document in that many; {@code corpus.operations}, only
 * one operation in that many.
 */
class WholeCorpus {
    private static final Path FOLDER = Path.of("target", "corpus");

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
        CorpusRun run = new CorpusRun(
                new CaseSource(number("fuzzed", 5), number("walked", 200)),
                o -> Math.floorMod(o.label().hashCode(), operations) == 0,
                number("threads", 2),
                number("limit", 60),
                System.out::println);
        long start = System.nanoTime();
        Tally tally = run.over(corpus.orElseThrow(), names.and(name -> Math.floorMod(name.hashCode(), every) == 0));
        double seconds = (System.nanoTime() - start) / 1e9;
        CorpusReport.write(tally, seconds, FOLDER.resolve("report"));
        System.out.println(CorpusReport.table(tally, seconds));
        System.out.println("lists are in contract-core/" + FOLDER.resolve("report"));
        assertThat(tally.documents()).isPositive();
        Judged.require(tally);
    }
}
