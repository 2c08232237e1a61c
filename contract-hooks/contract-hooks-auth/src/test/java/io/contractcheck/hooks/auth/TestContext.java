package io.contractcheck.hooks.auth;

import io.contractcheck.hook.HookContext;
import io.contractcheck.json.Documents;
import io.contractcheck.json.Json;
import io.contractcheck.openapi.Operation;
import io.contractcheck.openapi.Responses;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a pom and an environment set, and what became secret, by variable. */
record TestContext(Map<String, String> settings, Map<String, String> environment, Map<String, String> secrets)
        implements HookContext {
    /** Some operation: none of these hooks looks at it. */
    static final Operation OPERATION = new Operation(
            "GET",
            "/",
            List.of(),
            "",
            Optional.empty(),
            List.of(),
            false,
            List.of(),
            Optional.empty(),
            new Responses(List.of()),
            List.of(),
            Documents.of(URI.create("memory:/api.json"), Json.parse("{}")).root(URI.create("memory:/api.json")));

    static TestContext of(String... namesAndValues) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            settings.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new TestContext(settings, new LinkedHashMap<>(), new LinkedHashMap<>());
    }

    @Override
    public Optional<String> setting(String name) {
        return Optional.ofNullable(settings.get(name));
    }

    @Override
    public Optional<String> environment(String name) {
        return Optional.ofNullable(environment.get(name));
    }

    @Override
    public void secret(String variable, String value) {
        secrets.put(variable, value);
    }

    @Override
    public void warn(String message) {
        throw new AssertionError(message);
    }
}
