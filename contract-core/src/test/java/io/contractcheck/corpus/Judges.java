package io.contractcheck.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.http.Request;
import io.contractcheck.testcase.TestCase;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** First by the letter, and where that leads to disagreement, by each interpretation alone and by all together. */
final class Judges {
    private final JsonNode root;
    private final Map<Set<Interpretation>, RequestJudge> judges = new LinkedHashMap<>();

    Judges(JsonNode root) {
        this.root = root;
    }

    Verdict judge(TestCase testCase, Request request) {
        Verdict letter = by(EnumSet.noneOf(Interpretation.class), testCase, request);
        if (letter.kind() != Verdict.Kind.DISAGREED) {
            return letter;
        }
        List<Set<Interpretation>> readings = new ArrayList<>();
        EnumSet.allOf(Interpretation.class).forEach(i -> readings.add(EnumSet.of(i)));
        readings.add(EnumSet.allOf(Interpretation.class));
        for (Set<Interpretation> reading : readings) {
            Verdict verdict = by(reading, testCase, request);
            if (verdict.kind() == Verdict.Kind.AGREED) {
                return new Verdict(Verdict.Kind.INTERPRETED, reading + ": " + letter.message());
            }
        }
        return letter;
    }

    private Verdict by(Set<Interpretation> reading, TestCase testCase, Request request) {
        return Verdict.of(testCase, request, judges.computeIfAbsent(reading, r -> new RequestJudge(root, r)));
    }
}
