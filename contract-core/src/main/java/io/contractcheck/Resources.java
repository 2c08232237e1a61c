package io.contractcheck;

import io.contractcheck.event.RunEvent;
import io.contractcheck.event.RunListener;
import io.contractcheck.hook.Hook;
import io.contractcheck.hook.HookContext;
import io.contractcheck.hook.HookMisfit;
import io.contractcheck.hook.HookOrigin;
import io.contractcheck.hook.HookSettings;
import io.contractcheck.hook.Provided;
import io.contractcheck.hook.ResourceHook;
import io.contractcheck.http.Secrets;
import io.contractcheck.service.Cleanup;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Opens what the service needs before it can start: asks each {@link ResourceHook} once, in their order. */
public final class Resources {
    private final HookSettings settings;
    private final Secrets secrets;
    private final Cleanup cleanup;
    private final Consumer<String> info;
    private final RunListener warnings;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, String> owners = new LinkedHashMap<>();
    private final Map<String, String> hidden = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();

    private Resources(
            HookSettings settings, Secrets secrets, Cleanup cleanup, Consumer<String> info, Consumer<String> warn) {
        this.settings = settings;
        this.secrets = secrets;
        this.cleanup = cleanup;
        this.info = info;
        this.warnings = event -> {
            if (event instanceof RunEvent.Warned warned) {
                warn.accept(warned.message());
            }
        };
    }

    /**
     * What they provide. A hook sees what those before it provide.
     *
     * @param hooks of which others than {@link ResourceHook}s are passed over, and those that nothing sets up
     * @param secrets to which the hooks add
     * @param cleanup which closes what was opened, also if a later one fails
     * @param info is told what was opened, in a line each
     * @param warn is told the hooks' warnings
     * @throws ContractException if one fails, or two provide the same
     */
    public static Provided open(
            List<Hook> hooks,
            HookSettings settings,
            Secrets secrets,
            Cleanup cleanup,
            Consumer<String> info,
            Consumer<String> warn) {
        Resources resources = new Resources(settings, secrets, cleanup, info, warn);
        for (Hook hook : hooks) {
            if (hook instanceof ResourceHook resourceHook
                    && settings.missing(hook).isEmpty()) {
                resources.open(resourceHook);
            }
        }
        return new Provided(resources.values, resources.hidden, List.copyOf(resources.asked));
    }

    private void open(ResourceHook hook) {
        String name = hook.getClass().getSimpleName();
        HookContexts contexts =
                new HookContexts(settings.providing(new Provided(values, hidden, List.of())), secrets, warnings);
        ResourceHook.Resource resource;
        try {
            resource = hook.open(new Recording(contexts.of(hook), hidden));
            cleanup.add(resource::close);
            info.accept("Hook " + name + ": " + secrets.mask(resource.describe()));
        } catch (LinkageError e) {
            throw new ContractException(
                    HookMisfit.describe(HookOrigin.of(hook), e, Version.text()).orElse(failed(name, e)), e);
        } catch (RuntimeException e) {
            throw new ContractException(failed(name, e), e);
        }
        asked.addAll(contexts.asked());
        resource.provides().forEach((key, value) -> provide(name, key, value));
    }

    private String failed(String name, Throwable e) {
        return secrets.mask("hook " + name + ": "
                + (e.getMessage() == null || !(e instanceof RuntimeException) ? e.toString() : e.getMessage()));
    }

    private void provide(String hook, String name, String value) {
        String other = owners.putIfAbsent(name, hook);
        if (name.equals("port") || name.startsWith("port.")) {
            throw new ContractException("hook " + hook + " provides '" + name
                    + "', which is the name of the service's port: it must choose another.");
        }
        if (other != null) {
            throw new ContractException("the hooks " + other + " and " + hook + " both provide '" + name
                    + "', so nobody can tell which is meant. Leave one of them out.");
        }
        values.put(name, value);
    }

    /** Remembers what is secret, for the runs that follow. */
    private record Recording(HookContext context, Map<String, String> hidden) implements HookContext {
        @Override
        public Optional<String> setting(String name) {
            return context.setting(name);
        }

        @Override
        public Optional<String> provided(String name) {
            return context.provided(name);
        }

        @Override
        public Optional<String> environment(String name) {
            return context.environment(name);
        }

        @Override
        public void secret(String variable, String value) {
            hidden.put(variable, value);
            context.secret(variable, value);
        }

        @Override
        public void warn(String message) {
            context.warn(message);
        }
    }
}
