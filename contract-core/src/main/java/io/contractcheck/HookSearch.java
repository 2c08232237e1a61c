package io.contractcheck;

import io.contractcheck.hook.Hook;
import io.contractcheck.hook.HookMisfit;
import io.contractcheck.hook.HookOrigin;
import io.contractcheck.hook.HookSettings;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where hooks were looked for, and what to say of one that is not there or does not load.
 *
 * @param places the jars and folders, by name, that were searched; empty if hooks were handed over
 * @param artifacts where known hooks are: simple class name to {@code groupId:artifactId:version}
 */
public record HookSearch(List<String> places, Map<String, String> artifacts) {
    private static final int SHOWN = 20;
    private static final String SERVICES = "META-INF/services/io.contractcheck.hook.Hook";
    private static final Pattern PROVIDER = Pattern.compile("Provider (\\S+) ");

    public HookSearch {
        places = List.copyOf(places);
        artifacts = Collections.unmodifiableMap(new LinkedHashMap<>(artifacts));
    }

    /**
     * Makes sure that required hooks are there.
     *
     * @param names simple or full class names
     * @throws ContractException if one is not
     */
    public void require(List<String> names, List<Hook> found) {
        for (String name : names) {
            if (found.stream().noneMatch(h -> HookSettings.named(name, h))) {
                throw missing("requiredHooks", name, found);
            }
        }
    }

    /**
     * What to say of a hook that is not there.
     *
     * @param parameter that names it
     * @param name simple or full class name
     * @param found the hooks that are there
     */
    public ContractException missing(String parameter, String name, List<Hook> found) {
        String simple = name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
        List<String> names = found.stream()
                .flatMap(h ->
                        Stream.of(h.getClass().getSimpleName(), h.getClass().getName()))
                .toList();
        Optional<String> meant = Names.nearest(name, names).or(() -> Names.nearest(simple, names));
        return new ContractException(parameter + ": hook '" + name + "' is not there."
                + meant.map(n -> " Did you mean '" + n + "'?").orElse("")
                + "\nHooks that are there: " + there(found) + looked()
                + (meant.isPresent() ? "" : "\n" + lines(simple)));
    }

    private static String there(List<Hook> found) {
        List<HookOrigin> origins = HookOrigin.of(found);
        return origins.isEmpty()
                ? "none."
                : origins.stream().map(o -> o.hook() + " from " + o.describe()).collect(Collectors.joining(", ")) + ".";
    }

    private String looked() {
        if (places.isEmpty()) {
            return "";
        }
        return "\nLooked for in " + SERVICES + " of "
                + places.stream().limit(SHOWN).collect(Collectors.joining(", "))
                + (places.size() > SHOWN ? " and " + (places.size() - SHOWN) + " more" : "") + ".";
    }

    private String lines(String simple) {
        String known = artifacts.get(simple);
        String[] parts = known == null
                ? new String[] {"the hook's group", "the hook's artifact", "its version"}
                : known.split(":", -1);
        return "Add its jar to the pom, under contract-maven-plugin:\n"
                + "  <dependencies>\n"
                + "    <dependency>\n"
                + "      <groupId>" + parts[0] + "</groupId>\n"
                + "      <artifactId>" + parts[1] + "</artifactId>\n"
                + "      <version>" + parts[2] + "</version>\n"
                + "    </dependency>\n"
                + "  </dependencies>"
                + (known == null ? "\nIf its jar is there, " + SERVICES + " in it must name the class." : "");
    }

    /**
     * What to say when hooks cannot be loaded.
     *
     * @param error as a {@link java.util.ServiceLoader} throws it
     * @param loader of the hooks
     */
    public ContractException unloadable(Throwable error, ClassLoader loader) {
        String message = String.valueOf(error.getMessage());
        Matcher provider = PROVIDER.matcher(message);
        if (!provider.find()) {
            return new ContractException(
                    "hooks cannot be loaded: " + message + "\nLook at " + SERVICES + " in the jars of the hooks.",
                    error);
        }
        HookOrigin origin = HookOrigin.of(provider.group(1), loader);
        String who = "hook " + origin.hook() + " from " + origin.describe();
        Optional<String> misfit = HookMisfit.describe(origin, error, Version.text());
        if (misfit.isPresent()) {
            return new ContractException(misfit.get(), error);
        }
        if (message.endsWith("not found")) {
            return new ContractException(
                    "hook " + origin.hook() + " cannot be loaded: there is no such class.\nA " + SERVICES
                            + " names it: correct the name there, or add the jar that has the class.",
                    error);
        }
        if (message.endsWith("not a subtype")) {
            return new ContractException(
                    who + " cannot be loaded: it implements no hook.\nImplement an interface of"
                            + " io.contractcheck.hook. If it does, its jar holds a copy of contract-core: give that dependency"
                            + " the scope provided.",
                    error);
        }
        Throwable cause = error.getCause() == null ? error : error.getCause();
        return new ContractException(
                who + " cannot be loaded: " + (error.getCause() == null ? message : cause)
                        + "\nA hook is a public class with a public constructor without arguments, which only makes the object:"
                        + " settings come with each call.",
                error);
    }
}
