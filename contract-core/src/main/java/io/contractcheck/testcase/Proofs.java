package io.contractcheck.testcase;

import io.contractcheck.http.Request;
import io.contractcheck.json.Json;
import java.util.List;
import java.util.Optional;

/** Whether what is sent says what was meant. */
public final class Proofs {
    private static final String ANY_BASE = "http://localhost";

    /** In octets. Common servers hold the request line and all headers, credentials among them, in 8 KiB. */
    private static final int LONGEST_TARGET = 4000;

    private Proofs() {}

    /** Whether the case is what its intent says, beyond doubt. */
    public static boolean holds(TestCase testCase) {
        return doubt(testCase).isEmpty();
    }

    /**
     * Why a case is not what its intent says beyond doubt, for people; nothing if it is. A positive can be written, is read back as the same
     * values, and has no fault. A negative can be written, and all of its faults are in the part that its mutation names.
     */
    public static Optional<String> doubt(TestCase testCase) {
        return testCase.intent() instanceof Intent.Negative negative
                ? doubt(testCase, negative.mutation())
                : doubtOfPositive(testCase);
    }

    private static Optional<String> doubt(TestCase negative, Mutation mutation) {
        try {
            List<Fault> faults = faults(negative);
            return faults.isEmpty()
                    ? Optional.of("the document allows the request as it is sent")
                    : faults.stream().filter(f -> !f.isOf(mutation)).findFirst().map(Fault::describe);
        } catch (UnwritableException | UnreadableException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /**
     * What is wrong with a negative as it is sent.
     *
     * @throws UnwritableException if it cannot be sent
     * @throws UnreadableException if nothing can be said of some part
     */
    static List<Fault> faults(TestCase negative) {
        Request request = Wire.writeUnchanged(negative, ANY_BASE);
        if (request.target().length() > LONGEST_TARGET) {
            throw new UnwritableException("the request's target is too long");
        }
        Judgement judgement = Judgement.of(negative.operation(), request, ANY_BASE);
        if (judgement.unreadable().isPresent()) {
            throw new UnreadableException(judgement.unreadable().get());
        }
        return judgement.faults();
    }

    private static Optional<String> doubtOfPositive(TestCase positive) {
        try {
            Request request = Wire.writeUnchanged(positive, ANY_BASE);
            if (request.target().length() > LONGEST_TARGET) {
                return Optional.of("the request's target is longer than the " + LONGEST_TARGET
                        + " octets that servers commonly read");
            }
            Judgement judgement = Judgement.of(positive.operation(), request, ANY_BASE);
            if (judgement.unreadable().isPresent()) {
                return judgement.unreadable();
            }
            if (!judgement.faults().isEmpty()) {
                return Optional.of(judgement.faults().get(0).describe());
            }
            return same(positive, judgement.read().orElseThrow())
                    ? Optional.empty()
                    : Optional.of("the request is read as other values; do parameters share names?");
        } catch (UnwritableException | UnreadableException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** Whether two cases send the same values: numbers compare by value, parameters in any order. */
    public static boolean same(TestCase a, TestCase b) {
        List<ParameterValue> left = relevant(a);
        List<ParameterValue> right = relevant(b);
        if (left.size() != right.size()) {
            return false;
        }
        for (ParameterValue one : left) {
            if (!holds(right, one)) {
                return false;
            }
        }
        return a.body().isPresent() == b.body().isPresent()
                && (a.body().isEmpty()
                        || Json.equal(a.body().get().value(), b.body().get().value()));
    }

    private static boolean holds(List<ParameterValue> values, ParameterValue one) {
        for (ParameterValue other : values) {
            if (one.parameter().name().equals(other.parameter().name())
                    && one.parameter().in() == other.parameter().in()
                    && Json.equal(one.value(), other.value())) {
                return true;
            }
        }
        return false;
    }

    private static List<ParameterValue> relevant(TestCase testCase) {
        return testCase.body().isEmpty()
                ? testCase.parameters()
                : testCase.parameters().stream()
                        .filter(v -> !Wire.pinned(v.parameter(), true))
                        .toList();
    }
}
