package io.contractcheck.hooks.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contractcheck.hook.HookException;
import io.contractcheck.http.Header;
import io.contractcheck.http.Request;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BearerTokenHookTest {
    private static final Request REQUEST =
            new Request("GET", "http://127.0.0.1:1", "/", List.of(new Header("authorization", "old")), null);

    private final Map<String, String> secrets = new LinkedHashMap<>();

    private Request apply(Map<String, String> settings, Map<String, String> environment) {
        return new BearerTokenHook()
                .request(REQUEST, TestContext.OPERATION, new TestContext(settings, environment, secrets));
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
    void no_token_where_one_is_said_to_be_is_an_error_that_says_where() {
        assertThatThrownBy(() -> apply(Map.of("bearer.tokenVariable", "SHOP_TOKEN"), Map.of()))
                .isInstanceOf(HookException.class)
                .hasMessageContaining("bearer.token")
                .hasMessageContaining("SHOP_TOKEN");
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
