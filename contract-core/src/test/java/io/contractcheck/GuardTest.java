package io.contractcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.contractcheck.http.Secrets;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class GuardTest {
    private static final String TOKEN = "a-token-like-no-other";

    private static Throwable out(RuntimeException e) {
        Secrets secrets = new Secrets();
        secrets.add("CONTRACT_TOKEN", TOKEN);
        return catchThrowable(() -> Guard.of(secrets, () -> {
            throw e;
        }));
    }

    private static String trace(Throwable e) {
        StringWriter trace = new StringWriter();
        e.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }

    @Test
    void no_cause_tells_what_the_message_keeps() {
        RuntimeException deep = new IllegalStateException("a step", new IllegalArgumentException("Bearer " + TOKEN));
        assertThat(out(new ContractException("it failed", deep)))
                .isInstanceOf(ContractException.class)
                .hasMessage("it failed")
                .satisfies(e -> assertThat(trace(e)).doesNotContain(TOKEN));
        assertThat(out(deep))
                .isInstanceOf(ContractException.class)
                .satisfies(e -> assertThat(trace(e)).contains("a step").doesNotContain(TOKEN));
    }

    @Test
    void what_has_no_secret_keeps_its_cause() {
        RuntimeException cause = new IllegalStateException("no secret");
        assertThat(out(new ContractException("it failed", cause))).hasCause(cause);
        assertThat(out(cause)).hasCause(cause);
    }
}
