package io.contractcheck.hooks.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contractcheck.hook.HookContext;
import io.contractcheck.hook.HookException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    @Test
    void nothing_need_be_set() {
        Settings settings = Settings.of(HookContext.of(Map.of()));
        assertThat(settings.database()).isEqualTo(Settings.Kind.AUTO);
        assertThat(settings.databaseImage()).isEqualTo("postgres:17-alpine");
        assertThat(settings.allowExistingDatabase()).isFalse();
        assertThat(settings.strict()).isFalse();
    }

    @Test
    void a_run_asks_for_all_that_only_the_start_needs_so_that_none_is_told_to_be_misspelt() {
        List<String> asked = new ArrayList<>();
        HookContext context = new Asking(asked);
        assertThat(new PostgresHook().remembers(context)).isFalse();
        List<String> inRun = List.copyOf(asked);
        asked.clear();
        Settings.of(context);
        assertThat(asked).isNotEmpty();
        assertThat(inRun).containsAll(asked);
    }

    /** Writes down what is asked for; nothing is set. */
    private record Asking(List<String> asked) implements HookContext {
        @Override
        public Optional<String> setting(String name) {
            asked.add(name);
            return Optional.empty();
        }

        @Override
        public Optional<String> environment(String name) {
            return Optional.empty();
        }

        @Override
        public void secret(String variable, String value) {}

        @Override
        public void warn(String message) {}
    }

    @Test
    void what_is_blank_is_not_set() {
        Settings settings = Settings.of(HookContext.of(Map.of("databaseUrl", " ", "database", "")));
        assertThat(settings.databaseUrl()).isEmpty();
        assertThat(settings.database()).isEqualTo(Settings.Kind.AUTO);
    }

    @ParameterizedTest
    @CsvSource({
        "database, Docker",
        "strict, yes",
        "allowExistingDatabase, 1",
        "databasePort, 0",
        "databasePort, 70000",
        "databasePort, free",
        "databaseDirectory, there/is/none",
    })
    void a_wrong_value_is_an_error_that_names_the_setting_and_the_value(String name, String value) {
        assertThatThrownBy(() -> Settings.of(HookContext.of(Map.of(name, value))))
                .isInstanceOf(HookException.class)
                .hasMessageStartingWith(name + ": ")
                .hasMessageContaining(value);
    }
}
