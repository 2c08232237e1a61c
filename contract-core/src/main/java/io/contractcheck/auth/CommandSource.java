package io.contractcheck.auth;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;

/** Runs a command that prints a token. */
record CommandSource(Grant.Command grant, Context context) implements TokenSource {
    private static final List<String> NOTHING = List.of("null", "undefined", "None", "nil");

    @Override
    public Token fetch() {
        Shell.Outcome outcome = run();
        String output = new String(outcome.output(), StandardCharsets.UTF_8);
        String value = SecretReading.withoutLineBreak(output);
        boolean usable = outcome.end() == Shell.End.DONE && outcome.status() == 0;
        if (usable && fits(value)) {
            return Tokens.described(value, context);
        }
        CommandText.hide(output, context);
        throw error(outcome, output, usable ? faultOf(value) : faultOf(outcome, output));
    }

    private static boolean fits(String value) {
        String token = Token.bare(value);
        return !token.isEmpty()
                && Carried.firstUncarried(token) == 0
                && "{[\"'<".indexOf(token.charAt(0)) < 0
                && !NOTHING.contains(token);
    }

    private Shell.Outcome run() {
        if (grant.command().isBlank()) {
            throw context.error(
                    "The token command" + context.whose() + " is empty.",
                    "Set <tokenCommand> to a command that prints the token, such as ./token.sh");
        }
        if (!Files.isDirectory(grant.directory().toAbsolutePath())) {
            throw context.error(
                    named("cannot be started: its folder " + grant.directory() + " does not exist"),
                    "It runs in the folder of the pom.");
        }
        try {
            return Shell.run(grant.command(), grant.directory(), grant.timeout());
        } catch (IOException e) {
            throw context.error(
                    named("cannot be started (" + e.getClass().getSimpleName() + ")"),
                    "It is run by sh, or by cmd on Windows, which must be there.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw context.error(named("was interrupted"));
        }
    }

    private String named(String what) {
        return "The token command" + context.whose() + " " + what + ": "
                + CommandText.shown(grant.command(), context.secrets());
    }

    private AuthException error(Shell.Outcome outcome, String output, CommandFault fault) {
        String errors = context.secrets().mask(new String(outcome.errors(), StandardCharsets.UTF_8));
        String tail = CommandText.tail(CommandText.without(output, errors));
        String first = "The token command" + context.whose() + " " + fault.what() + ": "
                + CommandText.shown(CommandText.without(output, grant.command()), context.secrets());
        return context.error(
                first,
                fault.cause(),
                fault.remedy()
                        + (tail.isBlank()
                                ? "\nIt wrote nothing to its error output."
                                : "\nThe end of its error output:\n" + tail));
    }

    private CommandFault faultOf(Shell.Outcome outcome, String output) {
        String length = CommandFault.length(SecretReading.withoutLineBreak(output));
        return switch (outcome.end()) {
            case FLOODED -> CommandFault.flooded();
            case KILLED -> CommandFault.killed(grant.timeout(), length);
            case DONE -> CommandFault.failed(outcome.status(), length);
        };
    }

    private static CommandFault faultOf(String value) {
        String token = Token.bare(value);
        if (value.isEmpty()) {
            return CommandFault.nothing();
        }
        if (value.isBlank()) {
            return CommandFault.blank(value);
        }
        if (token.isEmpty()) {
            return CommandFault.bearer();
        }
        if (token.startsWith("{") || token.startsWith("[")) {
            return CommandFault.json(value);
        }
        if (token.startsWith("<")) {
            return CommandFault.markup(value);
        }
        if (value.strip().lines().count() > 1) {
            return CommandFault.lines(value);
        }
        if (NOTHING.contains(token)) {
            return CommandFault.word(token);
        }
        if (token.startsWith("\"") || token.startsWith("'")) {
            return CommandFault.quoted(value);
        }
        return CommandFault.character(token, Carried.firstUncarried(token));
    }
}
