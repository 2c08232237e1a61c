package io.contractcheck;

import io.contractcheck.event.RunEvent;
import io.contractcheck.event.RunListener;
import io.contractcheck.hook.HookContext;
import io.contractcheck.http.Secrets;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What hooks may ask and say: settings come from the configuration, a warning is told once. */
final class ConfiguredContext implements HookContext {
    private final Map<String, String> settings;
    private final Secrets secrets;
    private final RunListener listener;
    private final Set<String> said = new LinkedHashSet<>();

    ConfiguredContext(Map<String, String> settings, Secrets secrets, RunListener listener) {
        this.settings = settings;
        this.secrets = secrets;
        this.listener = listener;
    }

    @Override
    public Optional<String> setting(String name) {
        return Optional.ofNullable(settings.get(name));
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
    public synchronized void warn(String message) {
        if (said.add(message)) {
            listener.on(new RunEvent.Warned(secrets.mask(message)));
        }
    }
}
