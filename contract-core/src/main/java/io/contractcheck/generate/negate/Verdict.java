package io.contractcheck.generate.negate;

import com.fasterxml.jackson.core.JsonPointer;
import io.contractcheck.schema.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether what is wrong with a value is one thing. */
final class Verdict {
    private Verdict() {}

    /**
     * The one rule that is broken; nothing if there are several. A value of a wrong type may break other rules of its place as well.
     *
     * @param company whether any rules may be broken together, if all are of one place
     */
    static @Nullable Violation single(List<Violation> violations, boolean company) {
        if (violations.isEmpty() || violations.stream().anyMatch(Verdict::soft)) {
            return null;
        }
        Violation first = violations.stream()
                .filter(v -> v.keyword().equals("type"))
                .findFirst()
                .orElse(violations.get(0));
        boolean several = company || first.keyword().equals("type");
        for (Violation other : violations) {
            boolean same = other.keyword().equals(first.keyword());
            if (!other.instance().equals(first.instance())
                    || !same && !several
                    || same && listed(other.keyword()) && !other.message().equals(first.message())) {
                return null;
            }
        }
        return first;
    }

    /** Keywords that tell of each name by itself. */
    private static boolean listed(String keyword) {
        return keyword.equals("required") || keyword.equals("dependentRequired");
    }

    /** Servers are free to ignore what they do not read. */
    private static boolean soft(Violation violation) {
        return violation.keyword().equals("readOnly") || violation.keyword().equals("writeOnly");
    }

    /** Whether a value breaks what another broke and nothing else: the same rules, at the same place but for the indices on the way. */
    static boolean same(List<Violation> before, List<Violation> after, String keyword) {
        return after.size() <= before.size()
                && after.stream().anyMatch(v -> v.keyword().equals(keyword))
                && after.stream().allMatch(v -> before.stream().anyMatch(b -> same(b, v)));
    }

    private static boolean same(Violation a, Violation b) {
        return a.keyword().equals(b.keyword())
                && a.schema().equals(b.schema())
                && road(a.instance()).equals(road(b.instance()));
    }

    private static String road(JsonPointer pointer) {
        return pointer.toString().replaceAll("/[0-9]+(?=/|$)", "/#");
    }

    /** The violation of that rule. */
    static Violation named(List<Violation> violations, String keyword) {
        return violations.stream()
                .filter(v -> v.keyword().equals(keyword))
                .findFirst()
                .orElseThrow();
    }

    static String describe(Violation violation) {
        return violation.instance().matches() ? violation.message() : violation.instance() + " " + violation.message();
    }
}
