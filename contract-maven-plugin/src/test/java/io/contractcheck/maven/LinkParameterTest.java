package io.contractcheck.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contractcheck.ContractException;
import io.contractcheck.link.LinkRule;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkParameterTest {
    @TempDir
    private Path folder;

    private List<LinkRule> links(String configuration) {
        return new Pom(folder)
                .run(new CheckMojo(), "check", "<links>" + configuration + "</links>")
                .links();
    }

    @Test
    void a_link_says_what_goes_where_or_that_nothing_does() {
        assertThat(links("""
                <link>
                  <from>POST /books</from>
                  <to>GET /books/{isbn}</to>
                  <bindings>
                    <binding>path.isbn = $response.body#/code</binding>
                    <binding>query.lang = de</binding>
                  </bindings>
                </link>
                <link><from>GET /search</from><forbidden>true</forbidden></link>
                """))
                .extracting(LinkRule::describe)
                .containsExactly(
                        "POST /books -> GET /books/{isbn}: path.isbn = $response.body#/code, query.lang = de",
                        "not GET /search -> *");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <link><from>POST /a</from><to>GET /a/{id}</to></link> | links/1. link/bindings: is missing
            <link><forbidden>true</forbidden></link> | links/1. link: forbids all links there are
            <link><from>POST /a</from><forbidden>maybe</forbidden></link> | links/1. link/forbidden
            <link><from>POST /a</from><bindings><binding>path.id = 1</binding></bindings><forbidden>true</forbidden></link> | links/1. link: has <bindings> and is <forbidden>
            """)
    void what_is_wrong_with_a_link_is_told_with_its_place(String configuration, String told) {
        assertThatThrownBy(() -> links(configuration))
                .isInstanceOf(ContractException.class)
                .hasMessageStartingWith(told);
    }
}
