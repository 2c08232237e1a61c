package io.contractcheck.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.check.CheckContext.Answered;
import io.contractcheck.http.Response;
import io.contractcheck.openapi.Operation;
import io.contractcheck.testcase.Taken;
import java.util.List;
import java.util.Optional;

/**
 * Fails when something can still be read or patched after it was deleted. Only on proof: it was there, the same scenario deleted it by its
 * name and was told that this is done, and nothing made it anew since. Says nothing of whole collections that were deleted, of deletions that
 * are only accepted (202), of what tells that it is deleted, nor of an empty answer for what was within it.
 */
final class UseAfterFree implements Check {
    private static final List<String> USES = List.of("GET", "HEAD", "QUERY", "PATCH");

    @Override
    public String name() {
        return "use_after_free";
    }

    @Override
    public boolean concerns(Operation operation) {
        return USES.contains(operation.method())
                && operation.path().matches(".*/\\{[^{}/]+}/?")
                && operation
                        .source()
                        .documents()
                        .root(operation.source().document())
                        .get("paths")
                        .get(operation.path())
                        .node()
                        .has("delete");
    }

    @Override
    public Subject subject() {
        return Subject.SEQUENCE;
    }

    @Override
    public Verdict check(CheckContext context) {
        if (!USES.contains(context.operation().method()) || !Step.isPlain(context.testCase())) {
            return Verdict.skipped();
        }
        ResourcePath path = ResourcePath.of(context.testCase());
        Optional<Answered> deletion = deletion(context.earlier(), path);
        if (deletion.isEmpty()) {
            return Verdict.skipped();
        }
        if (context.response().status() / 100 != 2
                || Gone.isTold(context.response())
                || Gone.isTold(deletion.get().exchange().response())
                || !path.isMember() && Gone.isEmpty(context.response())) {
            return Verdict.passed();
        }
        String deleted = deletion.get().testCase().operation().label();
        return Verdict.of(List.of(context.failure(
                this,
                "after " + deleted,
                "Deleted resource is still there",
                deleted + " was answered with "
                        + Answers.status(deletion.get().exchange().response()) + " at "
                        + Excerpt.of(deletion.get().exchange().request().path(), 120)
                        + ".\nAfter that, " + context.operation().method() + " "
                        + Excerpt.of(context.exchange().request().path(), 120) + " was answered with "
                        + Answers.status(context.response())
                        + ", as if it was still there.",
                "Let the service answer 404 or 410 for what was deleted. If it deletes later, let DELETE answer 202; if what is"
                        + " deleted stays to be read, let the answer say so, as by \"deleted\": true.",
                Severity.CRITICAL)));
    }

    /** The last deletion of it, or of what it is within, if nothing was done to it since. */
    private static Optional<Answered> deletion(List<Answered> earlier, ResourcePath path) {
        for (int i = earlier.size() - 1; i >= 0; i--) {
            Answered call = earlier.get(i);
            ResourcePath of = ResourcePath.of(call.testCase());
            boolean delete = call.testCase().operation().method().equals("DELETE");
            if (delete && Step.isPlain(call.testCase()) && of.isMember() && path.isWithin(of)) {
                if (Step.isDone(call.exchange().response()) && wasThere(call, earlier)) {
                    return Optional.of(call);
                }
            } else if (!delete && Step.changed(call) && (path.isWithin(of) || of.isWithin(path))) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Whether its name was brought by calls that succeeded. */
    private static boolean wasThere(Answered deletion, List<Answered> earlier) {
        List<Taken> taken = deletion.testCase().taken();
        return !taken.isEmpty()
                && taken.stream().allMatch(t -> t.step() < earlier.size() && Step.succeeded(earlier.get(t.step())));
    }

    /** What an answer says of something that is gone. */
    private static final class Gone {
        private static final String WORDS = "(?i)(is|was|soft)?_?-?(deleted|removed|archived|erased|cancell?ed|trashed)"
                + "(_?-?(at|on|by|date|time))?";

        private Gone() {}

        /** Whether some member tells that it is deleted. */
        static boolean isTold(Response response) {
            return Answers.json(response).filter(Gone::isTold).isPresent();
        }

        private static boolean isTold(JsonNode content) {
            if (content.isObject()) {
                return content.properties().stream()
                        .anyMatch(member -> member.getKey().matches(WORDS) && isSo(member.getValue())
                                || member.getValue().isTextual()
                                        && member.getValue().textValue().matches(WORDS)
                                || isTold(member.getValue()));
            }
            return content.isArray() && content.valueStream().anyMatch(Gone::isTold);
        }

        private static boolean isSo(JsonNode value) {
            return value.isTextual()
                    ? !value.textValue().isBlank() && !value.textValue().equalsIgnoreCase("false")
                    : value.isBoolean() ? value.booleanValue() : value.isNumber() && value.doubleValue() != 0;
        }

        /** Whether it has no content, or only lists without elements. */
        static boolean isEmpty(Response response) {
            Optional<JsonNode> content = Answers.json(response);
            if (content.isEmpty()) {
                return response.body().length == 0;
            }
            JsonNode whole = content.get();
            return whole.isEmpty() && whole.isContainerNode()
                    || whole.isObject()
                            && whole.valueStream().anyMatch(JsonNode::isArray)
                            && whole.valueStream().filter(JsonNode::isArray).allMatch(JsonNode::isEmpty);
        }
    }
}
