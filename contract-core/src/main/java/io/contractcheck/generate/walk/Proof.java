package io.contractcheck.generate.walk;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.generate.Bytes;
import io.contractcheck.generate.TextRules;
import io.contractcheck.json.ReferenceException;
import io.contractcheck.regex.PatternException;
import io.contractcheck.schema.Schema;
import io.contractcheck.schema.Violation;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lets through what is what its label says, once. */
final class Proof {
    private final Schema schema;
    private final TextRules text;
    private final Given given = new Given();

    Proof(Schema schema, TextRules text) {
        this.schema = schema;
        this.text = text;
    }

    /** The value with its label; nothing if it is not what it is meant to be, or cannot be judged. */
    @Nullable WalkedValue of(Candidate candidate, boolean valid) {
        try {
            return judged(candidate, valid);
        } catch (ReferenceException | PatternException e) {
            return null;
        }
    }

    private @Nullable WalkedValue judged(Candidate candidate, boolean valid) {
        JsonNode value = candidate.value();
        if (given.has(value) || !text.carries(value)) {
            return null;
        }
        if (valid) {
            return schema.accepts(Bytes.asText(value)) && given.add(value) ? walked(candidate, null) : null;
        }
        List<Violation> violations = schema.validate(Bytes.asText(value));
        for (Fault fault : candidate.faults()) {
            if (shows(violations, fault) && given.add(value)) {
                return walked(candidate, fault);
            }
        }
        return null;
    }

    /** Whether the violations are what the fault says: all there or below, and the rule among them. */
    static boolean shows(List<Violation> violations, Fault fault) {
        boolean named = false;
        for (Violation violation : violations) {
            if (!within(violation.instance(), fault.pointer()) || soft(violation)) {
                return false;
            }
            boolean same = violation.keyword().equals(fault.keyword())
                    || violation.keyword().equals("schema")
                            && violation.schema().endsWith("/" + fault.keyword());
            if (fault.alone() && !same) {
                return false;
            }
            named |= same;
        }
        return named;
    }

    /** Servers are free to ignore what they do not read. */
    private static boolean soft(Violation violation) {
        return violation.keyword().equals("readOnly") || violation.keyword().equals("writeOnly");
    }

    private static boolean within(JsonPointer instance, JsonPointer place) {
        String at = instance.toString();
        String above = place.toString();
        return at.equals(above) || at.startsWith(above + "/");
    }

    private static WalkedValue walked(Candidate candidate, @Nullable Fault fault) {
        JsonPointer pointer = fault == null ? candidate.pointer() : fault.pointer();
        String place = path(candidate.pointer());
        return new WalkedValue(
                candidate.value().deepCopy(),
                fault == null,
                candidate.scenario(),
                pointer,
                fault == null ? Optional.empty() : Optional.of(fault.keyword()),
                place.isEmpty() ? candidate.description() : place + ": " + candidate.description());
    }

    private static String path(JsonPointer pointer) {
        StringBuilder path = new StringBuilder();
        for (JsonPointer rest = pointer; !rest.matches(); rest = rest.tail()) {
            if (rest.mayMatchElement()) {
                path.append('[').append(rest.getMatchingIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(rest.getMatchingProperty());
            }
        }
        return path.toString();
    }
}
