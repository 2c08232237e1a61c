package io.contractcheck.hooks.postgres;

import io.contractcheck.hook.HookContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Settings as a pom has them, the real environment, and what was told. */
record TestContext(Map<String, String> settings, List<String> secrets, List<String> warnings) implements HookContext {
    static TestContext of(String... namesAndValues) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            settings.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new TestContext(settings, new ArrayList<>(), new ArrayList<>());
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
        secrets.add(value);
    }

    @Override
    public void warn(String message) {
        warnings.add(message);
    }
}
