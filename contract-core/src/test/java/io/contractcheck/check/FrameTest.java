package io.contractcheck.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FrameTest {
    @Test
    void the_first_line_of_the_services_own_code_is_the_place_where_it_failed() {
        assertThat(Frame.of("""
                        java.util.NoSuchElementException: No value present
                        \tat java.base/java.util.Optional.orElseThrow(Optional.java:377)
                        \tat org.springframework.data.Page.get(Page.java:3)
                        \tat shop.books.Tags.first(Tags.java:31)
                        \tat shop.books.Books.all(Books.java:7)
                        """)).contains("Tags.first:31");
        assertThat(Frame.of("{\"trace\":\"java.lang.Error\\n\\tat app//shop.Books.lambda$all$0(Books.kt:9)\\n\"}"))
                .contains("Books.all:9");
        assertThat(Frame.of("TypeError: x is undefined<br>    at all (/app/node_modules/express/index.js:1:2)"
                        + "<br>    at Books.all (/app/books.js:10:5)"))
                .contains("/app/books.js:10");
        assertThat(Frame.of("Traceback (most recent call last):\n  File \"/app/books.py\", line 3, in all\n"
                        + "  File \"/app/tags.py\", line 12, in first\n"
                        + "  File \"/usr/lib/site-packages/orm.py\", line 99, in get\nKeyError: 'x'"))
                .contains("first (/app/tags.py:12)");
        assertThat(Frame.of("System.Exception: x\n   at Shop.Books.All(Int32 id, String q) in /src/Books.cs:line 14\n"))
                .contains("Shop.Books.All:14");
    }

    @Test
    void what_is_no_stack_has_no_place() {
        assertThat(Frame.of("")).isEmpty();
        assertThat(Frame.of("the shop is at home (see there)")).isEmpty();
        assertThat(Frame.of("x\n\tat java.base/java.util.Optional.orElseThrow(Optional.java:377)\n"))
                .isEmpty();
        assertThat(Frame.of(
                        "x\n\tat shop.Books$$SpringCGLIB$$0.all(<generated>)\n\tat jdk.proxy2.$Proxy12.all(A.java)"))
                .isEmpty();
        assertThat(Frame.of("at a.".repeat(20_000))).isEmpty();
        assertThat(Frame.of("at " + "a.b".repeat(20_000) + "(")).isEmpty();
    }
}
