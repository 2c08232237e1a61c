package io.contractcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contractcheck.ContractConfig.Selection;
import io.contractcheck.auth.AuthSettings;
import io.contractcheck.check.Check;
import io.contractcheck.check.CheckSettings;
import io.contractcheck.check.Checks;
import io.contractcheck.internal.phase.Phase;
import io.contractcheck.internal.phase.Phases;
import io.contractcheck.internal.report.Reports;
import io.contractcheck.json.Documents;
import io.contractcheck.json.Json;
import io.contractcheck.json.Located;
import io.contractcheck.openapi.Api;
import io.contractcheck.openapi.BrokenOperation;
import io.contractcheck.openapi.Operation;
import io.contractcheck.openapi.Responses;
import io.contractcheck.openapi.SpecVersion;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChoicesTest {
    private static final URI WHERE = URI.create("http://127.0.0.1:1/api.json");
    private static final Located ROOT = Documents.of(WHERE, Json.parse("{}")).root(WHERE);

    private static Operation operation(String method, String path, String id, String tag) {
        return new Operation(
                method,
                path,
                List.of(),
                "",
                Optional.of(id),
                List.of(tag),
                false,
                List.of(),
                Optional.empty(),
                new Responses(List.of()),
                List.of(),
                ROOT);
    }

    static Api api(URI where, List<String> servers) {
        return api(where, servers, List.of());
    }

    private static Api api(URI where, List<String> servers, List<BrokenOperation> broken) {
        return new Api(
                "Shop",
                "1",
                "OpenAPI 3.0.3",
                SpecVersion.OPENAPI_3_0,
                where,
                servers,
                List.of(
                        operation("GET", "/books", "listBooks", "books"),
                        operation("POST", "/books", "createBook", "books"),
                        operation("GET", "/authors/{id}", "getAuthor", "people")),
                broken,
                Map.of(),
                List.of(),
                List.of());
    }

    private static final Api API = api(WHERE, List.of());

    private static Selection checks(List<String> checks, List<String> excluded) {
        return new Selection(List.of(), List.of(), List.of(), checks, excluded);
    }

    private static List<String> chosen(List<String> checks, List<String> excluded) {
        return Choices.checks(checks(checks, excluded), Checks.standard(), Map.of()).stream()
                .map(Check::name)
                .toList();
    }

    private static List<String> operations(List<String> includes, List<String> excludes) {
        return Choices.operations(new Selection(includes, excludes, List.of(), List.of(), List.of()), API).stream()
                .map(Operation::label)
                .toList();
    }

    @Test
    void all_checks_are_chosen_unless_some_are_named() {
        List<String> all = Checks.standard().stream().map(Check::name).toList();
        assertThat(chosen(List.of(), List.of())).isEqualTo(all).contains("not_a_server_error");
        assertThat(chosen(List.of("all"), List.of())).isEqualTo(all);
        assertThat(chosen(List.of("not_a_server_error"), List.of())).containsExactly("not_a_server_error");
    }

    @Test
    void a_minus_or_an_exclusion_takes_a_check_away() {
        assertThat(chosen(List.of("all", "-not_a_server_error"), List.of()))
                .isNotEmpty()
                .doesNotContain("not_a_server_error");
        assertThat(chosen(List.of("-not_a_server_error"), List.of()))
                .isNotEmpty()
                .doesNotContain("not_a_server_error");
        assertThat(chosen(List.of(), List.of("not_a_server_error")))
                .isNotEmpty()
                .doesNotContain("not_a_server_error");
    }

    @Test
    void an_unknown_name_is_an_error_that_says_what_may_be_meant() {
        assertThatThrownBy(() -> chosen(List.of("not_a_server_eror"), List.of()))
                .isInstanceOf(ContractException.class)
                .hasMessageContaining("checks: 'not_a_server_eror'")
                .hasMessageContaining("Did you mean 'not_a_server_error'?");
        assertThatThrownBy(() -> chosen(List.of(), List.of("zzz")))
                .hasMessageContaining("excludeChecks: 'zzz'")
                .hasMessageContaining("Allowed: ");
        assertThatThrownBy(() -> Choices.phases(
                        new Selection(List.of(), List.of(), List.of("fuzz"), List.of(), List.of()), Phases.standard()))
                .hasMessageContaining("phases: 'fuzz'")
                .hasMessageContaining("fuzzing");
        assertThatThrownBy(() -> Choices.reports(List.of("junit5"), Reports.standard()))
                .hasMessageContaining("reports: 'junit5'")
                .hasMessageContaining("Did you mean 'junit'?");
    }

    private static ContractConfig users(String... names) {
        return ContractConfig.of("shop.yaml")
                .with(new AuthSettings(Stream.of(names)
                        .map(name -> new AuthSettings.User(name, List.of(), Optional.empty()))
                        .toList()));
    }

    private static List<String> chosen(ContractConfig config, String... names) {
        return Choices.checks(checks(List.of(names), List.of()), Checks.standard(), Choices.idle(config)).stream()
                .map(Check::name)
                .toList();
    }

    @Test
    void a_limit_of_time_is_checked_only_if_there_is_one() {
        ContractConfig limited = users().with(new CheckSettings(List.of(), Optional.of(Duration.ofSeconds(1))));
        assertThat(chosen(limited)).contains("max_response_time");
        assertThat(chosen(users())).contains("not_a_server_error").doesNotContain("max_response_time");
        assertThatThrownBy(() -> chosen(users(), "max_response_time"))
                .isInstanceOf(ContractException.class)
                .hasMessageContaining("contract.maxResponseTime");
    }

    @Test
    void what_one_user_owns_is_checked_only_if_there_is_another() {
        assertThat(chosen(users("alice", "bob")))
                .contains("object_level_authorization", "function_level_authorization");
        assertThat(chosen(users("alice")))
                .contains("function_level_authorization", "ignored_auth")
                .doesNotContain("object_level_authorization");
        assertThat(chosen(users())).contains("ignored_auth").doesNotContain("function_level_authorization");
        assertThatThrownBy(() -> chosen(users("alice"), "object_level_authorization"))
                .hasMessageContaining("checks: object_level_authorization needs a second user");
    }

    @Test
    void choosing_no_check_at_all_is_an_error() {
        assertThatThrownBy(() -> chosen(List.of("not_a_server_error"), List.of("not_a_server_error")))
                .hasMessageContaining("no check is left");
    }

    @Test
    void phases_keep_their_order_whatever_the_order_they_are_named_in() {
        assertThat(Choices.phases(
                                new Selection(
                                        List.of(), List.of(), List.of("fuzzing", "examples"), List.of(), List.of()),
                                Phases.standard())
                        .stream()
                        .map(Phase::name))
                .containsExactly("examples", "fuzzing");
    }

    @Test
    void operations_are_chosen_by_path_method_tag_and_id() {
        assertThat(operations(List.of("/books*"), List.of())).containsExactly("GET /books", "POST /books");
        assertThat(operations(List.of("get"), List.of())).containsExactly("GET /books", "GET /authors/{id}");
        assertThat(operations(List.of("POST /books"), List.of())).containsExactly("POST /books");
        assertThat(operations(List.of("tag:people"), List.of())).containsExactly("GET /authors/{id}");
        assertThat(operations(List.of("operationId:*Book*"), List.of())).containsExactly("GET /books", "POST /books");
        assertThat(operations(List.of("getAuthor"), List.of())).containsExactly("GET /authors/{id}");
        assertThat(operations(List.of(), List.of("method:POST"))).containsExactly("GET /books", "GET /authors/{id}");
    }

    @Test
    void a_filter_that_matches_nothing_is_an_error() {
        assertThatThrownBy(() -> operations(List.of("/boks"), List.of()))
                .isInstanceOf(ContractException.class)
                .hasMessageContaining("includes: '/boks'")
                .hasMessageContaining("Did you mean '/books'?");
        assertThatThrownBy(() -> operations(List.of(), List.of("tag:peple")))
                .hasMessageContaining("excludes: 'tag:peple'")
                .hasMessageContaining("Did you mean 'tag:people'?");
        assertThatThrownBy(() -> operations(List.of("operationId:getAutor"), List.of()))
                .hasMessageContaining("Did you mean 'operationId:getAuthor'?");
        assertThatThrownBy(() -> operations(List.of("method:GTE"), List.of()))
                .hasMessageContaining("Did you mean 'method:GET'?");
    }

    private static Selection filters(List<String> includes, List<String> excludes) {
        return new Selection(includes, excludes, List.of(), List.of(), List.of());
    }

    @Test
    void a_broken_operation_is_told_of_unless_it_was_left_out() {
        BrokenOperation torn = new BrokenOperation("PUT /torn", "a reference leads nowhere");
        Api api = api(WHERE, List.of(), List.of(torn));
        assertThat(Choices.broken(filters(List.of(), List.of()), api)).containsExactly(torn);
        assertThat(Choices.broken(filters(List.of("/books"), List.of()), api)).isEmpty();
        assertThat(Choices.broken(filters(List.of("tag:books"), List.of("tag:people")), api))
                .containsExactly(torn);
        assertThat(Choices.broken(filters(List.of(), List.of("PUT /t*")), api)).isEmpty();
        // Its reason is what a user who chose only this one must see
        assertThat(Choices.operations(filters(List.of("/torn"), List.of()), api))
                .isEmpty();
    }

    @Test
    void filters_that_leave_nothing_are_an_error() {
        assertThatThrownBy(() -> operations(List.of("/books"), List.of("tag:books")))
                .hasMessageContaining("leave no operation");
    }
}
