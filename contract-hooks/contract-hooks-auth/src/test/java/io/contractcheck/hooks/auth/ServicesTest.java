package io.contractcheck.hooks.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.contractcheck.hook.Hook;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class ServicesTest {
    @Test
    void each_hook_is_found_as_a_service() {
        List<Class<?>> found = ServiceLoader.load(Hook.class).stream()
                .<Class<?>>map(provider -> provider.get().getClass())
                .toList();
        assertThat(found).containsExactly(BearerTokenHook.class, HmacSignature.class, MessageSignature.class);
    }
}
