package io.contractcheck.maven;

import io.contractcheck.ContractException;
import io.contractcheck.HookLoading;
import io.contractcheck.Names;
import io.contractcheck.hook.Hook;
import io.contractcheck.hook.HookSettings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
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
        missing(named, settings, found).stream().findFirst().ifPresent(m -> {
            throw new ContractException(m);
        });
        return ordered(named, found);
    }

    /** The hooks found: first those named, in that order, then the others as they are. */
    static List<Hook> ordered(List<String> named, List<Hook> found) {
        Set<Hook> ordered = new LinkedHashSet<>();
        named.forEach(name -> find(name, found).ifPresent(ordered::add));
        ordered.addAll(found);
        return List.copyOf(ordered);
    }

    /** What to say of each hook that is spoken of and is not there; those that are required first. */
    List<String> missing(List<String> named, HookSettings settings, List<Hook> found) {
        List<String> missing = new ArrayList<>();
        missing("requiredHooks", settings.required(), found, missing);
        missing("hooks", named, found, missing);
        missing(
                "hookScopes",
                settings.scopes().stream().map(HookSettings.Scope::hook).toList(),
                found,
                missing);
        return missing;
    }

    private void missing(String parameter, List<String> names, List<Hook> found, List<String> missing) {
        names.stream().filter(n -> find(n, found).isEmpty()).forEach(n -> missing.add(missing(parameter, n, found)));
    }

    private static Optional<Hook> find(String name, List<Hook> found) {
        return found.stream().filter(h -> HookSettings.named(name, h)).findFirst();
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

    /** What to say of a hook that is not there: where it was looked for, and what would add it. */
    private String missing(String parameter, String name, List<Hook> found) {
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
}
