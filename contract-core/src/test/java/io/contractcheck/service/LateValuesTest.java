package io.contractcheck.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LateValuesTest {
    @Test
    void the_port_is_a_free_one_and_the_same_each_time() {
        LateValues values = LateValues.picking();
        String url = values.fill("spec", "http://127.0.0.1:@{contract.port}/openapi.json?p=@{ contract.port }");
        assertThat(url).matches("http://127\\.0\\.0\\.1:(\\d+)/openapi\\.json\\?p=\\1");
        assertThat(Ports.isFree(values.port())).isTrue();
        assertThat(values.all()).containsOnlyKeys("port");
    }

    @Test
    void further_ports_are_others() {
        LateValues values = LateValues.picking();
        String text = values.fill("x", "@{contract.port} @{contract.port.debug} @{contract.port.mail}");
        assertThat(text.split(" ")).doesNotHaveDuplicates().hasSize(3);
        assertThat(values.all()).containsOnlyKeys("port", "port.debug", "port.mail");
    }

    @Test
    void what_is_unknown_is_an_error_that_lists_the_known() {
        LateValues values = LateValues.picking();
        values.port();
        assertThatThrownBy(() -> values.fill("service/arguments", "--db=@{contract.jdbcUrl}"))
                .isInstanceOf(ServiceException.class)
                .hasMessageStartingWith("service/arguments: nothing gives a value for @{contract.jdbcUrl}. Known:"
                        + " @{contract.port}, and @{contract.port.NAME} for further ports.")
                .hasMessageContaining("contract-hooks-postgres");
        values.put("jdbcUrl", "jdbc:postgresql://$1/x");
        assertThat(values.fill("service/arguments", "--db=@{contract.jdbcUrl}"))
                .isEqualTo("--db=jdbc:postgresql://$1/x");
        assertThatThrownBy(() -> values.fill("x", "@{contract.jdbcURL}"))
                .hasMessage("x: nothing gives a value for @{contract.jdbcURL}. Known: @{contract.port},"
                        + " @{contract.jdbcUrl}, and @{contract.port.NAME} for further ports.");
    }

    @Test
    void without_a_start_there_is_nothing_and_that_is_said() {
        assertThatThrownBy(
                        () -> LateValues.of(new LinkedHashMap<>()).fill("spec", "http://localhost:@{contract.port}/"))
                .hasMessage("spec: nothing gives a value for @{contract.port}. Such values are there once the goal"
                        + " contract:start has run in this build, before this one.");
    }

    @Test
    void placeholders_of_other_tools_stay_but_not_one_that_was_meant() {
        LateValues values = LateValues.picking();
        values.put("jdbcUrl", "jdbc:x");
        assertThat(values.fill("x", "@{argLine} {} @ {a}")).isEqualTo("@{argLine} {} @ {a}");
        assertThatThrownBy(() -> values.fill("setUp", "migrate @{jdbcUrl}"))
                .hasMessage("setUp: @{jdbcUrl} is not replaced: write @{contract.jdbcUrl}");
    }

    @Test
    void what_is_not_known_yet_may_wait() {
        LateValues values = LateValues.picking();
        values.put("a", "1");
        assertThat(values.fillKnown("@{contract.a} @{contract.b} @{c}")).isEqualTo("1 @{contract.b} @{c}");
    }

    @Test
    void whether_a_text_mentions_one_is_known() {
        assertThat(LateValues.mentions("-p @{contract.port}", "port")).isTrue();
        assertThat(LateValues.mentions("-p @{contract.port.x}", "port")).isFalse();
        assertThat(LateValues.mentions("-p @{contract.port.x}", "port.*")).isTrue();
        assertThat(LateValues.mentions("-p @{port}", "port")).isFalse();
        assertThat(LateValues.of(Map.of("port", "1")).fill("x", "@{contract.port}"))
                .isEqualTo("1");
    }
}
