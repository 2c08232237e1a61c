package io.contractcheck.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contractcheck.ContractException;
import io.contractcheck.hook.HookSettings;
import io.contractcheck.openapi.OperationFilter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HookParametersTest {
    @TempDir
    private Path folder;

    @Test
    void the_pom_says_what_hooks_need() {
        HookSettings settings =
                new Pom(folder).run(new CheckMojo(), "check", """
                        <requiredHooks><hook>A</hook><hook>B</hook></requiredHooks>
                        <hookProperties><tenant>acme</tenant></hookProperties>
                        <hookScopes>
                          <scope>A: GET /books/*, tag:shop, !POST /books</scope>
                          <scope>B: !DELETE</scope>
                        </hookScopes>
                        """).hookSettings();
        assertThat(settings)
                .isEqualTo(new HookSettings(
                        Map.of("tenant", "acme"),
                        List.of("A", "B"),
                        List.of(
                                new HookSettings.Scope(
                                        "A",
                                        List.of(new OperationFilter("GET /books/*"), new OperationFilter("tag:shop")),
                                        List.of(new OperationFilter("POST /books"))),
                                new HookSettings.Scope("B", List.of(), List.of(new OperationFilter("DELETE"))))));
    }

    @Test
    void the_command_line_says_it_too_and_comes_in_place_of_the_pom() {
        HookSettings settings = new Pom(folder)
                .property("contract.requiredHooks", "A,B")
                .property("contract.hookScopes", "A: GET\nB: tag:x")
                .property("contract.hookProperties", "a=1\nb = 2")
                .property("contract.hookProperties.tenant", "other")
                .run(new CheckMojo(), "check", "<hookProperties><tenant>acme</tenant></hookProperties>")
                .hookSettings();
        assertThat(settings.required()).containsExactly("A", "B");
        assertThat(settings.scopes()).extracting(HookSettings.Scope::hook).containsExactly("A", "B");
        assertThat(settings.properties())
                .containsExactly(Map.entry("tenant", "other"), Map.entry("a", "1"), Map.entry("b", "2"));
    }

    @Test
    void a_line_of_properties_without_a_name_is_an_error_that_does_not_show_it() {
        Properties user = new Properties();
        user.setProperty("contract.hookProperties", "s3cret");
        assertThatThrownBy(() -> HookParameters.properties(Map.of(), user))
                .isInstanceOf(ContractException.class)
                .hasMessageContaining("write name=value")
                .hasMessageNotContaining("s3cret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "A:", "A: ,", ": GET /a", "GET /a: x", "A: !"})
    void what_is_no_scope_is_an_error(String line) {
        assertThatThrownBy(() -> HookParameters.scopes(List.of(line)))
                .isInstanceOf(ContractException.class)
                .hasMessageStartingWith("hookScopes: '" + line + "' is not allowed: write ");
    }
}
