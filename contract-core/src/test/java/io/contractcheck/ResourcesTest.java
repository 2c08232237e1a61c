package io.contractcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contractcheck.hook.Hook;
import io.contractcheck.hook.HookContext;
import io.contractcheck.hook.HookException;
import io.contractcheck.hook.HookSettings;
import io.contractcheck.hook.Provided;
import io.contractcheck.hook.ResourceHook;
import io.contractcheck.hook.SetUpBy;
import io.contractcheck.http.Secrets;
import io.contractcheck.service.Cleanup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResourcesTest {
    private final List<String> told = new ArrayList<>();
    private final Cleanup cleanup = new Cleanup();
    private final Secrets secrets = new Secrets();

    private Provided open(Map<String, String> properties, Hook... hooks) {
        return Resources.open(
                List.of(hooks),
                new HookSettings(properties, List.of(), List.of()),
                secrets,
                cleanup,
                told::add,
                warning -> told.add("WARN " + warning));
    }

    private static ResourceHook.Resource resource(String name, List<String> told) {
        return ResourceHook.Resource.of(
                name + " with pa55word", Map.of(name, name + ":1"), () -> told.add("close " + name));
    }

    private final class Database implements ResourceHook {
        @Override
        public Resource open(HookContext context) {
            context.secret("DB_PASSWORD", "pa55word");
            context.warn("old version of " + context.setting("image").orElse("none"));
            return resource("database", told);
        }
    }

    private final class Mail implements ResourceHook {
        @Override
        public Resource open(HookContext context) {
            return resource("mail", told);
        }
    }

    private final class Dependent implements ResourceHook {
        @Override
        public Resource open(HookContext context) {
            throw new HookException("cannot use " + context.provided("database").orElse("nothing") + " with pa55word");
        }
    }

    @SetUpBy("queue")
    private static final class Idle implements ResourceHook {
        @Override
        public Resource open(HookContext context) {
            throw new AssertionError("nothing sets it up");
        }
    }

    @Test
    void they_are_opened_in_order_told_of_without_secrets_and_closed_in_reverse() {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("image", "postgres");
        Provided provided = open(properties, new Database(), new Idle(), new Mail());
        cleanup.close();
        cleanup.close();
        assertThat(told)
                .containsExactly(
                        "WARN old version of postgres",
                        "Hook Database: database with ${DB_PASSWORD}",
                        "Hook Mail: mail with ${DB_PASSWORD}",
                        "close mail",
                        "close database");
        assertThat(provided.values()).containsOnlyKeys("database", "mail").containsEntry("mail", "mail:1");
        assertThat(provided.secrets()).containsEntry("DB_PASSWORD", "pa55word");
        assertThat(provided.settings()).contains("image", "Database.image");
        assertThat(provided).asString().doesNotContain("pa55word");
    }

    @Test
    void one_that_fails_is_an_error_that_names_it_and_the_others_are_closed() {
        assertThatThrownBy(() -> open(Map.of(), new Database(), new Dependent(), new Mail()))
                .isInstanceOf(ContractException.class)
                .hasMessage("hook Dependent: cannot use database:1 with ${DB_PASSWORD}");
        cleanup.close();
        assertThat(told).endsWith("close database").noneMatch(t -> t.contains("mail"));
    }

    @Test
    void two_that_provide_the_same_are_an_error() {
        assertThatThrownBy(() -> open(Map.of(), new Mail(), new Mail()))
                .isInstanceOf(ContractException.class)
                .hasMessageStartingWith("the hooks Mail and Mail both provide 'mail'");
        cleanup.close();
        assertThat(told).filteredOn("close mail"::equals).hasSize(2);
    }

    @Test
    void what_is_provided_reaches_the_hooks_of_a_run_with_its_secrets_and_settings() {
        Provided provided = open(Map.of("image", "postgres"), new Database());
        Secrets ofRun = new Secrets();
        HookContexts contexts = new HookContexts(
                new HookSettings(Map.of("image", "postgres", "imaeg", "x"), List.of(), List.of()).providing(provided),
                ofRun,
                event -> {});
        assertThat(contexts.of(new Mail()).provided("database")).hasValue("database:1");
        assertThat(ofRun.mask("pa55word")).isEqualTo("${DB_PASSWORD}");
        assertThat(contexts.unread()).singleElement().asString().contains("no hook asked for 'imaeg'");
    }
}
