package io.contractcheck.maven;

import io.contractcheck.ContractException;
import io.contractcheck.OperationSettings;
import io.contractcheck.OperationSettings.Cases;
import io.contractcheck.OperationSettings.Judging;
import io.contractcheck.OperationSettings.Sending;
import io.contractcheck.check.CheckSettings;
import io.contractcheck.check.StatusSet;
import io.contractcheck.http.Header;
import io.contractcheck.openapi.OperationFilter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** {@code <operation>}: what holds for some operations. Its members are the plain parameters of the same names. */
@SuppressWarnings("NullAway.Init") // Maven fills the fields
public final class OperationParameter {
    private final List<String> filter = new ArrayList<>();

    /** Whether they are tested. */
    @Nullable String enabled;

    /** Random cases for each at most. */
    @Nullable String maxExamples;

    /** By which phases. */
    @Nullable List<String> phases;

    /** Which cases are made. */
    @Nullable String mode;

    /** By which checks. */
    @Nullable List<String> checks;

    /** Not by which, beside those that are excluded for all. */
    @Nullable List<String> excludeChecks;

    /** Each as {@code check: statuses}. */
    @Nullable Lines expectedStatuses;

    /** How long one request may take. */
    @Nullable String requestTimeout;

    /** How long an answer may take. */
    @Nullable String maxResponseTime;

    /** In place of those for all of the same names. */
    @Nullable Lines headers;

    /** For Maven, which makes it. */
    public OperationParameter() {}

    /** For Maven, which calls this for each element {@code <filter>}. */
    public void setFilter(String text) {
        filter.add(text);
    }

    /**
     * As read.
     *
     * @param number among all, from 1
     * @throws ContractException if a value is wrong
     */
    OperationSettings read(int number) {
        List<String> texts = Values.texts(filter);
        if (texts.isEmpty()) {
            throw new ContractException(
                    "operations/" + number + ". operation/filter: is missing. Write for which operations"
                            + " this is, as <filter>POST /books/*</filter> or <filter>tag:shop</filter>.");
        }
        String at = "operations/" + texts.get(0) + "/";
        return new OperationSettings(
                texts.stream().map(OperationFilter::new).toList(),
                given(enabled).map(e -> Values.flag(at + "enabled", e)),
                new Cases(
                        given(maxExamples)
                                .map(m -> OptionalInt.of(Values.count(at + "maxExamples", m)))
                                .orElse(OptionalInt.empty()),
                        Values.names(phases),
                        given(mode).map(m -> Values.mode(at + "mode", m))),
                new Judging(
                        Values.names(checks),
                        Values.names(excludeChecks),
                        statuses(at + "expectedStatuses"),
                        Values.duration(at + "maxResponseTime", maxResponseTime)),
                new Sending(Values.duration(at + "requestTimeout", requestTimeout), headers(at + "headers")));
    }

    private List<Header> headers(String at) {
        return headers == null
                ? List.of()
                : headers.all().stream().map(h -> Values.header(at, h)).toList();
    }

    private Map<String, StatusSet> statuses(String at) {
        Map<String, StatusSet> statuses = new LinkedHashMap<>();
        for (String line : expectedStatuses == null ? List.<String>of() : expectedStatuses.all()) {
            CheckSettings.Expected expected = Values.expected(at, line);
            if (expected.operations().isPresent()) {
                throw Values.wrong(
                        at,
                        line,
                        "which operation is said already; write 'check: statuses', as not_a_server_error: 2xx 503");
            }
            statuses.put(expected.check(), expected.statuses());
        }
        return statuses;
    }

    private static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text).filter(t -> !t.isBlank());
    }
}
