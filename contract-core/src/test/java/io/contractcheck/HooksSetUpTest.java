package io.contractcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.event.RunEvent;
import io.contractcheck.hook.DocumentHook;
import io.contractcheck.hook.Hook;
import io.contractcheck.hook.HookContext;
import io.contractcheck.hook.HookSettings;
import io.contractcheck.hook.SetUpBy;
import io.contractcheck.http.Secrets;
import io.contractcheck.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hooks that take part only when they are set up. */
class HooksSetUpTest {
    @SetUpBy({"title", "Titled.file"})
    public static final class Titled implements DocumentHook {
        @Override
        public JsonNode document(JsonNode document, HookContext context) {
            return Json.parse("{\"title\": true}");
        }
    }

    public static final class Always implements DocumentHook {
        @Override
        public JsonNode document(JsonNode document, HookContext context) {
            return document;
        }
    }

    private static final List<Hook> HOOKS = List.of(new Titled(), new Always());
    private static final JsonNode DOCUMENT = Json.parse("{}");

    private final List<RunEvent> events = new ArrayList<>();

    private HookSetup setup(Map<String, String> properties, List<String> required) {
        return HookSetup.of(HOOKS, new HookSettings(properties, required, List.of()), new Secrets(), events::add);
    }

    @ParameterizedTest
    @ValueSource(strings = {"title", "Titled.title", "Titled.file", "io.contractcheck.HooksSetUpTest$Titled.title"})
    void any_of_its_settings_makes_a_hook_take_part(String name) {
        HookSetup setup = setup(Map.of(name, "x"), List.of("Titled"));
        setup.tell();
        assertThat(events).hasSize(2);
        assertThat(setup.list().document(DOCUMENT)).isNotEqualTo(DOCUMENT);
    }

    @Test
    void without_them_it_is_neither_asked_nor_told_of() {
        HookSetup setup = setup(Map.of("Always.title", "x"), List.of("Always"));
        setup.tell();
        assertThat(setup.list().document(DOCUMENT)).isEqualTo(DOCUMENT);
        assertThat(events)
                .singleElement()
                .isInstanceOfSatisfying(
                        RunEvent.HookLoaded.class, e -> assertThat(e.hook()).endsWith("$Always"));
        assertThat(setup.list().used()).hasSize(1);
    }

    @Test
    void a_setting_that_is_misspelt_is_told_with_what_was_meant() {
        setup(Map.of("Titled.titel", "x"), List.of()).tellUnread();
        assertThat(events)
                .containsExactly(new RunEvent.Warned("hookProperties: no hook asked for 'Titled.titel', so it has no"
                        + " effect. Did you mean 'Titled.title'?"));
    }

    @Test
    void a_required_hook_that_is_not_set_up_is_an_error_that_names_its_settings() {
        assertThatThrownBy(() -> setup(Map.of(), List.of("Titled")))
                .isInstanceOf(ContractException.class)
                .hasMessage("requiredHooks: the hook 'Titled' is there, but nothing sets it up, so that it would do"
                        + " nothing.\nSet one of <title>, <Titled.file> under <hookProperties>"
                        + " (contract.hookProperties.title).");
    }
}
