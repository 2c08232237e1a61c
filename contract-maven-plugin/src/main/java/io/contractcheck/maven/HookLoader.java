package io.contractcheck.maven;

import io.contractcheck.ContractException;
import io.contractcheck.HookLoading;
import io.contractcheck.Names;
import io.contractcheck.hook.Hook;
import io.contractcheck.hook.HookSettings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/**
 * Finds hooks on the plugin's class path: the jars under the plugin's {@code <dependencies>}.
 *
 * @param loader of the plugin
 * @param version of the plugin
 */
record HookLoader(ClassLoader loader, String version) {
    private static final String SERVICES = "META-INF/services/" + Hook.class.getName();

    /**
     * All hooks: first those named, in that order, then the others by class name.
     *
     * @param named class names, simple or full
     * @param settings which speak of no other hooks
     * @throws ContractException if one that is spoken of is not there, or one cannot be loaded
     */
    List<Hook> load(List<String> named, HookSettings settings) {
        List<Hook> found = found();
        settings.required().forEach(name -> present("requiredHooks", name, found));
        List<Hook> ordered = new ArrayList<>();
        for (String name : named) {
            Hook hook = present("hooks", name, found);
            if (!ordered.contains(hook)) {
                ordered.add(hook);
            }
        }
        settings.scopes().forEach(scope -> present("hookScopes", scope.hook(), found));
        found.stream().filter(h -> !ordered.contains(h)).forEach(ordered::add);
        return ordered;
    }

    /** The hook of that name, if it is there. */
    static Optional<Hook> find(String name, List<Hook> found) {
        return found.stream().filter(h -> named(name, h)).findFirst();
    }

    /** All hooks by class name. */
    List<Hook> found() {
        List<Hook> found = new ArrayList<>();
        try {
            ServiceLoader.load(Hook.class, loader).forEach(found::add);
        } catch (ServiceConfigurationError | LinkageError e) {
            throw HookLoading.failed(e, loader);
        }
        found.sort(Comparator.comparing(h -> h.getClass().getName()));
        return found;
    }

    private Hook present(String parameter, String name, List<Hook> found) {
        return find(name, found).orElseThrow(() -> new ContractException(missing(parameter, name, found)));
    }

    /** What to say of a hook that is not there: where it was looked for, and what would add it. */
    String missing(String parameter, String name, List<Hook> found) {
        HookModules modules = HookModules.known();
        List<String> there =
                found.stream().map(h -> h.getClass().getSimpleName()).toList();
        Optional<String> meant = Names.nearest(
                name, Stream.concat(there.stream(), modules.names().stream()).toList());
        String likely = meant.filter(there::contains).isPresent()
                ? "."
                : ".\nThe jar that has it may be missing from this pom or profile. These lines add it:\n"
                        + modules.lines(meant.orElse(name), version);
        return parameter + ": the hook '" + name + "' is not there."
                + meant.filter(m -> !m.equals(name) && !name.endsWith("." + m))
                        .map(m -> " Did you mean '" + m + "'?")
                        .orElse("")
                + "\nIt was looked for in " + SERVICES
                + " of the jars on the class path of contract-maven-plugin, where"
                + " there "
                + (found.isEmpty()
                        ? "is no hook"
                        : (found.size() == 1 ? "is only " : "are only ") + String.join(", ", there))
                + likely;
    }

    private static boolean named(String name, Hook hook) {
        return hook.getClass().getName().equals(name)
                || hook.getClass().getSimpleName().equals(name);
    }
}
