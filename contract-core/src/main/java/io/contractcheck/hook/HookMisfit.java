package io.contractcheck.hook;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What to say of a hook whose code does not fit what runs here: another version of ContractCheck or of a library, or a part missing. */
public final class HookMisfit {
    private HookMisfit() {}

    /**
     * In words; empty if the error has another reason.
     *
     * @param origin of the hook
     * @param error that came out of loading or calling it
     * @param running the version of {@code contract-core} that runs
     */
    public static Optional<String> describe(HookOrigin origin, Throwable error, String running) {
        LinkageError linkage = linkage(error);
        if (linkage == null) {
            return Optional.empty();
        }
        String who = "hook " + origin.hook() + " from " + origin.describe();
        String why = linkage.getClass().getSimpleName() + ": " + linkage.getMessage();
        if (linkage instanceof UnsupportedClassVersionError) {
            return Optional.of(who + " was compiled for a newer Java than "
                    + System.getProperty("java.specification.version") + ", on which Maven runs (" + why
                    + ").\nRun Maven on that Java, or compile the hook with <maven.compiler.release>17.");
        }
        if (linkage instanceof NoClassDefFoundError && !speaksOfUs(linkage)) {
            return Optional.of(who + " misses a class: " + name(linkage)
                    + ".\nAdd the library that has it under <dependencies> of contract-maven-plugin, or make it a"
                    + " dependency of the hook in scope compile.");
        }
        String built = "it was built against contract-core "
                + origin.builtAgainst().orElse("of a version that its jar does not tell") + ", and " + running
                + " runs here (" + why + ").\n";
        if (!speaksOfUs(linkage) || origin.builtAgainst().equals(Optional.of(running))) {
            return Optional.of(who + " does not fit what is here: " + built
                    + "A library that both use is there in another version: look at mvn dependency:resolve-plugins, and"
                    + " leave out the hook's version of it with <exclusions>. If the hook was built against a snapshot,"
                    + " rebuild it.");
        }
        return Optional.of(
                who + " does not fit this ContractCheck: " + built + "Rebuild the hook against contract-core " + running
                        + ", or give contract-maven-plugin the version that the hook was built for.");
    }

    private static @Nullable LinkageError linkage(Throwable error) {
        for (Throwable e = error; e != null; e = e.getCause()) {
            if (e instanceof LinkageError linkage && !(e instanceof ExceptionInInitializerError)) {
                return linkage;
            }
        }
        return null;
    }

    private static boolean speaksOfUs(LinkageError error) {
        String message = String.valueOf(error.getMessage());
        return message.contains("io/contractcheck/") || message.contains("io.contractcheck.");
    }

    private static String name(LinkageError error) {
        return String.valueOf(error.getMessage()).replace('/', '.');
    }
}
