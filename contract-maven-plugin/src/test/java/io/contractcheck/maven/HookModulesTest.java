package io.contractcheck.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.contractcheck.hook.Hook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HookModulesTest {
    private static final Path MODULES = Path.of("..", "contract-hooks");

    @Test
    void the_list_has_every_hook_of_every_module() throws IOException {
        Map<String, String> hooks = new TreeMap<>();
        try (Stream<Path> modules = Files.list(MODULES)) {
            for (Path module : modules.toList()) {
                Path services = module.resolve("src/main/resources/META-INF/services/" + Hook.class.getName());
                if (Files.exists(services)) {
                    for (String line : Files.readAllLines(services)) {
                        String name = line.replaceFirst("#.*", "").trim();
                        if (!name.isEmpty()) {
                            hooks.put(name, module.getFileName().toString());
                        }
                    }
                }
            }
        }
        assertThat(hooks).isNotEmpty();
        assertThat(HookModules.known().artifactIds())
                .as("src/main/resources/io/contractcheck/maven/hooks.properties")
                .isEqualTo(hooks);
    }

    @Test
    void a_hook_of_ours_is_added_by_its_module_and_another_by_a_jar_that_only_its_author_knows() {
        HookModules modules = new HookModules(Map.of("a.b.Sign", "contract-hooks-sign"));
        assertThat(List.of(modules.lines("Sign", "3"), modules.lines("a.b.Sign", "3")))
                .allMatch(l -> l.contains("<artifactId>contract-hooks-sign</artifactId>")
                        && l.contains("<version>3</version>"));
        assertThat(modules.lines("Other", "3")).contains("<artifactId>...</artifactId>");
    }
}
