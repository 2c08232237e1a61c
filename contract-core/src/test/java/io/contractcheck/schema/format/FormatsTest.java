package io.contractcheck.schema.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.json.Json;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {

    private static boolean accepts(String format, JsonNode value) {
        return Objects.requireNonNull(Formats.standard().named(format)).accepts(value);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "date; 2024-02-29",
                "time; 10:00:00Z",
                "time; 10:00:00.123456789012+14:00",
                "date-time; 2024-01-01T10:00:00Z",
                "date-time; 2024-01-01t10:00:00z",
                "date-time; 2024-01-01T10:00:00.1-00:00",
                "date-time; 2016-12-31T23:59:60Z",
                "date-time; 2017-01-01T00:59:60+01:00",
                "duration; P1Y2M3DT4H5M6S",
                "duration; PT36H",
                "duration; P4W",
                "email; first.last+tag@example.com",
                "email; \"a b\"@example.com",
                "email; a@[127.0.0.1]",
                "idn-email; 실례@실례.테스트",
                "hostname; r3---sn-4g5e.example.com",
                "hostname; localhost",
                "idn-hostname; straße.de",
                "hostname; xn--strae-oqa.de",
                "ipv4; 192.168.0.255",
                "ipv6; ::ffff:192.168.0.1",
                "ipv6; 2001:db8::",
                "ipv6; ::",
                "uri; https://example.com:8080/a%20b?q=1#f",
                "uri; urn:isbn:0451450523",
                "uri; http://[::1]/",
                "uri; file:///etc/hosts",
                "uri-reference; ../a?b",
                "uri-reference; ``",
                "iri; https://例え.jp/é",
                "iri-reference; é",
                "uri-template; /books/{id}{?q*,page:3}",
                "uuid; 00000000-0000-0000-0000-000000000000",
                "uuid; 2EB8AA08-AA98-11EA-B4AA-73B441D16380",
                "json-pointer; /a~0b/~1/0",
                "json-pointer; ``",
                "relative-json-pointer; 0#",
                "relative-json-pointer; 12/a",
                "regex; ^[a-z]{2,3}$",
                "byte; ``",
                "byte; aGVsbG8=",
            })
    void text_of_the_format_is_accepted(String format, String text) {
        assertThat(accepts(format, Json.NODES.textNode(text))).isTrue();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "date;2023-02-29",
                "date;2024-13-01",
                "date;2024-1-1",
                "date;2024-01-01T00:00:00Z",
                "date;२०२४-01-01",
                "time;10:00:00",
                "time;24:00:00Z",
                "time;10:00Z",
                "time;10:00:00.Z",
                "time;22:59:60Z",
                "date-time;2024-01-01 10:00:00Z",
                "date-time;2024-01-01T10:00Z",
                "date-time;2024-01-01T10:00:00",
                "date-time;2024-01-01T10:00:00+0100",
                "date-time;2024-02-30T10:00:00Z",
                "date-time;2024-01-01",
                "duration;P",
                "duration;PT",
                "duration;P1YT",
                "duration;P1Y2W",
                "duration;P1Y2D",
                "duration;PT0.5S",
                "email;user@",
                "email;@example.com",
                "email;a..b@example.com",
                "email;a b@example.com",
                "email;a@-example.com",
                "idn-email;실례",
                "hostname;-a.example.com",
                "hostname;a_b.example.com",
                "hostname;a..b",
                "hostname;",
                "hostname;xn--X",
                "ipv4;192.168.0.256",
                "ipv4;192.168.0",
                "ipv4;01.2.3.4",
                "ipv6;1:2:3:4:5:6:7",
                "ipv6;1::2::3",
                "ipv6;fe80::1%eth0",
                "ipv6;12345::",
                "uri;/relative",
                "uri;http://a b",
                "uri;http://example.com/<>",
                "uri;http://example.com/%zz",
                "uri;1http://example.com",
                "uri;https://",
                "uri;http:///a",
                "uri;HTTP://:80/",
                "uri-reference;http:a",
                "uri;http://例え.jp",
                "uri-reference;\\\\host",
                "iri;é",
                "uri-template;/books/{id",
                "uri-template;/books/{}",
                "uuid;2eb8aa08-aa98-11ea-b4aa-73b441d1638",
                "uuid;2eb8aa08-aa98-11ea-b4aa-73b441d1638g",
                "uuid;2eb8aa08aa9811eab4aa73b441d16380",
                "json-pointer;a",
                "json-pointer;/~2",
                "json-pointer;/~",
                "relative-json-pointer;01/a",
                "relative-json-pointer;/a",
                "regex;^(abc]",
                "byte;aGVsbG8",
                "byte;a===",
                "byte;aGVs bG8=",
            })
    void text_that_just_misses_the_format_is_not(String format, String text) {
        assertThat(accepts(format, Json.NODES.textNode(text == null ? "" : text)))
                .isFalse();
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource({
        "int32, 2147483647, true",
        "int32, 2147483648, false",
        "int32, -2147483649, false",
        "int64, 9223372036854775807, true",
        "int64, 9223372036854775808, false",
        "float, 3.4028234663852886e38, true",
        "float, 3.5e38, false",
        "double, 1.7e308, true",
        "double, 1e309, false",
    })
    void numbers_are_held_to_the_range(String format, String number, boolean accepted) {
        assertThat(accepts(format, Json.parse(number))).isEqualTo(accepted);
    }

    @Test
    void a_format_says_nothing_of_values_of_another_kind() {
        assertThat(accepts("date", Json.parse("1"))).isTrue();
        assertThat(accepts("int32", Json.parse("\"a\""))).isTrue();
        assertThat(accepts("uuid", Json.parse("null"))).isTrue();
    }

    @Test
    void what_cannot_be_told_from_the_value_is_not_asserted() {
        assertThat(Formats.standard().named("password")).isNull();
        assertThat(Formats.standard().named("binary")).isNull();
        assertThat(Formats.standard().named("my-own")).isNull();
    }

    @Test
    void a_format_can_be_added_and_replaced() {
        Formats formats = Formats.standard()
                .with(Format.ofText("isbn", text -> text.length() == 13))
                .with(Format.ofText("uuid", String::isEmpty));
        assertThat(Objects.requireNonNull(formats.named("isbn")).accepts(Json.parse("\"1\"")))
                .isFalse();
        assertThat(Objects.requireNonNull(formats.named("uuid")).accepts(Json.parse("\"\"")))
                .isTrue();
        assertThat(Formats.standard().named("isbn")).isNull();
    }
}
