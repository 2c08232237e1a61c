package io.contractcheck.hooks.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.contractcheck.hook.Hook;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class ServicesTest {
    @Test
    void the_hook_is_found_as_a_service() {
        assertThat(ServiceLoader.load(Hook.class).stream().map(ServiceLoader.Provider::type))
                .containsExactly(PostgresHook.class);
    }
}
