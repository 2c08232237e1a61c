package io.contractcheck.maven;

/** Numbers in words. */
final class Counts {
    private Counts() {}

    /** As {@code 1 case} or {@code 2 cases}. */
    static String of(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    /** As {@code once} or {@code 2 times}. */
    static String times(long count) {
        return count == 1 ? "once" : count + " times";
    }
}
