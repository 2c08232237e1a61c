package io.contractcheck.internal.engine;

import java.util.regex.Pattern;

/** Names of checks, as users write them. */
final class CheckNames {
    private static final Pattern SNAKE_CASE = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");

    private CheckNames() {}

    static boolean good(String name) {
        // all stands for every check where users choose
        return SNAKE_CASE.matcher(name).matches() && !name.equals("all");
    }

    static RunBrokenException bad(String hook, String what) {
        return new RunBrokenException(
                "hook " + hook + " " + what
                        + ". The name of a check is in snake case, such as request_id, and not 'all'.",
                null);
    }
}
