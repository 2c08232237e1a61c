package io.contractcheck.hooks.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contractcheck.hook.Hook;
import io.contractcheck.hook.HookContext;
import io.contractcheck.hook.HookException;
import io.contractcheck.http.Header;
import io.contractcheck.http.Request;
import io.contractcheck.json.Documents;
import io.contractcheck.json.Json;
import io.contractcheck.openapi.Operation;
import io.contractcheck.openapi.Responses;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class BearerTokenHookTest {
    private static final Request REQUEST =
            new Request("GET", "http://127.0.0.1:1", "/", List.of(new Header("authorization", "old")), null);

    private final Map<String, String> secrets = new LinkedHashMap<>();

    private HookContext context(Map<String, String> settings, Map<String, String> environment) {
        return new HookContext() {
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
        };
    }

    private static Operation operation() {
        return new Operation(
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
    }

    private Request apply(Map<String, String> settings, Map<String, String> environment) {
        return new BearerTokenHook().request(REQUEST, operation(), context(settings, environment));
    }

    @Test
    void it_is_found_as_a_service() {
        assertThat(ServiceLoader.load(Hook.class)).hasOnlyElementsOfTypes(BearerTokenHook.class);
    }

    @Test
    void the_token_of_the_property_replaces_any_other_authorization() {
        Request sent = apply(Map.of("bearer.token", " abc123 "), Map.of("CONTRACT_TOKEN", "other"));
        assertThat(sent.headers()).containsExactly(new Header("Authorization", "Bearer abc123"));
        assertThat(secrets).containsEntry("CONTRACT_TOKEN", "abc123");
    }

    @Test
    void the_variable_can_be_named() {
        Request sent = apply(Map.of("bearer.tokenVariable", "SHOP_TOKEN"), Map.of("SHOP_TOKEN", "xyz9"));
        assertThat(sent.header("Authorization")).contains("Bearer xyz9");
        assertThat(secrets).containsEntry("SHOP_TOKEN", "xyz9");
    }

    @Test
    void no_token_is_an_error_that_says_where_one_is_looked_for() {
        assertThatThrownBy(() -> apply(Map.of(), Map.of()))
                .isInstanceOf(HookException.class)
                .hasMessageContaining("bearer.token")
                .hasMessageContaining("CONTRACT_TOKEN");
    }

    @Test
    void an_empty_token_is_an_error() {
        assertThatThrownBy(() -> apply(Map.of(), Map.of("CONTRACT_TOKEN", "  ")))
                .isInstanceOf(HookException.class)
                .hasMessageContaining("CONTRACT_TOKEN is empty");
    }

    @Test
    void what_is_no_token_is_an_error_that_tells_its_length_and_not_its_value() {
        assertThatThrownBy(() -> apply(Map.of("bearer.token", "not a token"), Map.of()))
                .isInstanceOf(HookException.class)
                .hasMessageContaining("11 characters")
                .hasMessageNotContaining("not a token");
    }
}
