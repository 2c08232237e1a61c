package io.contractcheck.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.auth.Admission;
import io.contractcheck.check.CheckContext.Answered;
import io.contractcheck.http.Response;
import io.contractcheck.json.Json;
import io.contractcheck.openapi.Operation;
import io.contractcheck.openapi.ParameterLocation;
import io.contractcheck.testcase.Identity;
import io.contractcheck.testcase.ParameterValue;
import io.contractcheck.testcase.TestCase;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a scenario has done so far with the member of a collection that is read now. */
record History(CheckContext context) {

    /** Whether the document has an operation that creates what this one reads. */
    static boolean createdBeside(Operation read) {
        JsonNode collection = read.source()
                .documents()
                .root(read.source().document())
                .get("paths")
                .node()
                .path(collection(read));
        return read.path().matches(".*/\\{[^{}/]+}/?") && (collection.has("post") || collection.has("put"));
    }

    private static String collection(Operation member) {
        String path = member.path().replaceAll("/$", "");
        return path.substring(0, path.lastIndexOf('/'));
    }

    private boolean ofCollection(Answered call) {
        return call.testCase().operation().path().replaceAll("/$", "").equals(collection(context.operation()));
    }

    private static boolean letIn(Answered call) {
        return Admission.of(call.exchange().response().status()) == Admission.LET_IN;
    }

    /** Whether the run's user created something there. */
    boolean created() {
        return context.earlier().stream()
                .anyMatch(call -> call.testCase().identity().isEmpty()
                        && !call.testCase().operation().method().equals("GET")
                        && ofCollection(call)
                        && letIn(call));
    }

    /** The same read by the run's user, the last one, if it was answered. */
    Optional<Answered> ownRead() {
        return context.earlier().stream()
                .filter(call -> call.testCase().identity().isEmpty() && isSameRead(call))
                .reduce((a, b) -> b)
                .filter(History::letIn);
    }

    /** What came of the same read without credentials, if it was tried. */
    Optional<Response> readByNobody() {
        return context.earlier().stream()
                .filter(call ->
                        call.testCase().identity().orElse(null) instanceof Identity.Anonymous && isSameRead(call))
                .map(call -> call.exchange().response())
                .reduce((a, b) -> b);
    }

    private boolean isSameRead(Answered call) {
        return call.testCase().operation().label().equals(context.operation().label())
                && call.testCase().parameters().equals(context.testCase().parameters());
    }

    /** Whether the call is about the same member. */
    boolean isOfTheSame(Answered call) {
        return call.testCase().operation().path().equals(context.operation().path())
                && path(call.testCase()).equals(path(context.testCase()));
    }

    private static Map<String, JsonNode> path(TestCase testCase) {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        for (ParameterValue value : testCase.parameters()) {
            if (value.parameter().in() == ParameterLocation.PATH) {
                values.put(value.parameter().name(), value.value());
            }
        }
        return values;
    }

    /** Whether everybody reads it, or the list is the same for the user, or shows it. */
    boolean isShared(Identity.User user) {
        boolean open = readByNobody()
                .filter(r -> Admission.of(r.status()) == Admission.LET_IN)
                .isPresent();
        Optional<JsonNode> own = list(Optional.empty());
        Optional<JsonNode> other = list(Optional.of(user));
        return open
                || other.isPresent()
                        && (own.filter(o -> o.size() > 0 && Json.equal(o, other.get()))
                                        .isPresent()
                                || mentions(other.get()));
    }

    private Optional<JsonNode> list(Optional<Identity> sender) {
        return context.earlier().stream()
                .filter(call -> call.testCase().identity().equals(sender)
                        && call.testCase().operation().method().equals("GET")
                        && ofCollection(call)
                        && letIn(call))
                .reduce((a, b) -> b)
                .flatMap(call -> Answers.json(call.exchange().response()));
    }

    private boolean mentions(JsonNode list) {
        String path = context.operation().path().replaceAll("/$", "");
        JsonNode id = path(context.testCase()).get(path.substring(path.lastIndexOf('/') + 2, path.length() - 1));
        return id != null && mentions(list, id.asText());
    }

    private static boolean mentions(JsonNode place, String id) {
        if (!place.isContainerNode()) {
            return place.asText().equals(id);
        }
        for (JsonNode inner : place) {
            if (mentions(inner, id)) {
                return true;
            }
        }
        return false;
    }
}
