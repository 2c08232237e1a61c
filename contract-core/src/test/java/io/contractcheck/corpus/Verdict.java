package io.contractcheck.corpus;

import io.contractcheck.http.Request;
import io.contractcheck.testcase.Intent;
import io.contractcheck.testcase.Mutation;
import io.contractcheck.testcase.TestCase;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether the judge agrees with the label of a case; a message where it does not, or cannot tell. */
record Verdict(Kind kind, String message) {
    enum Kind {
        AGREED,
        /** It agrees as soon as something is interpreted as the code under test does. */
        INTERPRETED,
        DISAGREED,
        NOT_JUDGED
    }

    private static final Pattern FORMAT = Pattern.compile("of format ([A-Za-z0-9-]+)");

    static Verdict of(TestCase testCase, Request request, RequestJudge judge) {
        List<RequestJudge.Part> parts = judge.judge(testCase.operation(), request);
        return testCase.intent() instanceof Intent.Negative negative
                ? negative(negative.mutation(), parts)
                : positive(parts);
    }

    private static Verdict positive(List<RequestJudge.Part> parts) {
        Optional<RequestJudge.Part> wrong = parts.stream()
                .filter(p -> p.opinion() instanceof Opinion.Invalid)
                .findFirst();
        if (wrong.isPresent()) {
            return new Verdict(Kind.DISAGREED, wrong.get().toString());
        }
        return parts.stream()
                .filter(p -> p.opinion() instanceof Opinion.Unknown)
                .findFirst()
                .map(p -> new Verdict(Kind.NOT_JUDGED, ((Opinion.Unknown) p.opinion()).reason()))
                .orElse(new Verdict(Kind.AGREED, ""));
    }

    /** The part that the case says is wrong is wrong, and no other is. */
    private static Verdict negative(Mutation mutation, List<RequestJudge.Part> parts) {
        for (RequestJudge.Part part : parts) {
            if (!isOf(mutation, part) && part.opinion() instanceof Opinion.Invalid) {
                return new Verdict(Kind.DISAGREED, "also wrong: " + part);
            }
        }
        Optional<RequestJudge.Part> own =
                parts.stream().filter(p -> isOf(mutation, p)).findFirst();
        if (own.isEmpty()) {
            return new Verdict(Kind.DISAGREED, "nothing wrong");
        }
        Matcher format = FORMAT.matcher(mutation.description());
        boolean unknown = mutation.keyword().filter("format"::equals).isPresent()
                && format.find()
                && !PlainFormats.knows(format.group(1));
        return unknown ? new Verdict(Kind.NOT_JUDGED, "format " + format.group(1)) : kind(own.get());
    }

    private static Verdict kind(RequestJudge.Part part) {
        if (part.opinion() instanceof Opinion.Invalid) {
            return new Verdict(Kind.AGREED, "");
        }
        return part.opinion() instanceof Opinion.Unknown unknown
                ? new Verdict(Kind.NOT_JUDGED, unknown.reason())
                : new Verdict(Kind.DISAGREED, "valid: " + part);
    }

    private static boolean isOf(Mutation mutation, RequestJudge.Part part) {
        return mutation.location() == part.location() && mutation.parameter().equals(part.parameter());
    }
}
