package io.contractcheck.generate.walk;

import java.util.ArrayList;
import java.util.List;

/**
 * The references opened on the way from the root. Each is opened at most twice, and below the second time none that is open is opened
 * again, so that circles of several schemas do not multiply.
 */
record Opened(List<String> refs, boolean twice) {
    static final Opened NONE = new Opened(List.of(), false);

    boolean allows(String ref) {
        return !refs.contains(ref) || !twice;
    }

    Opened with(String ref) {
        List<String> more = new ArrayList<>(refs);
        more.add(ref);
        return new Opened(List.copyOf(more), twice || refs.contains(ref));
    }
}
