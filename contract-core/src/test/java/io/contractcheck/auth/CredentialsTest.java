package io.contractcheck.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.contractcheck.http.Header;
import io.contractcheck.http.Request;
import io.contractcheck.http.Secrets;
import io.contractcheck.json.Documents;
import io.contractcheck.json.Json;
import io.contractcheck.json.Located;
import io.contractcheck.openapi.Operation;
import io.contractcheck.openapi.ParameterLocation;
import io.contractcheck.openapi.Responses;
import io.contractcheck.openapi.SecurityRequirement;
import io.contractcheck.openapi.SecurityScheme;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CredentialsTest {
    private static final URI WHERE = URI.create("memory:/api.json");
    private static final Located ROOT = Documents.of(WHERE, Json.parse("{}")).root(WHERE);

    private static SecurityScheme apiKey(String name, ParameterLocation in, String parameter) {
        return new SecurityScheme(
                name,
                "apiKey",
                Optional.empty(),
                Optional.of(in),
                Optional.of(parameter),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                ROOT);
    }

    private static Operation securedBy(String... schemes) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        for (String scheme : schemes) {
            all.put(scheme, List.of());
        }
        return new Operation(
                "GET",
                "/",
                List.of(),
                "",
                Optional.empty(),
                List.of(),
                false,
                List.of(),
                Optional.empty(),
                new Responses(List.of()),
                List.of(new SecurityRequirement(all)),
                ROOT);
    }

    private static Request request(String target, Header... headers) {
        return new Request("GET", "http://127.0.0.1:1", target, List.of(headers), null);
    }

    private static Credentials credentials(Header... headers) {
        Map<String, SecurityScheme> schemes = new LinkedHashMap<>();
        schemes.put("q", apiKey("q", ParameterLocation.QUERY, "api key"));
        schemes.put("c", apiKey("c", ParameterLocation.COOKIE, "SESSION"));
        schemes.put("h", apiKey("h", ParameterLocation.HEADER, "X-Thing"));
        return Credentials.headers(List.of(headers), schemes);
    }

    @Test
    void applying_replaces_headers_of_the_same_name() {
        assertThat(credentials(new Header("X-Key", "new"), new Header("Accept-Language", "de"))
                        .apply(securedBy(), request("/", new Header("x-key", "old")))
                        .headers())
                .containsExactly(new Header("X-Key", "new"), new Header("Accept-Language", "de"));
    }

    @Test
    void stripping_leaves_no_credential_whoever_put_it_there() {
        Request stripped = credentials(new Header("X-Api-Key", "s"), new Header("Accept-Language", "de"))
                .strip(
                        securedBy("q", "c", "h"),
                        request(
                                "/a?x=1&api%20key=s&y=2",
                                new Header("Authorization", "Bearer t"),
                                new Header("X-Api-Key", "s"),
                                new Header("X-Thing", "s"),
                                new Header("Accept-Language", "de"),
                                new Header("Cookie", "a=1; SESSION=s; b=2")));
        assertThat(stripped.target()).isEqualTo("/a?x=1&y=2");
        assertThat(stripped.headers())
                .containsExactly(new Header("Accept-Language", "de"), new Header("Cookie", "a=1; b=2"));
    }

    @Test
    void stripping_the_only_pair_removes_the_whole_part() {
        Request stripped =
                credentials().strip(securedBy("q", "c"), request("/a?api+key=s", new Header("Cookie", "SESSION=s")));
        assertThat(stripped.target()).isEqualTo("/a");
        assertThat(stripped.headers()).isEmpty();
    }

    @Test
    void stripping_what_has_no_credentials_changes_nothing() {
        Request request = request("/a?b=c", new Header("Cookie", "a=1"));
        assertThat(credentials().strip(securedBy("q", "c", "h"), request)).isEqualTo(request);
    }

    @Test
    void what_travels_where_the_document_says_is_secret_whatever_its_name() {
        Map<String, SecurityScheme> schemes = new LinkedHashMap<>();
        schemes.put("h", apiKey("h", ParameterLocation.HEADER, "X-Thing"));
        schemes.put("c", apiKey("c", ParameterLocation.COOKIE, "who"));
        Secrets secrets = new Secrets();
        Credentials.hide(
                List.of(
                        new Header("x-thing", "s3cret"),
                        new Header("Cookie", "lang=de; who=mine"),
                        new Header("X", "b")),
                schemes,
                secrets);
        assertThat(secrets.mask("s3cret mine de b")).isEqualTo("${CONTRACT_X_THING} ${CONTRACT_COOKIE_WHO} de b");
    }
}
