package io.contractcheck.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonPointer;
import io.contractcheck.http.Header;
import io.contractcheck.http.Request;
import io.contractcheck.http.Secrets;
import io.contractcheck.json.Documents;
import io.contractcheck.json.Yaml;
import io.contractcheck.openapi.Api;
import io.contractcheck.openapi.ApiReader;
import io.contractcheck.openapi.Operation;
import io.contractcheck.openapi.Parameter;
import io.contractcheck.openapi.ParameterLocation;
import io.contractcheck.testcase.Deviation;
import io.contractcheck.testcase.Identity;
import io.contractcheck.testcase.Intent;
import io.contractcheck.testcase.Mutation;
import io.contractcheck.testcase.TestCase;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UsersTest {
    private static final URI WHERE = URI.create("memory:/api.yaml");
    private static final Instant NOW = Instant.parse("2024-05-01T12:00:00Z");
    private static final String TOKEN = "eyJ0b2tlbi1vZi1hbGljZSI6MX0";
    private static final String JWT = text("{\"alg\":\"HS256\"}") + "." + text("{\"sub\":\"alice\"}") + ".c2lnbmF0dXJl";

    private static final String SCHEMES = """
            jwt: {type: http, scheme: bearer, bearerFormat: JWT}
            basic: {type: http, scheme: basic}
            hoba: {type: http, scheme: HOBA}
            header: {type: apiKey, in: header, name: X-Thing}
            query: {type: apiKey, in: query, name: api key}
            cookie: {type: apiKey, in: cookie, name: SESSION}
            oauth: {type: oauth2, flows: {clientCredentials: {tokenUrl: /token, scopes: {read: r, write: w}}}}
            cert: {type: mutualTLS}
            """;

    private final Secrets secrets = new Secrets();
    private final List<String> warnings = new ArrayList<>();
    private Instant now = NOW;

    private static String text(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes());
    }

    /** Paths with their security, in flow style; and the schemes they may ask for. */
    private static Api api(String schemes, String... securities) {
        StringBuilder yaml = new StringBuilder("openapi: 3.1.0\ninfo: {title: t, version: '1'}\npaths:\n");
        for (int i = 0; i < securities.length; i++) {
            yaml.append("  /")
                    .append(i)
                    .append(": {get: {")
                    .append(securities[i])
                    .append("}}\n");
        }
        if (!schemes.isEmpty()) {
            yaml.append("components:\n  securitySchemes:\n").append(schemes.indent(4));
        }
        return ApiReader.read(Documents.of(WHERE, Yaml.parse(yaml.toString())).root(WHERE));
    }

    private static Api all(String... securities) {
        return api(SCHEMES, securities);
    }

    private static Grant given(String value) {
        return new Grant.Given(new SecretValue.Literal(value, "<token>"));
    }

    private static Grant password(String user, String password) {
        return new Grant.Password(
                new SecretValue.Literal(user, "<username>"), new SecretValue.Literal(password, "<password>"));
    }

    private static Grant command() {
        return new Grant.Command("print-token", Path.of("."), Duration.ofSeconds(1));
    }

    private static AuthSettings.Credential on(String scheme, Grant grant) {
        return new AuthSettings.Credential(Optional.of(scheme), Optional.empty(), grant, Optional.empty());
    }

    private static AuthSettings.Credential at(Placement placement, Grant grant) {
        return new AuthSettings.Credential(Optional.empty(), Optional.of(placement), grant, Optional.empty());
    }

    private static AuthSettings.User user(String name, AuthSettings.Credential... credentials) {
        return new AuthSettings.User(name, List.of(credentials), Optional.empty());
    }

    private static AuthSettings.User alice(Grant... grants) {
        return new AuthSettings.User(
                "alice",
                List.of(grants).stream().map(AuthSettings.Credential::of).toList(),
                Optional.empty());
    }

    private Users users(Api api, List<Header> headers, AuthSettings.User... users) {
        AuthSettings settings = new AuthSettings(List.of(users));
        return Users.of(
                settings,
                headers,
                api,
                secrets,
                clock(),
                warnings::add,
                Optional.empty(),
                (user, credential) -> TokenSources.of(
                        credential.grant(),
                        new Context(
                                user.name(),
                                Variables.suffix(settings, user, credential),
                                new NoTransport(),
                                "http://127.0.0.1:1",
                                Optional.empty(),
                                secrets,
                                clock())));
    }

    private Users users(Api api, AuthSettings.User... users) {
        return users(api, List.of(), users);
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }

    private static TestCase positive(Api api, int operation) {
        return new TestCase(api.operations().get(operation), List.of(), Optional.empty(), new Intent.Positive("plain"));
    }

    private static TestCase negative(Api api, Mutation.Location location, String parameter) {
        return positive(api, 0)
                .withIntent(new Intent.Negative(new Mutation(
                        location, Optional.of(parameter), JsonPointer.empty(), Optional.of("required"), "missing")));
    }

    private static TestCase by(Api api, Identity identity) {
        return positive(api, 0).with(new Deviation.SentBy(identity));
    }

    private static Request request(String target, Header... headers) {
        return new Request("GET", "http://127.0.0.1:1", target, List.of(headers), null);
    }

    private static Request signed(Users users, Api api, int operation) {
        return users.sign(positive(api, operation), request("/" + operation));
    }

    private static Header authorization(String value) {
        return new Header("Authorization", value);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes());
    }

    @Test
    void a_token_goes_where_its_scheme_says() {
        Api api = all(
                "security: [{jwt: []}]",
                "security: [{hoba: []}]",
                "security: [{header: []}]",
                "security: [{query: []}]",
                "security: [{cookie: []}]",
                "security: [{oauth: [read]}]",
                "security: []");
        Users users = users(
                api,
                user(
                        "alice",
                        on("jwt", given("t1")),
                        on("hoba", given("t2")),
                        on("header", given("t3")),
                        on("query", given("t 4&".replace(' ', '_'))),
                        on("cookie", given("t5")),
                        on("oauth", given("t6"))));
        assertThat(signed(users, api, 0).headers()).containsExactly(authorization("Bearer t1"));
        assertThat(signed(users, api, 1).headers()).containsExactly(authorization("Hoba t2"));
        assertThat(signed(users, api, 2).headers()).containsExactly(new Header("X-Thing", "t3"));
        assertThat(signed(users, api, 3).target()).isEqualTo("/3?api%20key=t_4%26");
        assertThat(signed(users, api, 4).headers()).containsExactly(new Header("Cookie", "SESSION=t5"));
        assertThat(signed(users, api, 5).headers()).containsExactly(authorization("Bearer t6"));
        assertThat(signed(users, api, 6)).isEqualTo(request("/6"));
    }

    @Test
    void a_user_name_and_a_password_are_for_http_basic_alone_and_are_utf_8() {
        Api api = all("security: [{jwt: []}, {basic: []}]");
        Users users = users(api, alice(password("älice", "pä:ss")));
        assertThat(signed(users, api, 0).header("Authorization"))
                .contains("Basic "
                        + Base64.getEncoder()
                                .encodeToString("älice:pä:ss".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    @Test
    void a_token_without_a_scheme_serves_bearer_schemes_and_api_keys_only_where_there_are_none() {
        Api both = all("security: [{jwt: []}]", "security: [{header: []}]");
        Users users = users(both, alice(given(TOKEN)));
        assertThat(signed(users, both, 0).header("Authorization")).contains("Bearer " + TOKEN);
        assertThat(signed(users, both, 1).headers()).isEmpty();

        Api keys = api("k: {type: apiKey, in: header, name: X-Key}", "security: [{k: []}]");
        assertThat(signed(users(keys, alice(given(TOKEN))), keys, 0).headers())
                .containsExactly(new Header("X-Key", TOKEN));
    }

    @Test
    void a_credential_that_names_its_scheme_comes_before_those_that_fit() {
        Api api = all("security: [{jwt: []}]", "security: [{oauth: []}]");
        Users users =
                users(api, user("alice", AuthSettings.Credential.of(given("for-all")), on("oauth", given("for-one"))));
        assertThat(signed(users, api, 0).header("Authorization")).contains("Bearer for-all");
        assertThat(signed(users, api, 1).header("Authorization")).contains("Bearer for-one");
    }

    @Test
    void a_document_that_asks_for_nothing_gets_the_credential_everywhere() {
        Api silent = api("", "deprecated: false");
        assertThat(signed(users(silent, alice(given(TOKEN))), silent, 0).headers())
                .containsExactly(authorization("Bearer " + TOKEN));
        assertThat(signed(users(silent, alice(password("a", "b"))), silent, 0).headers())
                .containsExactly(authorization("Basic " + base64("a:b")));
        Api defined = api("k: {type: apiKey, in: header, name: X-Key}", "deprecated: false");
        assertThat(signed(users(defined, alice(given(TOKEN))), defined, 0).headers())
                .containsExactly(new Header("X-Key", TOKEN));
    }

    @Test
    void a_scheme_that_is_asked_for_and_never_defined_is_taken_for_a_bearer_token() {
        Api api = api("", "security: [{forgotten: []}]");
        Users users = users(api, alice(given(TOKEN)));
        assertThat(signed(users, api, 0).headers()).containsExactly(authorization("Bearer " + TOKEN));
        assertThat(users.ready().get(0).description()).contains("for scheme forgotten");
    }

    @Test
    void a_placement_of_the_users_own_comes_before_that_of_the_scheme() {
        Placement own = new Placement(ParameterLocation.HEADER, "X-Token", "T-{token}");
        Api bearer = all("security: [{jwt: []}]", "security: []");
        Users users = users(bearer, user("alice", at(own, given(TOKEN))));
        assertThat(signed(users, bearer, 0).headers()).containsExactly(new Header("X-Token", "T-" + TOKEN));
        assertThat(signed(users, bearer, 1).headers()).isEmpty();
    }

    @Test
    void the_first_alternative_that_the_user_has_whole_is_taken() {
        Api api = all(
                "security: [{}, {jwt: [], header: []}, {cookie: []}, {jwt: []}]",
                "security: [{cert: []}, {jwt: []}]",
                "security: [{jwt: [], cert: []}]");
        Users users = users(api, user("alice", on("jwt", given("t1")), on("cookie", given("t2"))));
        assertThat(signed(users, api, 0).headers()).containsExactly(new Header("Cookie", "SESSION=t2"));
        assertThat(signed(users, api, 1).headers()).containsExactly(authorization("Bearer t1"));
        // better what there is than nothing: the document may ask for more than the service
        assertThat(signed(users, api, 2).headers()).containsExactly(authorization("Bearer t1"));
    }

    @Test
    void an_alternative_whose_scopes_the_user_lacks_is_only_taken_if_there_is_no_other() {
        Api api = all("security: [{oauth: [write]}, {header: []}]", "security: [{oauth: [write]}]");
        AuthSettings.User reader = new AuthSettings.User(
                "alice", List.of(on("oauth", given("t1")), on("header", given("t2"))), Optional.of(List.of("read")));
        Users users = users(api, reader);
        assertThat(signed(users, api, 0).headers()).containsExactly(new Header("X-Thing", "t2"));
        assertThat(signed(users, api, 1).headers()).containsExactly(authorization("Bearer t1"));
        assertThat(users.scopes("alice")).contains(List.of("read"));
    }

    @Test
    void a_scheme_that_is_not_there_is_an_error_that_names_those_that_are() {
        Api api = all("security: [{jwt: []}]");
        assertThatThrownBy(() -> users(api, user("alice", on("jwtt", given(TOKEN)))))
                .isInstanceOf(AuthException.class)
                .hasMessageContaining("user 'alice'")
                .hasMessageContaining("'jwtt'")
                .hasMessageContaining("jwt (http bearer)");
        assertThatThrownBy(() -> users(api, user("alice", on("cert", given(TOKEN)))))
                .isInstanceOf(AuthException.class)
                .hasMessageContaining("cert (mutualTLS)");
        assertThatThrownBy(() -> users(api, user("alice", on("jwt", password("a", "b")))))
                .isInstanceOf(AuthException.class)
                .hasMessageContaining("http basic");
    }

    @Test
    void a_credential_that_fits_no_scheme_is_an_error_that_names_both() {
        Api api = api("k: {type: apiKey, in: header, name: X-Key}", "security: [{k: []}]");
        assertThatThrownBy(() -> users(api, alice(password("a", "b"))))
                .isInstanceOf(AuthException.class)
                .hasMessageContaining("user name and password")
                .hasMessageContaining("k (apiKey in header X-Key)")
                .hasMessageContaining("<securityScheme>");
    }

    @Test
    void what_operations_ask_for_and_nobody_has_is_a_warning() {
        Api api = all("security: [{jwt: []}]", "security: [{cert: []}]", "security: [{header: []}, {}]");
        assertThat(users(api, alice(given(TOKEN))).lacking(api))
                .singleElement()
                .asString()
                .contains("cert (mutualTLS)")
                .contains("GET /1");
    }

    @Test
    void a_case_about_a_credential_keeps_what_it_has_there() {
        Api api = all("security: [{jwt: [], header: []}]");
        Users users = users(api, user("alice", on("jwt", given("t1")), on("header", given("t2"))));
        assertThat(users.sign(negative(api, Mutation.Location.HEADER, "x-thing"), request("/0"))
                        .headers())
                .containsExactly(authorization("Bearer t1"));
        assertThat(users.sign(negative(api, Mutation.Location.HEADER, "Other"), request("/0"))
                        .headers())
                .hasSize(2);
        Users headers = users(api, List.of(new Header("X-Thing", "k"), new Header("X-Tenant", "t")));
        assertThat(headers.sign(negative(api, Mutation.Location.HEADER, "X-Thing"), request("/0"))
                        .headers())
                .containsExactly(new Header("X-Tenant", "t"));
    }

    @Test
    void configured_headers_replace_those_of_the_same_name() {
        Api api = api("", "deprecated: false");
        assertThat(users(api, List.of(new Header("X-Key", "new"), new Header("Accept-Language", "de")))
                        .sign(positive(api, 0), request("/", new Header("x-key", "old")))
                        .headers())
                .containsExactly(new Header("X-Key", "new"), new Header("Accept-Language", "de"));
    }

    @Test
    void configured_cookies_go_beside_those_of_the_case() {
        Api api = api("", "deprecated: false");
        assertThat(users(api, List.of(new Header("Cookie", "sid=1; lang=de")))
                        .sign(positive(api, 0), request("/", new Header("Cookie", "a=1; lang=en")))
                        .headers())
                .containsExactly(new Header("Cookie", "a=1; sid=1; lang=de"));
    }

    @Test
    void what_the_configuration_sends_and_tells_nobody_stays() {
        Api api = all("security: [{jwt: []}]");
        Header tenant = new Header("X-Tenant", "0b7f8f4e-8a0c-4c39-9b57-1b2f3c4d5e6f");
        Users users = users(api, List.of(tenant, new Header("X-User", "alice")));
        TestCase nobody = by(api, new Identity.Anonymous());
        Request signed = users.sign(nobody, request("/0"));
        assertThat(users.settle(nobody, request("/0"), signed).orElseThrow().headers())
                .containsExactly(tenant);
    }

    @Test
    void nobody_has_no_credential_whoever_put_it_there() {
        Api api = all("security: [{jwt: []}, {query: []}, {cookie: []}, {header: []}],"
                + " parameters: [{name: a, in: cookie, schema: {type: string}}]");
        Users users = users(
                api, List.of(new Header("X-Api-Key", "s"), new Header("Accept-Language", "de")), alice(given(TOKEN)));
        secrets.add("HOOK", "a-secret-of-a-hook");
        TestCase nobody = by(api, new Identity.Anonymous());
        Request written = request("/0?x=1&api%20key=drawn", new Header("Cookie", "a=1; SESSION=drawn"));
        Request signed = users.sign(nobody, written);
        assertThat(signed.headers())
                .contains(new Header("Accept-Language", "de"))
                .hasSize(2);
        Request hooked = new Request(
                "GET",
                "http://127.0.0.1:1",
                "/0?x=1&api%20key=real&y=2&sig=abc",
                List.of(
                        authorization("Bearer t"),
                        new Header("Proxy-Authorization", "Basic x"),
                        new Header("X-Api-Key", "s"),
                        new Header("X-Thing", "s"),
                        new Header("X-Signature", "1"),
                        new Header("X-Odd", "a-secret-of-a-hook"),
                        new Header("X-Mac", "9f86d081884c7d659a2feaa0c55ad015"),
                        new Header("X-Tenant", "acme"),
                        new Header("Accept-Language", "de"),
                        new Header("Cookie", "a=1; SESSION=s; b=2")),
                null);
        Request settled = users.settle(nobody, written, hooked).orElseThrow();
        assertThat(settled.target()).isEqualTo("/0?x=1&y=2");
        assertThat(settled.headers())
                .containsExactly(
                        new Header("X-Tenant", "acme"),
                        new Header("Accept-Language", "de"),
                        new Header("Cookie", "a=1"));
        assertThat(users.credentialed(api.operations().get(0), settled)).isFalse();
    }

    @Test
    void another_user_shows_its_own_credentials_and_nothing_of_the_first() {
        Api api = all("security: [{jwt: [], header: []}]");
        Users users = users(
                api,
                List.of(new Header("X-Session", "of alice")),
                user("alice", on("jwt", given("t1")), on("header", given("k1"))),
                user("bob", on("jwt", given("t2"))));
        TestCase bobs = by(api, new Identity.User("bob"));
        Request written = request("/0");
        Request hooked = users.sign(bobs, written).withHeader("X-Session", "of alice");
        assertThat(hooked.header("Authorization")).contains("Bearer t2");
        Request settled = users.settle(bobs, written, hooked).orElseThrow();
        assertThat(settled.headers()).containsExactly(authorization("Bearer t2"));
        assertThat(users.used())
                .containsExactly(
                        new Users.Used("alice", "jwt", 0),
                        new Users.Used("alice", "header", 0),
                        new Users.Used("bob", "jwt", 1));
        assertThatThrownBy(() -> users.sign(by(api, new Identity.User("eve")), written))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Optional<Request> forged(Users users, Api api, String scheme, Identity.Forgery forgery) {
        TestCase testCase = by(api, new Identity.Forged(scheme, forgery));
        return users.settle(testCase, request("/0"), users.sign(testCase, request("/0")));
    }

    @Test
    void invented_credentials_have_the_shape_of_the_real_ones_and_nothing_else_of_them() {
        Api api = all("security: [{header: []}]");
        for (String real :
                List.of("0123456789abcdef", "0b7f8f4e-8a0c-4c39-9b57-1b2f3c4d5e6f", "sk_live_AbC-123", JWT)) {
            Users users = users(api, user("alice", on("header", given(real))));
            String value = forged(users, api, "header", Identity.Forgery.INVENTED)
                    .orElseThrow()
                    .header("X-Thing")
                    .orElseThrow();
            assertThat(value).isNotEqualTo(real);
            assertThat(forged(users, api, "header", Identity.Forgery.INVENTED)
                            .orElseThrow()
                            .header("X-Thing"))
                    .contains(value);
            if (real.equals(JWT)) {
                assertThat(Jwt.read(value)).isPresent();
                assertThat(value).doesNotContain(JWT.split("\\.")[1]);
            } else {
                assertThat(value).hasSameSizeAs(real);
            }
            if (real.startsWith("0123")) {
                assertThat(value).matches("[0-9a-f]+");
            }
            if (real.startsWith("0b7f")) {
                assertThat(java.util.UUID.fromString(value).version()).isEqualTo(4);
            }
        }
    }

    @Test
    void invented_credentials_need_no_real_ones() {
        Api api = all("security: [{jwt: []}, {basic: []}, {header: []}, {cookie: []}, {cert: []}]");
        Users nobody = users(api);
        assertThat(forged(nobody, api, "jwt", Identity.Forgery.INVENTED)
                        .orElseThrow()
                        .header("Authorization")
                        .map(v -> Jwt.read(v.substring(7)).isPresent()))
                .contains(true);
        assertThat(forged(nobody, api, "basic", Identity.Forgery.INVENTED)
                        .orElseThrow()
                        .header("Authorization")
                        .map(v -> new String(Base64.getDecoder().decode(v.substring(6)))))
                .hasValueSatisfying(pair -> assertThat(pair).matches("[a-z]+:[a-z]+"));
        assertThat(forged(nobody, api, "header", Identity.Forgery.INVENTED)
                        .orElseThrow()
                        .header("X-Thing"))
                .hasValueSatisfying(v -> assertThat(v).matches("[0-9]{32}|[0-9a-f]{32}"));
        assertThat(forged(nobody, api, "cookie", Identity.Forgery.INVENTED)
                        .orElseThrow()
                        .header("Cookie"))
                .hasValueSatisfying(v -> assertThat(v).startsWith("SESSION="));
        assertThat(forged(nobody, api, "cert", Identity.Forgery.INVENTED)).isEmpty();
        assertThat(forged(nobody, api, "jwt", Identity.Forgery.TAMPERED)).isEmpty();
    }

    @Test
    void forged_tokens_are_made_from_the_real_one_and_are_secret() {
        Api api = all("security: [{jwt: []}]");
        Users users = users(api, alice(given(JWT)));
        for (Identity.Forgery forgery : List.of(Identity.Forgery.TAMPERED, Identity.Forgery.UNSIGNED)) {
            Request request = forged(users, api, "jwt", forgery).orElseThrow();
            String value = request.header("Authorization").orElseThrow();
            assertThat(value).startsWith("Bearer ").doesNotContain(JWT).contains(JWT.split("\\.")[1]);
            assertThat(secrets.mask(request).header("Authorization"))
                    .contains("Bearer ${CONTRACT_TOKEN_" + forgery.name() + "}");
        }
        assertThat(forged(users(api, alice(given("opaque"))), api, "jwt", Identity.Forgery.TAMPERED))
                .isEmpty();
        Users byHeader = users(api, List.of(authorization("Bearer " + JWT)));
        assertThat(forged(byHeader, api, "jwt", Identity.Forgery.TAMPERED)).isPresent();
    }

    @Test
    void only_the_forged_scheme_of_an_alternative_is_forged() {
        Api api = all("security: [{cookie: []}, {jwt: [], header: []}]");
        Users users = users(api, user("alice", on("jwt", given("t1")), on("header", given("k1"))));
        Request request =
                forged(users, api, "header", Identity.Forgery.INVENTED).orElseThrow();
        assertThat(request.header("Authorization")).contains("Bearer t1");
        assertThat(request.header("X-Thing")).isPresent().isNotEqualTo(Optional.of("k1"));
    }

    @Test
    void a_forgery_takes_the_place_of_fixed_headers() {
        Api api = all("security: [{header: []}]");
        Users users = users(
                api,
                alice(new Grant.FixedHeaders(List.of(new Header("X-Thing", "0123456789ab"), new Header("X-B", "b")))));
        assertThat(signed(users, api, 0).headers()).hasSize(2);
        Request request =
                forged(users, api, "header", Identity.Forgery.INVENTED).orElseThrow();
        assertThat(request.headers())
                .singleElement()
                .satisfies(h -> assertThat(h.is("X-Thing")
                                && h.value().matches("[0-9a-f]{12}")
                                && !h.value().equals("0123456789ab"))
                        .isTrue());
    }

    @Test
    void what_is_too_short_to_be_imitated_is_made_up_at_length() {
        Api api = all("security: [{header: []}]");
        Users users = users(api, user("alice", on("header", given("1234"))));
        assertThat(forged(users, api, "header", Identity.Forgery.INVENTED)
                        .orElseThrow()
                        .header("X-Thing"))
                .hasValueSatisfying(v -> assertThat(v).hasSize(32));
    }

    @Test
    void parameters_that_carry_credentials_are_the_senders() {
        Api api = all("security: [{header: []}], parameters: [{name: x-thing, in: header, required: true, schema:"
                + " {type: integer}}, {name: api key, in: query, schema: {type: integer}}]");
        Parameter header = api.operations().get(0).parameters().get(0);
        Parameter query = api.operations().get(0).parameters().get(1);
        Users users = users(api, alice(given(TOKEN)));
        Users with = users(api, user("alice", on("header", given(TOKEN))));
        assertThat(with.senders(positive(api, 0)).test(header)).isTrue();
        assertThat(with.senders(positive(api, 0)).test(query)).isFalse();
        assertThat(users(api).senders(positive(api, 0)).test(header)).isFalse();
        assertThat(users.senders(by(api, new Identity.Anonymous())).test(query)).isTrue();
    }

    @Test
    void a_request_is_credentialed_whoever_put_the_credentials_there_but_not_by_what_a_case_drew() {
        Api api = all("security: [{header: []}], parameters: [{name: X-Thing, in: header, schema: {type: string}}]");
        Operation operation = api.operations().get(0);
        Users none = users(api);
        assertThat(none.credentialed(operation, request("/", new Header("X-Thing", "drawn"))))
                .isFalse();
        assertThat(none.credentialed(operation, request("/", authorization("Bearer x"))))
                .isTrue();
        assertThat(none.credentialed(operation, request("/", new Header("Cookie", "sid=1"))))
                .isTrue();
        assertThat(none.credentialed(operation, request("/?a=b"))).isFalse();
        Users with = users(api, user("alice", on("header", given(TOKEN))));
        assertThat(with.credentialed(operation, signed(with, api, 0))).isTrue();
    }

    @Test
    void what_is_ready_is_described_and_not_shown() {
        Api api = all("security: [{jwt: []}]");
        String token = text("{\"alg\":\"HS256\"}") + "."
                + text("{\"exp\":" + NOW.plusSeconds(3540).getEpochSecond() + "}") + ".c2ln";
        Users users = users(api, alice(given(token)));
        assertThat(users.ready())
                .containsExactly(new Users.Ready(
                        "alice",
                        "jwt, hoba, oauth",
                        "token of " + token.length()
                                + " characters from <token>, for scheme jwt, hoba, oauth, expires in 59 min"));
        assertThat(users.ended(users.ready().get(0))).isEmpty();
        now = NOW.plusSeconds(3600);
        assertThat(users.ended(users.ready().get(0)).orElseThrow())
                .contains("JWT that expired 60 s ago")
                .doesNotContain(token);
    }

    @Test
    void what_travels_where_the_document_says_is_secret_whatever_its_name() {
        Api api = api("""
                h: {type: apiKey, in: header, name: X-Thing}
                c: {type: apiKey, in: cookie, name: who}
                """);
        Users.hide(
                List.of(
                        new Header("x-thing", "s3cret"),
                        new Header("Cookie", "lang=de; who=mine"),
                        new Header("X", "b")),
                api.securitySchemes(),
                secrets);
        assertThat(secrets.mask("s3cret mine de b")).isEqualTo("${CONTRACT_X_THING} ${CONTRACT_COOKIE_WHO} de b");
    }
}
