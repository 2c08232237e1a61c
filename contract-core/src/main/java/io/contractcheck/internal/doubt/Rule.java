package io.contractcheck.internal.doubt;

import java.util.List;

/** Looks for one kind of doubt. */
@FunctionalInterface
interface Rule {
    /**
     * What there is to say, mostly nothing. Each message says in its first line what is wrong and where, then the likely cause, then what
     * to set, with an example.
     */
    List<String> messages(Evidence evidence);
}
