package io.contractcheck.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contractcheck.hook.CaseHook;
import io.contractcheck.hook.Hook;
import io.contractcheck.hook.HookContext;
import io.contractcheck.hook.HookOrigin;
import io.contractcheck.hook.HookSettings;
import io.contractcheck.hook.RequestHook;
import io.contractcheck.hook.SetUpBy;
import io.contractcheck.http.Request;
import io.contractcheck.openapi.Operation;
import io.contractcheck.openapi.OperationFilter;
import io.contractcheck.testcase.TestCase;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HookReportTest {
    public static final class Sign implements RequestHook, CaseHook {
        @Override
        public Request request(Request request, Operation operation, HookContext context) {
            return request;
        }

        @Override
        public TestCase testCase(TestCase testCase, HookContext context) {
            return testCase;
        }
    }

    @SetUpBy({"tenant", "tenants"})
    public static final class Tenant implements RequestHook {
        @Override
        public Request request(Request request, Operation operation, HookContext context) {
            return request;
        }
    }

    @TempDir
    private Path folder;

    private static Path place() throws Exception {
        return Path.of(
                Sign.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    @Test
    void a_hook_is_told_with_all_that_decides_what_it_does() throws Exception {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("tenant", "acme");
        properties.put("Sign.secret", "s3cret");
        properties.put("Sign.algorithm", "HS256");
        properties.put("bearer.token", "env:TOKEN");
        HookSettings settings = new HookSettings(
                properties,
                List.of("Sign"),
                List.of(new HookSettings.Scope(
                        "Sign", List.of(new OperationFilter("/books")), List.of(new OperationFilter("DELETE")))));
        Hook hook = new Sign();
        assertThat(new HookReport(Map.of(place(), "com.acme:signing:1.0"), settings).lines(List.of(hook)))
                .containsExactly(
                        "1. " + Sign.class.getName(),
                        "   kinds:    RequestHook, CaseHook",
                        "   from:     com.acme:signing:1.0 (" + place().getFileName() + ")",
                        "   hash:     " + HookOrigin.of(hook).hash().orElseThrow(),
                        "   scope:    /books, !DELETE",
                        "   required: yes",
                        "   settings: Sign.secret = [masked], Sign.algorithm = HS256",
                        "Settings for any hook: tenant = acme, bearer.token = env:TOKEN");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://db/shop?user=anna&password=s3cret",
                "https://anna:s3cret@example.com/",
                "https://example.com/keys?api_key=s3cret"
            })
    void a_setting_with_a_secret_inside_is_masked_whatever_its_name(String value) {
        HookSettings settings = new HookSettings(Map.of("Sign.url", value), List.of(), List.of());
        assertThat(new HookReport(Map.of(), settings).lines(List.of(new Sign())))
                .contains("   settings: Sign.url = [masked]");
    }

    @Test
    void what_is_not_known_or_set_is_said_to_be_so() throws Exception {
        assertThat(new HookReport(Map.of(), HookSettings.NONE).lines(List.of(new Sign())))
                .contains(
                        "   from:     " + place().getFileName(),
                        "   scope:    all operations",
                        "   required: no",
                        "   settings: none of its own");
    }

    @Test
    void a_hook_that_nothing_sets_up_is_said_to_be_idle_and_is_wrong_if_it_is_required() {
        HookReport report = new HookReport(Map.of(), new HookSettings(Map.of(), List.of("Tenant"), List.of()));
        List<Hook> hooks = List.of(new Sign(), new Tenant());
        assertThat(report.lines(hooks))
                .filteredOn(l -> l.contains("tenant"))
                .containsExactly("   idle:     nothing sets it up; it waits for tenant or tenants in hookProperties");
        assertThat(report.idle(hooks))
                .singleElement()
                .asString()
                .startsWith("requiredHooks: the hook 'Tenant' is there, but nothing sets it up")
                .contains("<tenant> or <tenants>");
        assertThat(new HookReport(Map.of(), new HookSettings(Map.of("tenant", "a"), List.of("Tenant"), List.of()))
                        .idle(hooks))
                .isEmpty();
    }

    @Test
    void the_goal_needs_no_document_and_fails_for_a_hook_that_is_missing() {
        Told told = new Told();
        HooksMojo goal = new Pom(folder)
                .fill(new HooksMojo(), "hooks", "<requiredHooks>BearerTokenHook</requiredHooks><hooks>Mine</hooks>");
        goal.setLog(told);
        assertThatThrownBy(goal::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("requiredHooks: the hook 'BearerTokenHook' is not there.\n")
                .hasMessageContaining("<artifactId>contract-hooks-auth</artifactId>")
                .hasMessageContaining("hooks: the hook 'Mine' is not there.\n");
        assertThat(told.of("INFO"))
                .first()
                .asString()
                .startsWith("0 hooks on the class path of contract-maven-plugin ");
    }
}
