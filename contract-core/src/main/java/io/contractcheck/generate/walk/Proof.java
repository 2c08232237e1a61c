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
        long fingerprint = Given.fingerprint(value);
        if (given.has(fingerprint) || !text.carries(value)) {
            return null;
        }
        JsonNode judged = Bytes.asText(value);
        WalkedValue walked = valid ? valid(candidate, judged) : invalid(candidate, judged);
        if (walked != null) {
            given.add(fingerprint);
        }
        return walked;
    }

    private @Nullable WalkedValue valid(Candidate candidate, JsonNode judged) {
        return schema.accepts(judged) ? walked(candidate, candidate.pointer(), null, "") : null;
    }

    private @Nullable WalkedValue invalid(Candidate candidate, JsonNode judged) {
        List<Violation> violations = schema.validate(judged);
        for (Fault fault : candidate.faults()) {
            String rule = fault.shown(violations, judged);
            if (rule != null) {
                boolean none =
                        fault.meant() == null && fault != candidate.faults().get(0);
                return walked(candidate, fault.pointer(), rule, none ? ", and fits no other schema of " + rule : "");
            }
        }
        return null;
    }

    private static WalkedValue walked(Candidate candidate, JsonPointer pointer, @Nullable String rule, String more) {
        String place = path(candidate.pointer());
        String description = candidate.description() + more;
        return new WalkedValue(
                candidate.value().deepCopy(),
                rule == null,
                candidate.scenario(),
                pointer,
                Optional.ofNullable(rule),
                place.isEmpty() ? description : place + ": " + description);
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
