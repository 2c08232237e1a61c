package io.contractcheck.generate.walk;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.schema.Schema;
import io.contractcheck.schema.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is meant to be wrong with a value.
 *
 * @param pointer where
 * @param keyword the rule
 * @param alone whether no other rule may be broken beside it
 * @param meant where the value fits no alternative at all: in which one this is what is wrong
 */
record Fault(
        JsonPointer pointer,
        String keyword,
        boolean alone,
        @Nullable Meant meant) {
    /**
     * One of several schemas.
     *
     * @param place the value that they judge
     * @param keyword what they stand under
     * @param fault what is wrong with that value by this schema
     */
    record Meant(JsonPointer place, String keyword, Schema branch, Fault fault) {}

    Fault(JsonPointer pointer, String keyword, boolean alone) {
        this(pointer, keyword, alone, null);
    }

    Fault under(JsonPointer parent) {
        return new Fault(
                parent.append(pointer),
                keyword,
                alone,
                meant == null ? null : new Meant(parent.append(meant.place), meant.keyword, meant.branch, meant.fault));
    }

    Fault inCompany() {
        return new Fault(pointer, keyword, false, meant);
    }

    /** The same, of a value that fits none of the schemas under a keyword, but was made for this one. */
    Fault in(Schema branch, String alternatives) {
        return new Fault(pointer, keyword, alone, new Meant(JsonPointer.empty(), alternatives, branch, this));
    }

    /** The rule that the violations of a value show to be broken; nothing if they are not what is meant. */
    @Nullable String shown(List<Violation> violations, JsonNode value) {
        if (meant == null) {
            return shown(violations);
        }
        for (Violation violation : violations) {
            if (!violation.instance().equals(meant.place)
                    || !violation.keyword().equals(meant.keyword)) {
                return null;
            }
        }
        JsonNode part = value.at(meant.place);
        return violations.isEmpty() || part.isMissingNode()
                ? null
                : meant.fault.shown(meant.branch.validate(part), part);
    }

    private @Nullable String shown(List<Violation> violations) {
        String named = null;
        boolean discriminated = false;
        for (Violation violation : violations) {
            if (!within(violation.instance()) || soft(violation)) {
                return null;
            }
            boolean same = violation.keyword().equals(keyword)
                    || violation.keyword().equals("schema")
                            && violation.schema().endsWith("/" + keyword);
            boolean discriminator = !same && violation.keyword().equals("discriminator");
            if (alone && !same && !discriminator) {
                return null;
            }
            named = same ? keyword : named;
            discriminated |= discriminator;
        }
        return named == null && discriminated ? "discriminator" : named;
    }

    /** Servers are free to ignore what they do not read. */
    private static boolean soft(Violation violation) {
        return violation.keyword().equals("readOnly") || violation.keyword().equals("writeOnly");
    }

    private boolean within(JsonPointer instance) {
        String at = instance.toString();
        String above = pointer.toString();
        return at.startsWith(above) && (at.length() == above.length() || at.charAt(above.length()) == '/');
    }
}
