package io.contractcheck.hooks.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contractcheck.hook.HookContext;
import io.contractcheck.hook.HookException;
import java.util.Map;
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
