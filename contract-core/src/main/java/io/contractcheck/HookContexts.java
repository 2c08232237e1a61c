package io.contractcheck;

import io.contractcheck.event.RunEvent;
import io.contractcheck.event.RunListener;
import io.contractcheck.hook.Hook;
import io.contractcheck.hook.HookContext;
import io.contractcheck.hook.HookSettings;
import io.contractcheck.http.Secrets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What hooks may ask and say: settings come from the configuration, a warning is told once. Thread-safe. */
final class HookContexts {
    private final Map<String, String> settings;
    private final Map<String, String> provided;
    private final List<String> askedBefore;
    private final Secrets secrets;
    private final RunListener listener;
    private final Set<String> said = new LinkedHashSet<>();
    private final Set<String> asked = new TreeSet<>();

    /** @param hooks what is set for them, and provided to them */
    HookContexts(HookSettings hooks, Secrets secrets, RunListener listener) {
        this.settings = hooks.properties();
        this.provided = hooks.provided().values();
        this.askedBefore = hooks.provided().settings();
        hooks.provided().secrets().forEach(secrets::add);
        this.secrets = secrets;
        this.listener = listener;
    }

    HookContext of(Hook hook) {
        return new Context(List.of(hook.getClass().getName(), hook.getClass().getSimpleName()));
    }

    /** What is wrong with settings that no hook asked for, one a line. */
    synchronized List<String> unread() {
        return settings.keySet().stream()
                .filter(name -> !asked.contains(name) && !askedBefore.contains(name))
                .map(name -> "hookProperties: no hook asked for '" + name + "', so it has no effect."
                        + Names.nearest(name, asked)
                                .map(n -> " Did you mean '" + n + "'?")
                                .orElse(
                                        asked.isEmpty()
                                                ? " No hook asks for any."
                                                : " Asked for: " + String.join(", ", names()) + "."))
                .toList();
    }

    /** As most users write them. */
    private List<String> names() {
        return asked.stream()
                .filter(a -> asked.stream().noneMatch(b -> a.endsWith("." + b)))
                .toList();
    }

    /** Names of settings that hooks asked for. */
    synchronized List<String> asked() {
        return List.copyOf(asked);
    }

    private synchronized void asked(List<String> keys) {
        asked.addAll(keys);
    }

    private void warn(String message) {
        boolean first;
        synchronized (this) {
            first = said.add(message);
        }
        if (first) {
            listener.on(new RunEvent.Warned(secrets.mask(message)));
        }
    }

    private final class Context implements HookContext {
        private final List<String> names;

        /** @param names of the hook, the most telling first */
        Context(List<String> names) {
            this.names = names;
        }

        @Override
        public Optional<String> setting(String name) {
            List<String> keys = Stream.concat(names.stream().map(n -> n + "." + name), Stream.of(name))
                    .toList();
            asked(keys);
            return keys.stream().map(settings::get).filter(Objects::nonNull).findFirst();
        }

        @Override
        public Optional<String> provided(String name) {
            return Optional.ofNullable(provided.get(name));
        }

        @Override
        public Optional<String> environment(String name) {
            return Optional.ofNullable(System.getenv(name));
        }

        @Override
        public void secret(String variable, String value) {
            secrets.add(variable, value);
        }

        @Override
        public void warn(String message) {
            HookContexts.this.warn(message);
        }
    }
}
