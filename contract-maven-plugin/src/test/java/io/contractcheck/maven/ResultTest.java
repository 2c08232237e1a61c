package io.contractcheck.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contractcheck.event.Doubt;
import io.contractcheck.event.RunEvent;
import io.contractcheck.event.RunSummary;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;

class ResultTest {
    private static final Path REPORTS = Path.of("target", "contract-reports");
    private static final RunEvent END = new RunEvent.RunFinished(Duration.ofSeconds(1));

    private final List<String> warned = new ArrayList<>();

    private void apply(boolean ignore, RunEvent... events) throws MojoExecutionException, MojoFailureException {
        Result.of(RunSummary.of(List.of(events)), REPORTS).apply(ignore, new SystemStreamLog() {
            @Override
            public void warn(CharSequence message) {
                warned.add(message.toString());
            }
        });
    }

    @Test
    void a_clean_run_passes() {
        assertThatCode(() -> apply(false, Findings.passing("GET /a", 200), END)).doesNotThrowAnyException();
    }

    private static RunEvent doubt(String message, boolean fails) {
        return new RunEvent.Doubted(new Doubt(Doubt.Kind.NOTHING_TESTED, message, fails));
    }

    @Test
    void a_doubt_that_fails_is_an_error_that_cannot_be_ignored_and_is_its_first_line() {
        assertThatThrownBy(() -> apply(
                        true,
                        Findings.failing("GET /a", "check", "one"),
                        doubt("Others are fine.", false),
                        doubt("Nothing was tested: all 401.\nSet <token>.", true),
                        END))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage(
                        "Nothing was tested: all 401.\nSet <token>.\n(nothing_tested fails the build; see failOn.)\n"
                                + "There is 1 finding besides.\nAll is listed above and in " + REPORTS + ".");
    }

    @Test
    void a_doubt_that_does_not_fail_lets_the_build_pass() {
        assertThatCode(() -> apply(false, Findings.passing("GET /a", 401), doubt("Nothing was tested.", false), END))
                .doesNotThrowAnyException();
    }

    @Test
    void a_finding_fails_the_build_and_says_where_to_look() {
        assertThatThrownBy(() -> apply(false, Findings.failing("GET /a", "check", "one"), END))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("1 finding,")
                .hasMessageContaining(REPORTS.toString());
    }

    @Test
    void an_error_fails_the_build_too() {
        assertThatThrownBy(() -> apply(
                        false,
                        Findings.failing("GET /a", "check", "one"),
                        Findings.failing("GET /a", "check", "two"),
                        new RunEvent.ErrorOccurred(Optional.empty(), "oops"),
                        END))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("2 findings and 1 error,");
    }

    @Test
    void errors_alone_are_no_broken_contract_but_a_broken_run_that_cannot_be_ignored() {
        assertThatThrownBy(() -> apply(
                        true,
                        Findings.passing("GET /a", 200),
                        new RunEvent.ErrorOccurred(Optional.empty(), "oops"),
                        END))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("could not be checked in full: 1 error,");
    }

    @Test
    void findings_that_are_ignored_do_not_take_errors_with_them() {
        assertThatThrownBy(() -> apply(
                        true,
                        Findings.failing("GET /a", "check", "one"),
                        new RunEvent.ErrorOccurred(Optional.empty(), "oops"),
                        END))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("1 error,")
                .hasMessageContaining("testFailureIgnore lets findings pass, not errors.");
    }

    @Test
    void findings_can_be_ignored_and_that_is_said() throws Exception {
        apply(true, Findings.failing("GET /a", "check", "one"), END);
        assertThat(warned).singleElement().asString().contains("1 finding").contains("testFailureIgnore");
    }

    @Test
    void a_run_that_broke_is_an_error_that_cannot_be_ignored() {
        assertThatThrownBy(() -> apply(true, new RunEvent.RunBroken("no service answers")))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("no service answers");
    }

    private static RunEvent cut(RunEvent.RunCut.Reason reason, String message) {
        return new RunEvent.RunCut(reason, message);
    }

    @Test
    void a_run_whose_time_was_up_passes_and_says_that_it_is_not_all() throws Exception {
        apply(
                false,
                Findings.passing("GET /a", 200),
                cut(RunEvent.RunCut.Reason.TIME, "The time was up. Set maxTime higher."),
                END);
        assertThat(warned)
                .containsExactly("Nothing was found in what was tested, which is not all: The time was up."
                        + " Set maxTime higher.");
    }

    @Test
    void a_run_that_somebody_stopped_never_passes() {
        RunEvent stopped = cut(RunEvent.RunCut.Reason.STOPPED, "The run was stopped.");
        assertThatThrownBy(() -> apply(false, Findings.passing("GET /a", 200), stopped, END))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("The contract tests were stopped after 1 case;");
        assertThatThrownBy(() -> apply(false, Findings.failing("GET /a", "check", "one"), stopped, END))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("breaks its contract: 1 finding")
                .hasMessageContaining("were stopped after 1 case");
        assertThatThrownBy(() -> apply(true, Findings.failing("GET /a", "check", "one"), stopped, END))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("were stopped after 1 case");
    }

    @Test
    void a_run_that_did_not_end_is_an_error_that_cannot_be_ignored() {
        assertThatThrownBy(() -> apply(true, Findings.failing("GET /a", "check", "one")))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("did not come to their end after 1 case");
    }
}
