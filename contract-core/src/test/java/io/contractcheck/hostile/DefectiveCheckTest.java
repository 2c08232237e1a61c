package io.contractcheck.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.contractcheck.check.Check;
import io.contractcheck.check.CheckContext;
import io.contractcheck.check.Verdict;
import io.contractcheck.event.RunSummary.OperationSummary;
import io.contractcheck.event.RunSummary.RunError;
import io.contractcheck.hook.CheckHook;
import io.contractcheck.hook.HookContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A check that fails on an answer costs that judgement, and not the run. */
class DefectiveCheckTest {
    @TempDir
    private Path folder;

    private interface Fault {
        int make(int depth);
    }

    private static int endless(int depth) {
        return endless(depth + 1) + 1;
    }

    private static int hungry(int depth) {
        throw new OutOfMemoryError("Java heap space");
    }

    private record Defective(Fault fault) implements CheckHook, Check {
        @Override
        public List<Check> checks(HookContext context) {
            return List.of(this);
        }

        @Override
        public String name() {
            return "defective";
        }

        @Override
        public Verdict check(CheckContext context) {
            if (context.operation().path().equals("/wild")) {
                fault.make(0);
            }
            return Verdict.passed();
        }
    }

    private String told(Fault fault) {
        HostileRun run = HostileRun.of(
                folder, talk -> talk.json("{\"ok\":true}"), HostileRun.LONG, List.of(new Defective(fault)));
        assertThat(run.summary().finished()).isTrue();
        assertThat(run.summary().operations()).allMatch(OperationSummary::reached2xx);
        assertThat(run.summary().operations())
                .allMatch(o -> o.checks().containsKey("defective") != o.label().equals("POST /wild"));
        assertThat(run.summary().errors()).hasSize(1);
        RunError error = run.summary().errors().get(0);
        assertThat(error.operation()).isEqualTo(Optional.of("POST /wild"));
        assertThat(error.occurrences()).isGreaterThan(1);
        return error.message();
    }

    @Test
    void a_check_that_never_comes_back_from_itself_is_a_defect_of_it() {
        assertThat(told(DefectiveCheckTest::endless))
                .startsWith("check defective failed by itself, which is a defect of the check:"
                        + " java.lang.StackOverflowError");
    }

    @Test
    void a_check_without_memory_says_what_to_do() {
        assertThat(told(DefectiveCheckTest::hungry))
                .isEqualTo(
                        "check defective ran out of memory on an answer, which was not judged. Give Maven more, as by"
                                + " MAVEN_OPTS=-Xmx1g.");
    }
}
