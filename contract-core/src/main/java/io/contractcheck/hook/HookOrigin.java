package io.contractcheck.hook;

import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who a hook is, and where it came from.
 *
 * @param hook its class name
 * @param file the name of the jar or folder that it came from; {@code unknown} if nobody can tell
 * @param artifact the jar's coordinates, as {@code com.acme:acme-hooks:1.2.0}, if it tells
 * @param hash {@code sha256:} and 64 digits, of the names and bytes of all files in the jar or folder in the order of their names.
 *     Times, the order and packing of entries, {@code META-INF/MANIFEST.MF}, signatures and {@code META-INF/maven} are left out, so that
 *     the same source, built twice by the same compiler, has the same hash on every machine, packed or not
 * @param builtAgainst the version of {@code contract-core} that it was built against, if the jar tells: in the manifest as
 *     {@code ContractCheck-Version}, or in {@code META-INF/maven}
 */
public record HookOrigin(
        String hook, String file, Optional<String> artifact, Optional<String> hash, Optional<String> builtAgainst) {

    /** Where each hook came from, in order; each jar is read once. */
    public static List<HookOrigin> of(List<? extends Hook> hooks) {
        Map<Path, Contents> read = new LinkedHashMap<>();
        List<HookOrigin> origins = new ArrayList<>();
        for (Hook hook : hooks) {
            CodeSource source = hook.getClass().getProtectionDomain().getCodeSource();
            Optional<Path> place = source == null ? Optional.empty() : path(source.getLocation());
            String name = hook.getClass().getName();
            origins.add(place.map(p -> of(name, p, read.computeIfAbsent(p, Contents::of)))
                    .orElseGet(() -> unknown(name)));
        }
        return origins;
    }

    /** Where a hook came from. */
    public static HookOrigin of(Hook hook) {
        return of(List.of(hook)).get(0);
    }

    /** Where a class that may not even load would come from. */
    public static HookOrigin of(String hook, ClassLoader loader) {
        String resource = hook.replace('.', '/') + ".class";
        URL found = loader.getResource(resource);
        if (found == null) {
            return unknown(hook);
        }
        String text = found.toString();
        String place = text.substring(0, text.length() - resource.length());
        if (place.startsWith("jar:") && place.endsWith("!/")) {
            place = place.substring("jar:".length(), place.length() - "!/".length());
        }
        try {
            return path(new URI(place).toURL())
                    .map(p -> of(hook, p, Contents.of(p)))
                    .orElseGet(() -> unknown(hook));
        } catch (URISyntaxException | MalformedURLException | IllegalArgumentException e) {
            return unknown(hook);
        }
    }

    /** A hook of which nothing else is known. */
    public static HookOrigin unknown(String hook) {
        return new HookOrigin(hook, "unknown", Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The jar with its coordinates, as {@code acme-hooks-1.2.0.jar (com.acme:acme-hooks:1.2.0)}. */
    public String describe() {
        return file + artifact.map(a -> " (" + a + ")").orElse("");
    }

    private static HookOrigin of(String hook, Path place, Contents contents) {
        return new HookOrigin(
                hook,
                String.valueOf(place.getFileName()),
                contents.artifact(),
                contents.hash(),
                contents.builtAgainst());
    }

    private static Optional<Path> path(@Nullable URL location) {
        try {
            return location == null ? Optional.empty() : Optional.of(Path.of(location.toURI()));
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
            return Optional.empty();
        }
    }
}
