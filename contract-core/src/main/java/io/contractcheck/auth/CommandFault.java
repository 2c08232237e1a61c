package io.contractcheck.auth;

import java.time.Duration;

/**
 * Why what a command did gives no token.
 *
 * @param what it did
 * @param cause why that may be
 * @param remedy what to do
 */
record CommandFault(String what, String cause, String remedy) {
    private static final String PRINT = "Let <tokenCommand> print the token and nothing else";

    /** How much was printed, never what. */
    static String length(String printed) {
        if (printed.isEmpty()) {
            return "nothing";
        }
        long lines = printed.lines().count();
        return printed.length() + (printed.length() == 1 ? " character" : " characters") + " in " + lines
                + (lines == 1 ? " line" : " lines");
    }

    static CommandFault nothing() {
        return new CommandFault(
                "printed nothing (exit status 0)",
                "Perhaps a variable that it reads is not set here, or it prints the token to its error output.",
                PRINT + ", and let it fail where there is none: set -eu at its beginning does that.");
    }

    static CommandFault blank(String value) {
        return new CommandFault(
                "printed only white space (" + length(value) + ", exit status 0)",
                "Perhaps a variable that it prints is not set here.",
                PRINT + ", and let it fail where there is none: set -eu at its beginning does that.");
    }

    static CommandFault bearer() {
        return new CommandFault(
                "printed the word Bearer and no token (exit status 0)",
                "Perhaps a variable that it prints is not set here.",
                PRINT + ", and let it fail where there is none: set -eu at its beginning does that.");
    }

    static CommandFault word(String word) {
        return new CommandFault(
                "printed the word " + word + " (exit status 0) where a token should be",
                "jq and its kin print that where an answer has no such member; perhaps the answer is an error.",
                "Let <tokenCommand> fail then: jq -er '.access_token' does that.");
    }

    static CommandFault lines(String value) {
        String last = value.strip().lines().reduce("", (before, line) -> line).strip();
        boolean likely = last.length() >= 16 && Carried.firstUncarried(Token.bare(last)) == 0;
        return new CommandFault(
                "printed " + length(value) + " (exit status 0), and a token is one line",
                likely
                        ? "Its last line, of " + last.length()
                                + " characters, may be the token, and what is before it a banner."
                        : "Perhaps it prints a banner or a message.",
                PRINT + (likely ? ", as with: command | tail -n 1" : ": banners belong to its error output (>&2)."));
    }

    static CommandFault json(String value) {
        return new CommandFault(
                "printed JSON (" + length(value) + ", exit status 0) instead of a token",
                "That looks like the whole answer of a login.",
                "Take the token out of it, as with: command | jq -er .access_token; or let <login> make the request.");
    }

    static CommandFault markup(String value) {
        return new CommandFault(
                "printed HTML or XML (" + length(value) + ", exit status 0) instead of a token",
                "That looks like an error or login page.",
                "Let it fail on such answers: curl --fail does that.");
    }

    static CommandFault quoted(String value) {
        return new CommandFault(
                "printed text in quotes (" + length(value) + ", exit status 0)",
                "A token has no quotes; jq prints them unless it is told not to.",
                "Print the bare token, as with: jq -r .access_token");
    }

    static CommandFault character(String token, int place) {
        char c = token.charAt(place - 1);
        String where = " at character " + place + " of " + token.length() + " (exit status 0), which no token has";
        if (c == ' ' || c == '\t') {
            return new CommandFault(
                    "printed " + Carried.name(c) + where,
                    "Perhaps it prints a message or more than the token.",
                    PRINT + "; a word that goes before it, other than Bearer, belongs into <placement>, as"
                            + " <template>ApiKey {token}</template>.");
        }
        return new CommandFault(
                "printed " + Carried.name(c) + where + " and no header can carry",
                c == 0x1B
                        ? "That begins a colour."
                        : c == 0xFEFF || c == 0xFFFD
                                ? "Perhaps it prints UTF-16, or UTF-8 with a byte order mark."
                                : "Perhaps it prints a message or something that is not text.",
                c == 0x1B ? "Switch colours off, as with NO_COLOR=1." : PRINT + ", in ASCII.");
    }

    static CommandFault failed(int status, String length) {
        String why = switch (status) {
            case 126 -> "It is there, but may not be run: chmod +x helps.";
            case 127 -> "A program that it names is not installed here, or not on the PATH of the build.";
            default ->
                status > 128 && status < 160
                        ? "The shell says that signal " + (status - 128) + " ended it."
                        : "Its error output says why, if anything does.";
        };
        return new CommandFault(
                "failed with exit status " + status + " (it printed " + length + ")",
                why,
                "Run it in the folder of the pom, with the environment that the build has, until it prints the token.");
    }

    static CommandFault killed(Duration timeout, String length) {
        return new CommandFault(
                "did not end within " + seconds(timeout) + " and was killed (it had printed " + length + ")",
                "Perhaps it waits for the network, or for somebody to log in: it has no input and no terminal.",
                "Let it work without questions, or give it longer: <tokenCommandTimeout>");
    }

    static CommandFault flooded() {
        return new CommandFault(
                "printed more than " + Shell.LARGEST + " bytes and was killed", "No token is that long.", PRINT + ".");
    }

    private static String seconds(Duration time) {
        return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }
}
