package io.contractcheck.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.contractcheck.auth.AuthSettings;
import io.contractcheck.check.Check;
import io.contractcheck.check.Checks;
import io.contractcheck.hook.HookSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What pages of the site say of parameters is so. */
class SitePagesTest {
    private static final Pattern CONFIGURATION =
            Pattern.compile("(?s)```xml\\n<configuration>\\n(.*?)</configuration>\\n```");
    private static final Pattern NAME = Pattern.compile("`([a-z][a-zA-Z_]+)`");
    private static final List<Class<?>> PARAMETERS = List.of(
            CheckMojo.class,
            CredentialParameter.class,
            OperationParameter.class,
            UserParameter.class,
            LoginParameter.class,
            ClientCredentialsParameter.class,
            PlacementParameter.class);

    @TempDir
    private Path folder;

    private static String page(String name) throws IOException {
        return Files.readString(Path.of("..", "src", "site", "markdown", name));
    }

    /** Each as the plugin takes it. */
    private List<CheckMojo> configurations(String page) throws IOException {
        List<CheckMojo> all = new ArrayList<>();
        Matcher block = CONFIGURATION.matcher(page(page));
        while (block.find()) {
            String inside = block.group(1).replaceFirst("<spec>.*?</spec>", "");
            all.add(new Pom(folder).run(new CheckMojo(), "check", inside));
        }
        return all;
    }

    @Test
    void every_configuration_of_credentials_is_one_that_the_plugin_takes() throws IOException {
        List<AuthSettings> settings =
                configurations("authentication.md").stream().map(RunMojo::auth).toList();
        assertThat(settings).hasSizeGreaterThanOrEqualTo(7);
        assertThat(settings.stream().filter(s -> s.users().size() == 2)).hasSize(1);
        assertThat(settings.stream().filter(s -> s.users().isEmpty()))
                .as("the one about accepted statuses")
                .hasSize(1);
    }

    @Test
    void every_configuration_of_hooks_is_one_that_the_plugin_takes() throws IOException {
        List<HookSettings> settings = configurations("hooks-reference.md").stream()
                .map(HookedMojo::hookSettings)
                .toList();
        assertThat(settings).hasSize(3).noneMatch(s -> s.properties().isEmpty());
    }

    @Test
    void every_configuration_of_long_runs_is_one_that_the_plugin_takes() throws IOException {
        List<CheckMojo> mojos = configurations("running.md");
        assertThat(mojos).hasSize(2);
        assertThat(mojos.get(0).limits().workers()).isEqualTo(8);
        assertThat(mojos.get(1).operations()).hasSize(3);
    }

    @Test
    void every_link_to_a_heading_leads_to_one() throws IOException {
        Pattern link = Pattern.compile("\\]\\(([a-z-]*)(?:\\.html)?#([^)]+)\\)");
        for (String name : List.of("authentication", "hooks", "hooks-reference", "running")) {
            for (MatchResult found : link.matcher(page(name + ".md")).results().toList()) {
                String target = found.group(1).isEmpty() ? name : found.group(1);
                assertThat(page(target + ".md").lines().filter(l -> l.startsWith("#")))
                        .as(name + ": " + found.group())
                        .anyMatch(
                                l -> l.replaceFirst("#+ ", "").replace(' ', '_').equals(found.group(2)));
            }
        }
    }

    @Test
    void every_name_in_the_first_column_of_a_table_is_one_of_a_parameter_or_a_check() throws IOException {
        Set<String> known = new LinkedHashSet<>();
        Checks.standard().stream().map(Check::name).forEach(known::add);
        for (Class<?> type : PARAMETERS) {
            for (Class<?> c = type; c != null; c = c.getSuperclass()) {
                Stream.of(c.getDeclaredFields()).forEach(field -> known.add(field.getName()));
            }
        }
        for (String name : List.of("authentication.md", "hooks-reference.md", "running.md")) {
            List<String> named = page(name)
                    .lines()
                    .filter(line -> line.startsWith("| `") && !line.contains("..."))
                    .flatMap(line -> NAME.matcher(line.split("\\|")[1]).results())
                    .map(result -> result.group(1))
                    .toList();
            assertThat(known).as(name).containsAll(named);
            assertThat(named).as(name).isNotEmpty();
        }
    }
}
