package io.contractcheck.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.contractcheck.ContractConfig;
import io.contractcheck.ContractConfig.Generation;
import io.contractcheck.ContractConfig.Reporting;
import io.contractcheck.ContractRun;
import io.contractcheck.auth.AuthSettings;
import io.contractcheck.auth.AuthSettings.Credential;
import io.contractcheck.auth.Grant;
import io.contractcheck.auth.SecretValue;
import io.contractcheck.event.Doubt;
import io.contractcheck.event.RunSummary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Two users and a service with one habit: of a fault exactly one check speaks, of a right way none. In each version of OpenAPI. */
class OneHabitTest {
    @TempDir
    private Path directory;

    static Stream<Arguments> habits() {
        return Stream.of("vault-3.0.yaml", "vault-3.1.json", "vault-2.0.json")
                .flatMap(d -> Stream.of(Habit.values())
                        // Swagger 2.0 cannot say that a cookie is a key
                        .filter(h -> !(d.endsWith("2.0.json") && h == Habit.IGNORES_COOKIE))
                        .map(h -> Arguments.of(h, d)));
    }

    private static AuthSettings.User user(VaultService service, String name, boolean cookies, Habit habit) {
        List<Credential> credentials = new ArrayList<>();
        credentials.add(credential("oauth", service.token(name)));
        credentials.add(credential("key", VaultService.KEY));
        if (cookies) {
            credentials.add(credential("session", VaultService.SESSION));
        }
        List<String> scopes = name.equals("alice") ? List.of("read", "write", "reports") : List.of("read", "write");
        return new AuthSettings.User(
                name, credentials, habit == Habit.OPAQUE_TOKENS ? Optional.of(scopes) : Optional.empty());
    }

    private static Credential credential(String scheme, String value) {
        return new Credential(
                Optional.of(scheme),
                Optional.empty(),
                new Grant.Given(new SecretValue.Literal(value, "the test")),
                Optional.empty());
    }

    @ParameterizedTest
    @MethodSource("habits")
    void exactly_the_check_of_the_habit_speaks(Habit habit, String document) throws IOException {
        boolean cookies = !document.endsWith("2.0.json");
        try (VaultService service = new VaultService(habit)) {
            ContractConfig config = ContractConfig.of(service.url() + "/" + document)
                    .with(new Generation(8, OptionalLong.of(5)))
                    .with(new AuthSettings(
                            List.of(user(service, "alice", cookies, habit), user(service, "bob", cookies, habit))))
                    .with(new Reporting(directory, List.of()));

            RunSummary summary = ContractRun.run(config, List.of(), List.of());

            assertThat(summary.findings().stream().map(f -> f.id().check()).distinct())
                    .containsExactlyElementsOf(habit.check().isEmpty() ? List.of() : List.of(habit.check()));
            assertThat(summary.checks().stream()
                            .filter(c -> c.operations() > 0 || c.name().startsWith("function_"))
                            .filter(c -> c.judged() == 0)
                            .map(c -> c.name()))
                    .isSubsetOf(habit == Habit.IGNORES_ALL_AUTH ? List.of("function_level_authorization") : List.of());
            assertThat(summary.doubts()).extracting(Doubt::kind).allMatch(kind -> kind == Doubt.Kind.MISSING_TEST_DATA);
            assertThat(summary.errors()).isEmpty();
            assertThat(summary.notTested()).isEmpty();
            assertThat(summary.withheld()).isEmpty();
        }
    }
}
