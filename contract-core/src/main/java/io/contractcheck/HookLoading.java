package io.contractcheck;

import io.contractcheck.hook.Hook;
import io.contractcheck.hook.HookMisfit;
import io.contractcheck.hook.HookOrigin;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What to say when hooks cannot be loaded. */
public final class HookLoading {
    private static final String SERVICES = "META-INF/services/" + Hook.class.getName();
    private static final Pattern PROVIDER = Pattern.compile(": (?:Provider )?([\\w.$]+) ");

    private HookLoading() {}

    /**
     * In words: which hook, from which jar, and why, as a version of ContractCheck that it was not built for.
     *
     * @param error that came out of a {@link java.util.ServiceLoader}
     * @param loader of the hooks
     */
    public static ContractException failed(Throwable error, ClassLoader loader) {
        String message = String.valueOf(error.getMessage());
        Matcher provider = PROVIDER.matcher(message);
        Optional<String> named = provider.find()
                ? Optional.of(provider.group(1))
                : error instanceof LinkageError ? culprit(loader) : Optional.empty();
        if (named.isEmpty()) {
            return new ContractException(
                    "hooks cannot be loaded: " + error + "\nLook at " + SERVICES + " in the jars of the hooks.", error);
        }
        HookOrigin origin = HookOrigin.of(named.get(), loader);
        String who = "hook " + origin.hook() + " from " + origin.describe() + " cannot be loaded: ";
        Optional<String> misfit = HookMisfit.describe(origin, error, Version.text());
        if (misfit.isPresent()) {
            return new ContractException(misfit.get(), error);
        }
        if (message.endsWith(" not found")) {
            return new ContractException(
                    "hook " + origin.hook() + " cannot be loaded: there is no such class.\nA " + SERVICES
                            + " names it. Correct the name there, or add the jar that has the class.",
                    error);
        }
        if (message.endsWith(" not a subtype")) {
            return new ContractException(
                    who + "it is no hook.\nImplement an interface of io.contractcheck.hook. If it"
                            + " does, a copy of contract-core came with its jar: make that dependency of the hook provided.",
                    error);
        }
        return new ContractException(
                who + (error.getCause() == null ? message : error.getCause())
                        + "\nA hook is a public class with a public constructor without arguments that does nothing else:"
                        + " settings come with each call.",
                error);
    }

    /** The first hook that does not even link, which a service loader does not name. */
    private static Optional<String> culprit(ClassLoader loader) {
        for (String name : named(loader)) {
            try {
                Class.forName(name, true, loader).getConstructors();
            } catch (ClassNotFoundException e) {
                continue; // that is told in another way
            } catch (LinkageError e) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }

    private static List<String> named(ClassLoader loader) {
        List<String> names = new ArrayList<>();
        try {
            for (URL file : Collections.list(loader.getResources(SERVICES))) {
                try (InputStream in = file.openStream()) {
                    new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .map(line -> line.replaceFirst("#.*", "").trim())
                            .filter(line -> !line.isEmpty())
                            .forEach(names::add);
                }
            }
        } catch (IOException e) {
            return names; // what could be read has to do
        }
        return names;
    }
}
