package io.contractcheck.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contractcheck.ContractException;
import io.contractcheck.hook.Hook;
import io.contractcheck.hook.HookContext;
import io.contractcheck.hook.HookSettings;
import io.contractcheck.hook.RequestHook;
import io.contractcheck.http.Request;
import io.contractcheck.openapi.Operation;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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

    private List<Hook> load(String services, List<String> named, HookSettings settings) throws IOException {
        return new HookLoader(loader(services), "1.2").load(named, settings);
    }

    private static HookSettings required(String... names) {
        return new HookSettings(Map.of(), List.of(names), List.of());
    }

    @Test
    void hooks_come_by_class_name_unless_the_pom_orders_them() throws IOException {
        assertThat(load(BOTH, List.of(), HookSettings.NONE)).hasExactlyElementsOfTypes(Alpha.class, Beta.class);
        assertThat(load(BOTH, List.of(Beta.class.getName()), HookSettings.NONE))
                .hasExactlyElementsOfTypes(Beta.class, Alpha.class);
        assertThat(load(BOTH, List.of("Beta", "Beta"), HookSettings.NONE))
                .hasExactlyElementsOfTypes(Beta.class, Alpha.class);
    }

    @Test
    void a_named_hook_that_is_missing_is_an_error_that_says_where_it_was_looked_for() {
        assertThatThrownBy(() -> load(BOTH, List.of("Gamma"), HookSettings.NONE))
                .isInstanceOf(ContractException.class)
                .hasMessageStartingWith("hooks: the hook 'Gamma' is not there.\n")
                .hasMessageContaining("META-INF/services/io.contractcheck.hook.Hook")
                .hasMessageContaining("there are only Alpha, Beta")
                .hasMessageContaining("<dependencies>");
        assertThatThrownBy(() -> load(BOTH, List.of("Bta"), HookSettings.NONE))
                .hasMessageStartingWith("hooks: the hook 'Bta' is not there. Did you mean 'Beta'?\n");
    }

    @Test
    void a_required_hook_of_ours_that_is_missing_is_an_error_with_the_lines_that_add_it() throws IOException {
        assertThat(load(BOTH, List.of(), required("Alpha"))).hasSize(2);
        assertThatThrownBy(() -> load("", List.of(), required("BearerTokenHook")))
                .isInstanceOf(ContractException.class)
                .hasMessageStartingWith("requiredHooks: the hook 'BearerTokenHook' is not there.\n")
                .hasMessageContaining("where there is no hook.")
                .hasMessageContaining("<artifactId>contract-hooks-auth</artifactId>\n        <version>1.2</version>");
    }

    @Test
    void a_scope_of_a_hook_that_is_not_there_is_an_error() {
        HookSettings settings =
                new HookSettings(Map.of(), List.of(), List.of(new HookSettings.Scope("Alhpa", List.of(), List.of())));
        assertThatThrownBy(() -> load(BOTH, List.of(), settings))
                .hasMessageStartingWith("hookScopes: the hook 'Alhpa' is not there. Did you mean 'Alpha'?\n");
    }

    @Test
    void a_class_that_cannot_be_loaded_is_an_error_that_names_the_service_file() {
        assertThatThrownBy(() -> load("no.such.Hook\n", List.of(), HookSettings.NONE))
                .isInstanceOf(ContractException.class)
                .hasMessageContaining("no.such.Hook")
                .hasMessageContaining("META-INF/services/io.contractcheck.hook.Hook");
    }
}
