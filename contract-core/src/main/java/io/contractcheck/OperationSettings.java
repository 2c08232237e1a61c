package io.contractcheck;

import io.contractcheck.check.StatusSet;
import io.contractcheck.http.Header;
import io.contractcheck.openapi.Operation;
import io.contractcheck.openapi.OperationFilter;
import io.contractcheck.testcase.Mode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What holds for some operations in place of what holds for all. Of several that match an operation, each thing is as the last one has it that
 * speaks of it. No operation's cases change by what is set for another.
 *
 * <pre>{@code
 * ContractConfig.of("openapi.yaml").with(List.of(OperationSettings.of("POST /orders", "tag:billing")
 *         .with(new OperationSettings.Cases(OptionalInt.of(1000), List.of(), Optional.empty()))));
 * }</pre>
 *
 * @param filters which operations: those that match one of them
 * @param enabled whether they are tested; if not, it is as if they were excluded
 * @param cases which cases they get
 * @param judging by what their answers are judged
 * @param sending how their requests are sent
 */
public record OperationSettings(
        List<OperationFilter> filters, Optional<Boolean> enabled, Cases cases, Judging judging, Sending sending) {

    /** @throws IllegalArgumentException if there is no filter */
    public OperationSettings {
        filters = List.copyOf(filters);
        if (filters.isEmpty()) {
            throw new IllegalArgumentException("settings for operations need a filter that says for which they are");
        }
    }

    /**
     * Nothing yet, for operations that match one of the filters, written as {@code POST /books/*} or {@code tag:shop}.
     *
     * @throws IllegalArgumentException if there is none, or one is empty
     */
    public static OperationSettings of(String... filters) {
        return new OperationSettings(
                List.of(filters).stream().map(OperationFilter::new).toList(),
                Optional.empty(),
                Cases.AS_ALL,
                Judging.AS_ALL,
                Sending.AS_ALL);
    }

    /** The same for operations that are tested, or not. */
    public OperationSettings enabled(boolean other) {
        return new OperationSettings(filters, Optional.of(other), cases, judging, sending);
    }

    /** The same with other cases. */
    public OperationSettings with(Cases other) {
        return new OperationSettings(filters, enabled, other, judging, sending);
    }

    /** The same, judged otherwise. */
    public OperationSettings with(Judging other) {
        return new OperationSettings(filters, enabled, cases, other, sending);
    }

    /** The same, sent otherwise. */
    public OperationSettings with(Sending other) {
        return new OperationSettings(filters, enabled, cases, judging, other);
    }

    boolean matches(Operation operation) {
        return filters.stream().anyMatch(f -> f.matches(operation));
    }

    /** Its name in messages. */
    String name() {
        return "operations, " + filters.get(0).text();
    }

    /** What is left of it where another one, that comes later, matches too. */
    OperationSettings then(OperationSettings later) {
        return new OperationSettings(
                filters,
                later.enabled.or(() -> enabled),
                cases.then(later.cases),
                judging.then(later.judging),
                sending.then(later.sending));
    }

    private static <T> List<T> last(List<T> earlier, List<T> later) {
        return later.isEmpty() ? earlier : later;
    }

    /**
     * Which cases are made.
     *
     * @param maxExamples random cases for an operation at most, at least 1
     * @param phases names; empty for those of all operations
     * @param mode whether valid cases are made, invalid ones, or both
     */
    public record Cases(OptionalInt maxExamples, List<String> phases, Optional<Mode> mode) {
        /** As for all operations. */
        public static final Cases AS_ALL = new Cases(OptionalInt.empty(), List.of(), Optional.empty());

        /** @throws IllegalArgumentException if the number is too small */
        public Cases {
            if (maxExamples.isPresent() && maxExamples.getAsInt() < 1) {
                throw new IllegalArgumentException(
                        "maxExamples is " + maxExamples.getAsInt() + ": it must be at least 1");
            }
        }

        private Cases then(Cases later) {
            return new Cases(
                    later.maxExamples.isPresent() ? later.maxExamples : maxExamples,
                    last(phases, later.phases),
                    later.mode.or(() -> mode));
        }
    }

    /**
     * By what answers are judged.
     *
     * @param checks names, {@code all}, or a name with a minus before it; empty for those of all operations
     * @param excludeChecks names, beside those that are excluded for all
     * @param expectedStatuses by check the statuses that it accepts
     * @param maxResponseTime how long an answer may take
     */
    public record Judging(
            List<String> checks,
            List<String> excludeChecks,
            Map<String, StatusSet> expectedStatuses,
            Optional<Duration> maxResponseTime) {
        /** As for all operations. */
        public static final Judging AS_ALL = new Judging(List.of(), List.of(), Map.of(), Optional.empty());

        public Judging {
            expectedStatuses = Collections.unmodifiableMap(new LinkedHashMap<>(expectedStatuses));
        }

        private Judging then(Judging later) {
            Map<String, StatusSet> statuses = new LinkedHashMap<>(expectedStatuses);
            statuses.putAll(later.expectedStatuses);
            return new Judging(
                    last(checks, later.checks),
                    last(excludeChecks, later.excludeChecks),
                    statuses,
                    later.maxResponseTime.or(() -> maxResponseTime));
        }
    }

    /**
     * How requests are sent.
     *
     * @param requestTimeout for one request as a whole
     * @param headers in place of those of the same names for all operations
     */
    public record Sending(Optional<Duration> requestTimeout, List<Header> headers) {
        /** As for all operations. */
        public static final Sending AS_ALL = new Sending(Optional.empty(), List.of());

        private Sending then(Sending later) {
            return new Sending(later.requestTimeout.or(() -> requestTimeout), over(headers, later.headers));
        }

        /** Both, the later ones in place of earlier ones of their names. */
        static List<Header> over(List<Header> earlier, List<Header> later) {
            List<Header> headers = new ArrayList<>(earlier);
            headers.removeIf(e -> later.stream().anyMatch(l -> l.is(e.name())));
            headers.addAll(later);
            return headers;
        }
    }
}
