package io.contractcheck.hook;

import java.util.Map;
import java.util.Optional;

/** Settings, and nothing else. */
record FixedContext(Map<String, String> settings, Map<String, String> resources) implements HookContext {
    @Override
    public Optional<String> setting(String name) {
        return Optional.ofNullable(settings.get(name));
    }

    @Override
    public Optional<String> provided(String name) {
        return Optional.ofNullable(resources.get(name));
    }

    @Override
    public Optional<String> environment(String name) {
        return Optional.empty();
    }

    @Override
    public void secret(String variable, String value) {}

    @Override
    public void warn(String message) {}
}
