package io.contractcheck.maven;

import io.contractcheck.event.RunSummary;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/** What a run means for the build. */
sealed interface Result {
    /** The contract holds. */
    record Green() implements Result {}

    /** The contract is broken. */
    record Broken(String message) implements Result {}

    /** Nothing can be said of the contract. */
    record Unknown(String message) implements Result {}

    static Result of(RunSummary summary, Path directory) {
        if (summary.broken().isPresent()) {
            return new Unknown(
                    "The contract tests could not run: " + summary.broken().get());
        }
        if (!summary.finished()) {
            return new Unknown("The contract tests did not come to their end after " + summary.cases()
                    + " cases; what they found is in " + directory + ".");
        }
        if (summary.cases() == 0) {
            return new Unknown("Nothing was tested: no operation got a single case, for the reasons above and in "
                    + directory + ".");
        }
        if (turnedAway(summary)) {
            return new Unknown(
                    "Nothing was tested: every answer was 401 or 403. Give credentials that the service takes,"
                            + " in <headers> (contract.headers) or by a hook, and look at their names and values.");
        }
        if (summary.clean()) {
            return new Green();
        }
        if (summary.findings().isEmpty()) {
            return new Broken("The contract could not be checked in full: "
                    + plural(summary.errors().size(), "error") + ", listed above and in " + directory + ".");
        }
        String what = plural(summary.findings().size(), "finding")
                + (summary.errors().isEmpty() ? "" : " and ")
                + (summary.errors().isEmpty() ? "" : plural(summary.errors().size(), "error"));
        return new Broken("The service breaks its contract: " + what + ", listed above and in " + directory + ".");
    }

    private static boolean turnedAway(RunSummary summary) {
        List<Integer> statuses = summary.operations().stream()
                .flatMap(o -> o.statuses().keySet().stream())
                .toList();
        return !statuses.isEmpty() && statuses.stream().allMatch(status -> status == 401 || status == 403);
    }

    private static String plural(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    /** Fails the build, or says why it does not. */
    default void apply(boolean ignoreFailures, Log log) throws MojoExecutionException, MojoFailureException {
        if (this instanceof Unknown unknown) {
            throw new MojoExecutionException(unknown.message());
        }
        if (this instanceof Broken broken) {
            if (!ignoreFailures) {
                throw new MojoFailureException(broken.message());
            }
            log.warn(
                    broken.message()
                            + " The build goes on because testFailureIgnore is set; without it (-Dcontract.testFailureIgnore=false) it fails.");
        }
    }
}
