package io.contractcheck.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** A sample of {@link WholeCorpus}, always the same: some documents, and of each some operations. */
class CorpusTest {
    private static final int SEED = 3;
    private static final int DOCUMENTS = 60;
    private static final int OPERATIONS = 4;

    private static boolean drawn(String name, int in) {
        return Math.floorMod((name.hashCode() ^ SEED) * 0x9E3779B9, in) == 0;
    }

    @Test
    void the_cases_of_real_documents_are_what_their_labels_say() {
        AtomicReference<String> reason = new AtomicReference<>("");
        Optional<Corpus> corpus = WholeCorpus.corpus(reason);
        assumeThat(corpus)
                .as("skipped, because the corpus of real documents cannot be had: %s", reason.get())
                .isPresent();
        Predicate<String> names = name -> drawn(name, DOCUMENTS);
        CorpusRun run = new CorpusRun(
                new CaseSource(2, 40),
                operation -> drawn(operation.label(), OPERATIONS),
                2,
                60,
                (document, soFar) -> {});
        Tally tally = run.over(corpus.orElseThrow(), names);
        assertThat(tally.documents()).isPositive();
        assertThat(tally.operations()).isPositive();
        Judged.require(tally);
    }
}
