package io.contractcheck.hook;

import static org.assertj.core.api.Assertions.assertThat;

import io.contractcheck.hook.HookSettings.Scope;
import io.contractcheck.json.Documents;
import io.contractcheck.json.Yaml;
import io.contractcheck.openapi.ApiReader;
import io.contractcheck.openapi.Operation;
import io.contractcheck.openapi.OperationFilter;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HookSettingsTest {
    private static final URI WHERE = URI.create("memory:/api.yaml");
    private static final List<Operation> OPERATIONS =
            ApiReader.read(Documents.of(WHERE, Yaml.parse("""
                    openapi: 3.0.3
                    info: {title: t, version: '1'}
                    paths:
                      /books:
                        get: {responses: {default: {description: all}}}
                        delete: {responses: {default: {description: all}}}
                      /orders:
                        get: {responses: {default: {description: all}}}
                    """)).root(WHERE)).operations();

    public static final class Some implements OperationHook {
        @Override
        public boolean tests(Operation operation, HookContext context) {
            return true;
        }
    }

    private static Scope scope(List<String> includes, List<String> excludes) {
        return new Scope(
                "Some",
                includes.stream().map(OperationFilter::new).toList(),
                excludes.stream().map(OperationFilter::new).toList());
    }

    private static Stream<String> covered(Scope scope) {
        return OPERATIONS.stream().filter(scope::covers).map(Operation::label);
    }

    @Test
    void a_scope_holds_what_it_includes_and_does_not_exclude() {
        assertThat(covered(scope(List.of(), List.of()))).hasSize(3);
        assertThat(covered(scope(List.of("/books"), List.of()))).containsExactly("GET /books", "DELETE /books");
        assertThat(covered(scope(List.of("/books", "/orders"), List.of("DELETE"))))
                .containsExactly("GET /books", "GET /orders");
        assertThat(covered(scope(List.of(), List.of("GET")))).containsExactly("DELETE /books");
        assertThat(scope(List.of("/books", "tag:a"), List.of("DELETE")).describe())
                .isEqualTo("/books, tag:a, !DELETE");
    }

    @Test
    void a_hook_is_named_by_its_simple_or_its_full_name() {
        Some hook = new Some();
        HookSettings settings =
                new HookSettings(Map.of(), List.of(Some.class.getName()), List.of(scope(List.of("/books"), List.of())));
        assertThat(settings.requires(hook)).isTrue();
        assertThat(settings.scope(hook)).isPresent();
        assertThat(HookSettings.NONE.requires(hook)).isFalse();
        assertThat(HookSettings.NONE.scope(hook)).isEmpty();
        assertThat(HookSettings.named("some", hook)).isFalse();
    }
}
