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
import io.contractcheck.check.CheckSettings;
import io.contractcheck.check.FailureId;
import io.contractcheck.event.CheckResult;
import io.contractcheck.event.Journal;
import io.contractcheck.event.RunEvent;
import io.contractcheck.event.RunListener;
import io.contractcheck.event.RunSummary;
import io.contractcheck.http.Response;
import io.contractcheck.it.depot.Bug;
import io.contractcheck.it.depot.DepotService;
import io.contractcheck.testcase.Mode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A service with many bugs, of which several look alike: each is shown, each once, and nothing else is. */
class PlantedBugsTest {
    /** What is shown of each. */
    private static final Map<Bug, String> CAUSES = new EnumMap<>(Bug.class);

    static {
        CAUSES.put(
                Bug.SORT_BY_WEIGHT,
                "500 Cannot invoke \"Double.compareTo(Object)\" because the … of depot.Item… is null");
        CAUSES.put(Bug.LAST_PAGE, "500 Index … out of bounds for length …");
        CAUSES.put(Bug.LIMIT_NO_NUMBER, "500 Internal Server Error for query limit type");
        CAUSES.put(Bug.LIMIT_BELOW_ONE, "500 Internal Server Error for query limit minimum");
        CAUSES.put(Bug.LARGE_OFFSET, "500 Internal Server Error for query offset");
        CAUSES.put(Bug.UNICODE_SEARCH, "500 Internal Server Error");
        CAUSES.put(Bug.NO_TOTAL, "200 x-total-count required");
        CAUSES.put(Bug.ALLOWS_PURGE, "undocumented PURGE");
        CAUSES.put(Bug.EMPTY_TAGS, "500 NoSuchElementException: No value present at Tags.first:31");
        CAUSES.put(Bug.NO_WEIGHT, "500 HTTP Status … – Internal Server Error for body");
        CAUSES.put(Bug.NO_JSON, "500 for a malformed body");
        CAUSES.put(Bug.FOREIGN_TYPE, "500 class String cannot be cast to class depot.Item");
        CAUSES.put(Bug.NAME_TAKEN, "409 there is an item '…' already");
        CAUSES.put(Bug.CATEGORY_CLOSED, "409 the category '…' is closed");
        CAUSES.put(Bug.LONG_NAME, "body maxLength at /name");
        CAUSES.put(Bug.ANY_CATEGORY, "body enum at /category");
        CAUSES.put(Bug.HEAVY, "400 the weight must be at most … kg");
        CAUSES.put(Bug.LOWER_CASE_CODE, "400 Bad Request");
        CAUSES.put(Bug.WEIGHT_AS_TEXT, "200 type at /weight");
        CAUSES.put(Bug.UNIT_INCH, "200 enum at /size/unit");
        CAUSES.put(Bug.NO_TITLE, "404 required title");
        CAUSES.put(Bug.HEAD_REFUSED, "HEAD 405, GET 2xx");
        CAUSES.put(Bug.PATCH_SERVED, "PATCH answered as if it were there");
        CAUSES.put(Bug.PLAIN_404, "404 text/plain");
        CAUSES.put(Bug.NO_KEY, "anonymous");
        CAUSES.put(Bug.SLOW_YEAR, "longer than 1500 ms");
        CAUSES.put(Bug.TWICE, "500 Duplicate key days (attempted merging values … and …)");
        CAUSES.put(Bug.UNKNOWN_PARAMETER, "500 without a message for query x-contractcheck-unknown");
        CAUSES.put(Bug.GENERATED_IN, "200 x-generated-in type");
        CAUSES.put(Bug.NO_CLIENT, "x-client");
        CAUSES.put(Bug.NO_DATA, "404 as application/problem+json");
        CAUSES.put(Bug.NOT_ROUTED, "404 as text/plain");
    }

    /** What is a failure of the service; that a name is taken was the run's own doing, which is told but is none. */
    private static final List<Bug> SHOWN =
            Stream.of(Bug.values()).filter(bug -> bug != Bug.NAME_TAKEN).toList();

    @TempDir
    private Path directory;

    /** Which bugs, by what the service itself says, were behind each failure. */
    private static final class Truth implements RunListener {
        private final Map<FailureId, Set<Bug>> behind = new LinkedHashMap<>();

        @Override
        public synchronized void on(RunEvent event) {
            if (!(event instanceof RunEvent.CallAnswered call)) {
                return;
            }
            Set<Bug> named = named(call.exchange().response());
            for (CheckResult result : call.checks()) {
                result.failures()
                        .forEach(f -> named.stream()
                                .filter(bug -> bug.check().equals(result.check())
                                        && f.id().cause().contains(bug.word()))
                                .forEach(bug -> behind.computeIfAbsent(f.id(), id -> EnumSet.noneOf(Bug.class))
                                        .add(bug)));
            }
        }
    }

    private static Set<Bug> named(Response answer) {
        Set<Bug> named = EnumSet.noneOf(Bug.class);
        answer.headers().stream().filter(h -> h.is("X-Bug")).forEach(h -> named.add(Bug.valueOf(h.value())));
        return named;
    }

    private RunSummary run(DepotService service, String document, long seed, Truth truth) {
        AuthSettings.User user = new AuthSettings.User(
                "tester",
                List.of(new Credential(
                        Optional.of("key"),
                        Optional.empty(),
                        new Grant.Given(new SecretValue.Literal(DepotService.KEY, "the test")),
                        Optional.empty())),
                Optional.empty());
        ContractConfig config = ContractConfig.of(service.url() + "/" + document)
                .with(new Generation(600, OptionalLong.of(seed), Mode.ALL, true))
                .with(new AuthSettings(List.of(user)))
                .with(new CheckSettings(List.of(), Optional.of(Duration.ofMillis(1500))))
                .with(new Reporting(directory, List.of()));
        return ContractRun.run(config, List.of(), List.of(truth));
    }

    @ParameterizedTest
    @CsvSource({"depot-3.0.yaml, 1", "depot-3.1.yaml, 2"})
    void each_bug_is_shown_once_and_nothing_else_is(String document, long seed) throws IOException {
        Truth truth = new Truth();
        try (DepotService service = new DepotService()) {
            RunSummary summary = run(service, document, seed, truth);
            assertThat(summary.phases().stream()
                            .mapToLong(RunSummary.PhaseSummary::findings)
                            .sum())
                    .as("what the phases found, together")
                    .isEqualTo(summary.findings().size());

            assertThat(summary.findings().stream()
                            .map(f -> f.id().operation() + ", " + f.id().check() + ": " + f.id().cause()))
                    .containsExactlyInAnyOrderElementsOf(SHOWN.stream()
                            .map(bug -> bug.operation() + ", " + bug.check() + ": " + CAUSES.get(bug))
                            .toList());
            assertThat(summary.warnings())
                    .anyMatch(warning -> warning.startsWith("POST /items, status_code_conformance: "));
            for (Bug bug : SHOWN) {
                RunSummary.Finding finding = summary.findings().stream()
                        .filter(f -> f.id().equals(new FailureId(bug.operation(), bug.check(), CAUSES.get(bug))))
                        .findFirst()
                        .orElseThrow();
                assertThat(named(finding.response().orElseThrow()))
                        .as("what made the answer that is shown for %s", finding.id())
                        .contains(bug);
                if (bug != Bug.UNICODE_SEARCH) {
                    // all failures of drawn values without words have one identity until the run is over
                    assertThat(truth.behind.get(finding.id()))
                            .as("what made the answers of %s", finding.id())
                            .containsExactly(bug);
                }
            }
            try (Stream<RunEvent> events = Journal.read(directory.resolve(ContractRun.JOURNAL))) {
                assertThat(RunSummary.of(events::iterator)).isEqualTo(summary);
            }
            assertThat(summary.errors()).isEmpty();
            assertThat(summary.notTested()).isEmpty();
        }
    }
}
