package io.contractcheck.check;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.http.Framing;
import io.contractcheck.testcase.Focus;
import io.contractcheck.testcase.Mutation;
import io.contractcheck.testcase.ParameterValue;
import io.contractcheck.testcase.TestCase;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Names of places in a request, the same in every run: without indices and made-up keys. */
final class Places {
    private static final int MOST = 60;

    private Places() {}

    /** The place of a value that is valid. */
    static String of(TestCase testCase, Focus.At at) {
        Set<String> names = DeclaredNames.of(BrokenRule.schema(
                testCase, new Mutation(at.location(), at.parameter(), at.pointer(), Optional.empty(), "")));
        return name(at.location(), at.parameter(), at.pointer(), names);
    }

    /** What a mutation broke, by the kind of fault: whatever keeps a value from being read for what it is to be is of one kind. */
    static String broken(TestCase testCase, Mutation mutation) {
        return switch (mutation.location()) {
            case METHOD -> "an undocumented method";
            case FRAMING ->
                mutation.parameter()
                        .or(() -> mutation.malformed().map(Places::malformed))
                        .orElseGet(() ->
                                "framing" + mutation.keyword().map(k -> " " + k).orElse(""));
            default -> BrokenRule.of(testCase, mutation).kind();
        };
    }

    /** However a body breaks off, whoever reads it fails in the same place. */
    private static String malformed(Framing fault) {
        return fault.endsEarly() || fault == Framing.BROKEN_CHUNK_SIZE
                ? "a body that cannot be read to its end"
                : "a request that is no HTTP: " + fault.description();
    }

    /** All places that have a value, in order; none if they are too many. */
    static List<String> all(TestCase testCase) {
        Set<String> places = new LinkedHashSet<>();
        for (ParameterValue value : testCase.parameters()) {
            Mutation.Location location =
                    Mutation.Location.valueOf(value.parameter().in().name());
            Set<String> names = DeclaredNames.of(Optional.of(value.parameter().schema()));
            walk(location, Optional.of(value.parameter().name()), JsonPointer.empty(), value.value(), names, places);
        }
        testCase.body()
                .ifPresent(body -> walk(
                        Mutation.Location.BODY,
                        Optional.empty(),
                        JsonPointer.empty(),
                        body.value(),
                        DeclaredNames.of(body.content().schema()),
                        places));
        return places.size() > MOST ? List.of() : List.copyOf(places);
    }

    private static void walk(
            Mutation.Location location,
            Optional<String> parameter,
            JsonPointer pointer,
            JsonNode value,
            Set<String> names,
            Set<String> into) {
        if (into.size() > MOST) {
            return;
        }
        into.add(name(location, parameter, pointer, names));
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            walk(location, parameter, pointer.appendProperty(member.getKey()), member.getValue(), names, into);
        }
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            walk(location, parameter, pointer.appendIndex(i), value.get(i), names, into);
        }
    }

    private static String name(
            Mutation.Location location, Optional<String> parameter, JsonPointer pointer, Set<String> names) {
        return location.name().toLowerCase(Locale.ROOT)
                + parameter.map(p -> " " + p).orElse("")
                + (pointer.matches() ? "" : " at " + DeclaredNames.general(pointer, names));
    }
}
