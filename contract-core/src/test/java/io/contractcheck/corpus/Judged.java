package io.contractcheck.corpus;

import static org.assertj.core.api.Assertions.assertThat;

/** What must hold over any part of the corpus. */
final class Judged {
    private static final double SHARE = 0.999;

    private Judged() {}

    static void require(Tally tally) {
        assertThat(tally.errors()).as("internal errors").isEmpty();
        assertThat(tally.hangs()).as("hangs").isEmpty();
        assertThat(CorpusReport.share(tally.positives(Verdict.Kind.AGREED), tally.positives(Verdict.Kind.DISAGREED)))
                .as(() -> "share of positive labels that the judge agrees with; " + tally.disagreements())
                .isGreaterThanOrEqualTo(SHARE);
        assertThat(CorpusReport.share(tally.negatives(Verdict.Kind.AGREED), tally.negatives(Verdict.Kind.DISAGREED)))
                .as(() -> "share of negative labels that the judge agrees with; " + tally.disagreements())
                .isGreaterThanOrEqualTo(SHARE);
    }
}
