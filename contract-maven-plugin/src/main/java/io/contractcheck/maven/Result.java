package io.contractcheck.maven;

import io.contractcheck.event.Doubt;
import io.contractcheck.event.RunEvent.RunCut;
import io.contractcheck.event.RunSummary;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/** What a run means for the build. */
sealed interface Result {
    /**
     * The contract holds.
     *
     * @param warning why that is said of a part only, if so
     */
    record Green(Optional<String> warning) implements Result {}

    /**
     * The contract is broken.
     *
     * @param message says so
     * @param unchecked what could not be checked besides, if so; that users let findings pass does not let it pass
     */
    record Broken(String message, Optional<String> unchecked) implements Result {}

    /** Nothing can be said of the contract, or not enough. */
    record Unknown(String message) implements Result {}

    static Result of(RunSummary summary, Path directory) {
        if (summary.broken().isPresent()) {
            return new Unknown(
                    "The contract tests could not run: " + summary.broken().get());
        }
        Optional<String> ended = ended(summary, directory);
        if (ended.isPresent() && summary.findings().isEmpty()) {
            return new Unknown(ended.get());
        }
        if (ended.isPresent()) {
            return new Broken(
                    "The service breaks its contract: "
                            + Counts.of(summary.findings().size(), "finding") + ", listed above and in " + directory
                            + ". " + ended.get(),
                    ended);
        }
        if (summary.doubts().stream().anyMatch(Doubt::fails)) {
            return new Unknown(doubted(summary, directory));
        }
        if (summary.clean()) {
            return new Green(summary.cut()
                    .map(cut -> "Nothing was found in what was tested, which is not all: " + cut.message()));
        }
        String errors = Counts.of(summary.errors().size(), "error");
        String where = ", listed above and in " + directory + ".";
        Optional<String> unchecked = summary.errors().isEmpty()
                ? Optional.empty()
                : Optional.of("The contract could not be checked in full: " + errors + where);
        if (summary.findings().isEmpty()) {
            return new Unknown(unchecked.orElse("The contract could not be checked in full" + where));
        }
        String findings = Counts.of(summary.findings().size(), "finding");
        return new Broken(
                "The service breaks its contract: " + findings
                        + (summary.errors().isEmpty() ? "" : " and " + errors) + where,
                unchecked);
    }

    /** That nobody let the run come to its end, if so. */
    private static Optional<String> ended(RunSummary summary, Path directory) {
        boolean stopped =
                summary.cut().filter(c -> c.reason() == RunCut.Reason.STOPPED).isPresent();
        return summary.finished() && !stopped
                ? Optional.empty()
                : Optional.of(
                        "The contract tests " + (stopped ? "were stopped" : "did not come to their end") + " after "
                                + Counts.of(summary.cases(), "case") + "; what they found is in " + directory + ".");
    }

    /** The first line is the first doubt itself: it is what Maven shows last. */
    private static String doubted(RunSummary summary, Path directory) {
        List<String> doubts = summary.doubts().stream()
                .filter(Doubt::fails)
                .map(d -> d.message() + "\n(" + d.kind().id()
                        + (d.kind() == Doubt.Kind.REQUIRED_HOOK
                                ? " always fails the build.)"
                                : " fails the build; see failOn.)"))
                .toList();
        return String.join("\n", doubts)
                + (summary.findings().isEmpty()
                        ? ""
                        : "\nThere " + (summary.findings().size() == 1 ? "is " : "are ")
                                + Counts.of(summary.findings().size(), "finding") + " besides.")
                + "\nAll is listed above and in " + directory + ".";
    }

    /** Fails the build, or says why it does not. */
    default void apply(boolean ignoreFindings, Log log) throws MojoExecutionException, MojoFailureException {
        if (this instanceof Green green) {
            green.warning().ifPresent(log::warn);
        }
        if (this instanceof Unknown unknown) {
            throw new MojoExecutionException(unknown.message());
        }
        if (this instanceof Broken broken) {
            if (!ignoreFindings) {
                throw new MojoFailureException(broken.message());
            }
            if (broken.unchecked().isPresent()) {
                throw new MojoExecutionException(
                        broken.unchecked().get() + " testFailureIgnore lets findings pass, not errors.");
            }
            log.warn(
                    broken.message()
                            + " The build goes on because testFailureIgnore is set; without it (-Dcontract.testFailureIgnore=false) it fails.");
        }
    }
}
