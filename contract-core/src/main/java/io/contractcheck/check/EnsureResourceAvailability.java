package io.contractcheck.check;

import io.contractcheck.check.CheckContext.Answered;
import io.contractcheck.link.Source;
import io.contractcheck.link.Target;
import io.contractcheck.openapi.Operation;
import io.contractcheck.openapi.ParameterLocation;
import io.contractcheck.testcase.Taken;
import io.contractcheck.testcase.TestCase;
import java.util.List;
import java.util.Optional;

/**
 * Fails when something that was created is not found right after it. Only on proof: a POST on the collection answered that it is done (2xx
 * but 202), its answer brought the name, nothing else in the request is made up, and nothing changed since that could have taken it away.
 */
final class EnsureResourceAvailability implements Check {
    private static final int NOT_FOUND = 404;

    @Override
    public String name() {
        return "ensure_resource_availability";
    }

    @Override
    public boolean concerns(Operation operation) {
        return operation.method().equals("GET")
                && operation.requestBody().isEmpty()
                && History.createdBeside(operation)
                && operation.parameters().stream().noneMatch(p -> p.required() && p.in() != ParameterLocation.PATH);
    }

    @Override
    public Subject subject() {
        return Subject.SEQUENCE;
    }

    @Override
    public Verdict check(CheckContext context) {
        TestCase read = context.testCase();
        if (context.earlier().isEmpty() || !Step.isPlain(read) || read.body().isPresent() || !isAllTaken(read)) {
            return Verdict.skipped();
        }
        Optional<Answered> creation = creation(read, context.earlier());
        if (creation.isEmpty()) {
            return Verdict.skipped();
        }
        if (context.response().status() != NOT_FOUND) {
            return Verdict.passed();
        }
        String created = creation.get().testCase().operation().label();
        return Verdict.of(List.of(context.failure(
                this,
                "after " + created,
                "Created resource is not found",
                created + " was answered with "
                        + Answers.status(creation.get().exchange().response())
                        + ", and named what it created.\nAfter that, "
                        + context.operation().method() + " "
                        + Excerpt.of(context.exchange().request().path(), 120) + " was answered with "
                        + Answers.status(context.response()) + ".",
                "Let the service find what it has created, or answer POST with 202 if it is created later, or with the name"
                        + " under which it is found.",
                Severity.MEDIUM)));
    }

    private static boolean isAllTaken(TestCase read) {
        return !read.taken().isEmpty()
                && read.parameters().stream()
                        .allMatch(value -> read.taken().stream()
                                .anyMatch(t -> t.target()
                                        .equals(new Target.OfParameter(
                                                value.parameter().in(),
                                                value.parameter().name()))));
    }

    /** The call that created it, if each value comes of calls on the way to it, and nothing changed since. */
    private static Optional<Answered> creation(TestCase read, List<Answered> earlier) {
        ResourcePath path = ResourcePath.of(read);
        Answered creation = null;
        int last = -1;
        for (Taken taken : read.taken()) {
            if (taken.step() >= earlier.size() || !isCreation(earlier.get(taken.step()), path)) {
                return Optional.empty();
            }
            last = Math.max(last, taken.step());
            boolean told = !(taken.source() instanceof Source.RequestBody || taken.source() instanceof Source.Constant);
            if (!told) {
                return Optional.empty(); // what the caller chose may be written otherwise by the service
            }
            if (path.isMemberOf(ResourcePath.of(earlier.get(taken.step()).testCase()))) {
                creation = earlier.get(taken.step());
            }
        }
        return earlier.stream().skip(last + 1L).anyMatch(Step::changed)
                ? Optional.empty()
                : Optional.ofNullable(creation);
    }

    private static boolean isCreation(Answered call, ResourcePath path) {
        return call.testCase().operation().method().equals("POST")
                && Step.isPlain(call.testCase())
                && Step.isDone(call.exchange().response())
                && path.isWithin(ResourcePath.of(call.testCase()));
    }
}
