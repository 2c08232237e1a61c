package io.contractcheck.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contractcheck.ContractConfig;
import io.contractcheck.ContractException;
import io.contractcheck.event.Doubt;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FailOnTest {
    @Test
    void nothing_written_is_the_default() {
        assertThat(FailOn.of(List.of())).isEqualTo(ContractConfig.DEFAULT_FAIL_ON);
    }

    @Test
    void names_stand_in_place_of_the_default() {
        assertThat(FailOn.of(List.of("unused_check", "unused_hook")))
                .containsExactly(Doubt.Kind.UNUSED_CHECK, Doubt.Kind.UNUSED_HOOK);
        assertThat(FailOn.of(List.of("none"))).isEmpty();
        assertThat(FailOn.of(List.of("all"))).containsExactly(Doubt.Kind.values());
        assertThat(FailOn.of(List.of("all", "-unused_hook")))
                .hasSize(Doubt.Kind.values().length - 1)
                .doesNotContain(Doubt.Kind.UNUSED_HOOK);
    }

    @Test
    void names_with_a_sign_change_the_default() {
        assertThat(FailOn.of(List.of("+unused_check", "-missing_auth")))
                .contains(Doubt.Kind.NOTHING_TESTED, Doubt.Kind.UNUSED_CHECK)
                .doesNotContain(Doubt.Kind.MISSING_AUTH);
    }

    @Test
    void an_unknown_name_is_an_error_that_says_what_was_meant() {
        assertThatThrownBy(() -> FailOn.of(List.of("-mising_auth")))
                .isInstanceOf(ContractException.class)
                .hasMessageStartingWith(
                        "failOn: 'mising_auth' is not known. Did you mean 'missing_auth'? Allowed: all, none, ");
        assertThatThrownBy(() -> FailOn.of(List.of("none", "unused_hook")))
                .hasMessageStartingWith("failOn: 'none' and other names contradict each other.");
    }

    @Test
    void the_parameter_tells_of_every_kind() throws Exception {
        String description = Pom.descriptor()
                .getMojo("check")
                .getParameterMap()
                .get("failOn")
                .getDescription();
        for (Doubt.Kind kind : Doubt.Kind.values()) {
            assertThat(description).contains(kind.id());
        }
        assertThat(String.join(" ", description.split("\\s+")))
                .contains(ContractConfig.DEFAULT_FAIL_ON.stream()
                        .filter(k -> k != Doubt.Kind.REQUIRED_HOOK) // which always fails
                        .map(Doubt.Kind::id)
                        .collect(Collectors.joining(", ")));
    }
}
