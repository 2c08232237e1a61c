package io.contractcheck.hook;

import java.util.Map;
import java.util.Optional;

/** What a hook may know of the run, and tell it. */
public interface HookContext {
    /** A context to try a hook in, as in a test: these settings, no environment, and nobody who hears what is told. */
    static HookContext of(Map<String, String> settings) {
        return new FixedContext(settings, Map.of());
    }

    /** The same, with what {@link ResourceHook}s provide. */
    static HookContext of(Map<String, String> settings, Map<String, String> provided) {
        return new FixedContext(settings, provided);
    }

    /**
     * A setting from the pom's {@code hookProperties}: {@code full.ClassName.name} or {@code ClassName.name}, which are for the hook of
     * that class alone, before {@code name}. Settings that no hook asks for are told of at the end of the run.
     */
    Optional<String> setting(String name);

    /**
     * A setting that the hook cannot do without.
     *
     * @throws HookException if there is none, which says where to put it
     */
    default String required(String name) {
        return setting(name)
                .orElseThrow(() -> new HookException("the hook property '" + name + "' is missing. Add <" + name
                        + "> under <hookProperties> of contract-maven-plugin, or -Dcontract.hookProperties." + name
                        + "=..."));
    }

    /** What a {@link ResourceHook} of this build provides under a name, such as {@code jdbcUrl}; not what users set. */
    default Optional<String> provided(String name) {
        return Optional.empty();
    }

    /** A variable of the environment. */
    Optional<String> environment(String name);

    /**
     * Makes a value secret from now on: it is masked wherever it would be written.
     *
     * @param variable the shell variable that stands for it in reproductions, as {@code CONTRACT_TOKEN}
     * @param value the secret
     */
    void secret(String variable, String value);

    /** Tells the user something, once per run however often it is said. */
    void warn(String message);
}
