package io.contractcheck.maven;

import io.contractcheck.event.RunEvent;
import io.contractcheck.event.RunListener;
import io.contractcheck.hook.HookSettings;
import java.util.function.Consumer;

/** What a run begins with, on the console: hooks, credentials, the document, warnings; a line each, and not too many of a kind. */
final class Beginning implements RunListener {
    private static final int MOST = 8;
    private static final int HASH = 12;

    private final Console console;
    private final HookSettings settings;
    private final String report;
    private int hooks;
    private int credentials;
    private int warnings;

    /** @param report where all is that is not told here */
    Beginning(Console console, HookSettings settings, String report) {
        this.console = console;
        this.settings = settings;
        this.report = report;
    }

    @Override
    public void on(RunEvent event) {
        if (event instanceof RunEvent.HookLoaded loaded) {
            told(++hooks, console::info, "Hook " + hooks + ": " + describe(loaded));
        } else if (event instanceof RunEvent.RunStarted started) {
            console.info("ContractCheck " + started.version() + ": " + started.title() + " " + started.apiVersion()
                    + " (" + started.specification() + "), "
                    + Counts.of(started.operations().size(), "operation") + " at " + started.baseUrl());
        } else if (event instanceof RunEvent.CredentialReady ready) {
            told(
                    ++credentials,
                    console::info,
                    "Credential " + ready.credential() + (ready.user().isEmpty() ? "" : " of " + ready.user()) + ": "
                            + ready.description());
        } else if (event instanceof RunEvent.Warned warned) {
            told(++warnings, console::warn, Brief.longLine(warned.message()));
        }
    }

    private void told(int number, Consumer<String> level, String line) {
        (number <= MOST ? level : (Consumer<String>) console::debug).accept(line);
    }

    /** How much was not told. */
    void rest() {
        rest(hooks, "hook");
        rest(credentials, "credential");
        rest(warnings, "warning");
    }

    private void rest(int count, String noun) {
        if (count > MOST) {
            console.warn("... and " + Counts.of(count - MOST, noun) + " more, all in " + report);
        }
    }

    private String describe(RunEvent.HookLoaded hook) {
        String simple = hook.hook().substring(hook.hook().lastIndexOf('.') + 1);
        long own = settings.properties().keySet().stream()
                .filter(name -> name.startsWith(simple + ".") || name.startsWith(hook.hook() + "."))
                .count();
        return hook.hook() + " from " + hook.origin()
                + hook.artifact().map(a -> " (" + a + ")").orElse("")
                + hook.hash().map(h -> ", " + brief(h)).orElse("")
                + hook.scope().map(s -> ", only for " + s).orElse("")
                + (hook.required() ? ", required" : "")
                + (own == 0 ? "" : ", " + Counts.of(own, "setting") + " of its own");
    }

    /** The beginning of a hash, which is enough to see a difference. */
    private static String brief(String hash) {
        int digits = hash.indexOf(':') + 1;
        return hash.substring(0, Math.min(hash.length(), digits + HASH));
    }
}
