package io.contractcheck.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contractcheck.ContractException;
import io.contractcheck.hook.Hook;
import io.contractcheck.hook.HookContext;
import io.contractcheck.hook.RequestHook;
import io.contractcheck.http.Request;
import io.contractcheck.openapi.Operation;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HookLoaderTest {
    @TempDir
    private Path jar;

    public static final class Alpha implements RequestHook {
        @Override
        public Request request(Request request, Operation operation, HookContext context) {
            return request;
        }
    }

    public static final class Beta implements RequestHook {
        @Override
        public Request request(Request request, Operation operation, HookContext context) {
            return request;
        }
    }

    private ClassLoader loader(String services) throws IOException {
        Path file = jar.resolve("META-INF/services/" + Hook.class.getName());
        Files.createDirectories(file.getParent());
        Files.writeString(file, services);
        return new URLClassLoader(new URL[] {jar.toUri().toURL()}, getClass().getClassLoader());
    }

    private static final String BOTH = Beta.class.getName() + "\n" + Alpha.class.getName() + "\n";

    @Test
    void hooks_come_by_class_name_unless_the_pom_orders_them() throws IOException {
        assertThat(HookLoader.load(loader(BOTH), List.of())).hasExactlyElementsOfTypes(Alpha.class, Beta.class);
        assertThat(HookLoader.load(loader(BOTH), List.of(Beta.class.getName())))
                .hasExactlyElementsOfTypes(Beta.class, Alpha.class);
        assertThat(HookLoader.load(loader(BOTH), List.of("Beta"))).hasExactlyElementsOfTypes(Beta.class, Alpha.class);
    }

    @Test
    void a_named_hook_that_is_missing_is_an_error_that_says_what_to_add() {
        assertThatThrownBy(() -> HookLoader.load(loader(BOTH), List.of("Gamma")))
                .isInstanceOf(ContractException.class)
                .hasMessageContaining("hooks: 'Gamma'")
                .hasMessageContaining(Alpha.class.getName())
                .hasMessageContaining("<dependencies>");
    }

    @Test
    void a_class_that_cannot_be_loaded_is_an_error_that_names_the_service_file() {
        assertThatThrownBy(() -> HookLoader.load(loader("no.such.Hook\n"), List.of()))
                .isInstanceOf(ContractException.class)
                .hasMessageContaining("no.such.Hook")
                .hasMessageContaining("META-INF/services/io.contractcheck.hook.Hook");
    }
}
