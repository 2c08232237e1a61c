package io.contractcheck.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaTypeTest {
    private static MediaType type(String text) {
        return MediaType.parse(text).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, application/json, true",
        "application/json, APPLICATION/Json;charset=utf-8, true",
        "application/json;v=1, application/json, true",
        "*/*, text/plain, true",
        "text/*, text/plain, true",
        "text/*, application/text, false",
        "application/*+json, application/vnd.shop+json, true",
        "application/*+json, application/json, false",
        "application/json, application/problem+json, false",
        "application/json, text/json, false"
    })
    void a_range_includes_its_types(String range, String type, boolean included) {
        assertThat(type(range).covers(type(type))).isEqualTo(included);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "json", "application/", "/json", "a b/c", "application/json, text/plain", "é/x"})
    void other_text_is_no_media_type(String text) {
        assertThat(MediaType.parse(text)).isEmpty();
    }

    @Test
    void a_type_however_long_is_read() {
        assertThat(type("a/b;c=\"" + "\\x".repeat(100_000)).essence()).isEqualTo("a/b");
    }

    @Test
    void parameters_may_be_quoted() {
        MediaType type = type("text/plain; Charset=\"iso-8859-1\" ; x=y");
        assertThat(type.charset()).hasValue(StandardCharsets.ISO_8859_1);
        assertThat(type.parameters()).containsEntry("x", "y");
        assertThat(type("text/plain; charset=klingon").charset()).isEmpty();
    }
}
