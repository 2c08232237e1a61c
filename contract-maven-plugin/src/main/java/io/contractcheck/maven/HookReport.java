package io.contractcheck.maven;

import io.contractcheck.hook.Hook;
import io.contractcheck.hook.HookOrigin;
import io.contractcheck.hook.HookSettings;
import io.contractcheck.http.Secrets;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Hooks as lines for people: each with all that decides what it does, so that two machines can be compared.
 *
 * @param artifacts coordinates by file, as Maven resolved them
 * @param settings for the hooks
 */
record HookReport(Map<Path, String> artifacts, HookSettings settings) {
    /** Of a URL: a password before the host, or a parameter that tells of one. */
    private static final Pattern SECRET_INSIDE =
            Pattern.compile("(?i)://[^/@\\s]*:[^/@\\s]*@|(password|passwd|pwd|secret|token|key)=[^\\s&;]");

    /** @param hooks in the order in which they apply */
    List<String> lines(List<Hook> hooks) {
        List<String> lines = new ArrayList<>();
        Set<String> general = new LinkedHashSet<>(settings.properties().keySet());
        for (int i = 0; i < hooks.size(); i++) {
            Hook hook = hooks.get(i);
            HookOrigin origin = HookOrigin.of(hook);
            List<String> own = settings.properties().keySet().stream()
                    .filter(name -> isFor(name, hook))
                    .toList();
            own.forEach(general::remove);
            lines.add((i + 1) + ". " + hook.getClass().getName());
            lines.add("   kinds:    " + String.join(", ", kinds(hook)));
            lines.add("   from:     "
                    + resolved(hook)
                            .or(origin::artifact)
                            .map(a -> a + " (" + origin.file() + ")")
                            .orElse(origin.file()));
            lines.add("   hash:     " + origin.hash().orElse("unknown"));
            lines.add("   scope:    "
                    + settings.scope(hook).map(HookSettings.Scope::describe).orElse("all operations"));
            lines.add("   required: " + (settings.requires(hook) ? "yes" : "no"));
            List<String> needed = settings.missing(hook);
            if (!needed.isEmpty()) {
                lines.add("   idle:     nothing sets it up; it waits for " + String.join(" or ", needed)
                        + " in hookProperties");
            }
            lines.add("   settings: " + (own.isEmpty() ? "none of its own" : values(own)));
        }
        if (!general.isEmpty()) {
            lines.add("Settings for any hook: " + values(List.copyOf(general)));
        }
        return lines;
    }

    /** What to say of each required hook that is there and takes no part. */
    List<String> idle(List<Hook> hooks) {
        return hooks.stream()
                .filter(h -> settings.requires(h) && !settings.missing(h).isEmpty())
                .map(h -> "requiredHooks: the hook '" + h.getClass().getSimpleName()
                        + "' is there, but nothing sets it up, so that it would do nothing.\nSet <"
                        + String.join("> or <", settings.missing(h))
                        + "> under <hookProperties> (contract.hookProperties."
                        + settings.missing(h).get(0) + ").")
                .toList();
    }

    /** The interfaces below {@link Hook} that the class implements. */
    private static Set<String> kinds(Hook hook) {
        Set<String> kinds = new LinkedHashSet<>();
        for (Class<?> type = hook.getClass(); type != null; type = type.getSuperclass()) {
            for (Class<?> kind : type.getInterfaces()) {
                if (kind != Hook.class && Hook.class.isAssignableFrom(kind)) {
                    kinds.add(kind.getSimpleName());
                }
            }
        }
        return kinds;
    }

    private static boolean isFor(String setting, Hook hook) {
        return setting.startsWith(hook.getClass().getSimpleName() + ".")
                || setting.startsWith(hook.getClass().getName() + ".");
    }

    private String values(List<String> names) {
        return String.join(", ", names.stream().map(n -> n + " = " + value(n)).toList());
    }

    private String value(String name) {
        String value = settings.properties().get(name);
        if (value == null || value.isEmpty()) {
            return "(empty)";
        }
        boolean secret = Secrets.carriesCredentials(name) && !value.startsWith("env:");
        return secret || SECRET_INSIDE.matcher(value).find() ? Secrets.HIDDEN : Brief.line(value);
    }

    private Optional<String> resolved(Hook hook) {
        CodeSource source = hook.getClass().getProtectionDomain().getCodeSource();
        try {
            URI location = source == null ? null : source.getLocation().toURI();
            return location == null || !"file".equals(location.getScheme())
                    ? Optional.empty()
                    : Optional.ofNullable(artifacts.get(Path.of(location)));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
