package io.contractcheck.hooks.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contractcheck.hook.HookException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "jdbc:postgresql://db:6000/shop db 6000 shop",
                "jdbc:postgresql://db/shop db 5432 shop",
                "jdbc:postgresql:shop localhost 5432 shop",
                "jdbc:postgresql://a:1,b:2/shop a 1 shop",
                "jdbc:postgresql://db/shop%20one?ssl=true db 5432 shop_one",
            })
    void its_parts_are_read_as_the_driver_reads_them(String url, String host, int port, String name) {
        Address address = Address.read(url);
        assertThat(address).isEqualTo(new Address(host, port, name.replace('_', ' '), url));
    }

    @Test
    void what_is_given_can_be_read_back() {
        assertThat(Address.read(Address.of("127.0.0.1", 5433, "contract").jdbcUrl()))
                .isEqualTo(Address.of("127.0.0.1", 5433, "contract"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:mysql://me:hush@db/shop",
                "postgres://me:hush@db/shop",
                "jdbc:postgresql://me:hush@db:x/shop",
                "hush",
                "jdbc:postgresql://db:99999/shop?password=hush",
            })
    void another_url_is_an_error_that_shows_how_to_write_it_and_no_password(String url) {
        assertThatThrownBy(() -> Address.read(url))
                .isInstanceOf(HookException.class)
                .hasMessageStartingWith("databaseUrl: ")
                .hasMessageContaining("jdbc:postgresql://host:port/database")
                .message()
                .doesNotContain("hush");
    }
}
