package io.contractcheck.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DescribingTest {
    private static final SecretValue NONE = new SecretValue.Literal("none", "<none>");

    private static Grant login(String url) {
        return new Grant.Login(
                url,
                "POST",
                List.of(),
                "application/json",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new Grant.Extract.Body("/token"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"?key=AIzaGeheim", "?a=b&code=AIzaGeheim", "#AIzaGeheim"})
    void where_a_token_comes_from_is_told_without_the_key_in_its_query(String query) {
        Grant client = new Grant.ClientCredentials(
                Optional.of("https://login.example.com/token" + query), NONE, NONE, List.of(), false, Map.of());

        assertThat(Describing.from(login("/login" + query))).isEqualTo("a login at /login");
        assertThat(Describing.from(client)).isEqualTo("client credentials at https://login.example.com/token");
        assertThat(Describing.remedy(login("/login" + query))).doesNotContain("AIzaGeheim");
    }
}
