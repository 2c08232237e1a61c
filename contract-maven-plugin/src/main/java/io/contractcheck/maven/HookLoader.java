package io.contractcheck.maven;

import io.contractcheck.ContractException;
import io.contractcheck.hook.Hook;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** Finds hooks on the plugin's class path: the jars under the plugin's {@code <dependencies>}. */
final class HookLoader {
    private HookLoader() {}

    /**
     * All hooks: first those named, in that order, then the others by class name.
     *
     * @param named class names, simple or full
     */
    static List<Hook> load(ClassLoader loader, List<String> named) {
        List<Hook> found = new ArrayList<>();
        try {
            ServiceLoader.load(Hook.class, loader).forEach(found::add);
        } catch (ServiceConfigurationError e) {
            throw new ContractException(
                    "a hook cannot be loaded: " + e.getMessage()
                            + ". Look at META-INF/services/io.contractcheck.hook.Hook in the hook's jar.",
                    e);
        }
        found.sort(Comparator.comparing(h -> h.getClass().getName()));
        List<Hook> ordered = new ArrayList<>();
        for (String name : named) {
            ordered.add(found.stream()
                    .filter(h -> h.getClass().getName().equals(name)
                            || h.getClass().getSimpleName().equals(name))
                    .findFirst()
                    .orElseThrow(() -> missing(name, found)));
        }
        found.stream().filter(h -> !ordered.contains(h)).forEach(ordered::add);
        return ordered;
    }

    private static ContractException missing(String name, List<Hook> found) {
        String loaded = found.isEmpty()
                ? "no hook is there"
                : "there are " + found.stream().map(h -> h.getClass().getName()).collect(Collectors.joining(", "));
        return new ContractException("hooks: '" + name + "' is not on the plugin's class path (" + loaded
                + "). Add its jar under <dependencies> of contract-maven-plugin.");
    }
}
