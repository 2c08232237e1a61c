package io.contractcheck.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoilerplateTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "…",
                "without a message",
                "Internal Server Error",
                "INTERNAL_SERVER_ERROR",
                "HTTP Status … – Internal Server Error",
                "Something went wrong",
                "We're sorry, but something went wrong (…)",
                "Oops! An unexpected error has occurred. Please try again later.",
                "An unhandled exception occurred while processing the request.",
                "The server encountered an internal error or misconfiguration and was unable to complete your request.",
                "Whitelabel Error Page",
                "No message available",
                "java.lang.NullPointerException",
                "RuntimeException: null",
                "Bad Request: Validation failed",
                "…: …",
                "Unprocessable Entity"
            })
    void that_something_failed_says_nothing(String words) {
        assertThat(Boilerplate.is(words)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Index … out of bounds for length …",
                "For input string: '…'",
                "NumberFormatException",
                "IllegalStateException: null",
                "price is invalid",
                "Unexpected character ('…')",
                "the database is unavailable",
                "必須項目です"
            })
    void what_names_a_thing_says_something(String words) {
        assertThat(Boilerplate.is(words)).isFalse();
    }
}
