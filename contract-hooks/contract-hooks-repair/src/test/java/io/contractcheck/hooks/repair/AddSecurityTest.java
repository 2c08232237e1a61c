package io.contractcheck.hooks.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contractcheck.hook.HookException;
import io.contractcheck.json.Documents;
import io.contractcheck.json.Yaml;
import io.contractcheck.openapi.Api;
import io.contractcheck.openapi.ApiReader;
import java.net.URI;
import org.junit.jupiter.api.Test;

class AddSecurityTest {
    private static final URI NAME = URI.create("memory:/api.yaml");

    private static Api secured(JsonNode document, TestContext context) {
        JsonNode before = document.deepCopy();
        JsonNode changed = new AddSecurity().document(document, context);
        assertThat(document).isEqualTo(before);
        return ApiReader.read(Documents.of(NAME, changed).root(NAME));
    }

    private static JsonNode swagger() {
        return Yaml.parse("""
                swagger: "2.0"
                info: {title: Shop, version: "1"}
                paths: {/books: {get: {responses: {"200": {description: all}}}}}
                """);
    }

    @Test
    void all_operations_but_those_excepted_are_secured() {
        TestContext context =
                TestContext.of("AddSecurity.scheme", "token", "AddSecurity.except", "operationId:login\n");
        Api api = secured(Shop.document(), context);
        assertThat(api.warnings()).isEmpty();
        assertThat(api.securitySchemes().get("token").scheme()).contains("bearer");
        assertThat(api.operations())
                .extracting(o -> o.security().isEmpty())
                .as("login, then ship")
                .containsExactly(true, false);
        assertThat(context.warnings()).isEmpty();
    }

    @Test
    void the_kinds_there_are() {
        assertThat(secured(Shop.document(), TestContext.of("AddSecurity.scheme", "s", "AddSecurity.type", "basic"))
                        .securitySchemes()
                        .get("s")
                        .scheme())
                .contains("basic");
        assertThat(secured(swagger(), TestContext.of("AddSecurity.scheme", "s", "AddSecurity.type", "basic"))
                        .securitySchemes()
                        .get("s")
                        .scheme())
                .contains("basic");
        Api bearer = secured(swagger(), TestContext.of("AddSecurity.scheme", "s"));
        assertThat(bearer.securitySchemes().get("s").type()).isEqualTo("oauth2");
        assertThat(bearer.warnings()).isEmpty();
        assertThat(secured(
                                Shop.document(),
                                TestContext.of(
                                        "AddSecurity.scheme",
                                        "s",
                                        "AddSecurity.type",
                                        "apiKey",
                                        "AddSecurity.in",
                                        "cookie",
                                        "AddSecurity.parameter",
                                        "SID"))
                        .securitySchemes()
                        .get("s")
                        .parameter())
                .contains("SID");
    }

    @Test
    void a_scheme_that_is_there_is_used_and_security_that_is_there_is_kept() {
        ObjectNode document = Shop.document().deepCopy();
        document.withObject("/components/securitySchemes/key")
                .put("type", "apiKey")
                .put("in", "query")
                .put("name", "k");
        TestContext context = TestContext.of("AddSecurity.scheme", "key");
        Api api = secured(document, context);
        assertThat(api.securitySchemes().get("key").parameter()).contains("k");
        assertThat(api.operations()).allMatch(o -> o.security().size() == 1);

        document.putArray("security").addObject().putArray("other");
        secured(document, context);
        assertThat(context.warnings())
                .containsExactly("AddSecurity.scheme: the document has global security of its own, which stays as it"
                        + " is: [{\"other\":[]}]");
    }

    @Test
    void what_is_secured_already_does_not_change() {
        TestContext context = TestContext.of("AddSecurity.scheme", "token");
        JsonNode once = new AddSecurity().document(Shop.document(), context);
        assertThat(new AddSecurity().document(once, context)).isEqualTo(once);
        assertThat(context.warnings()).isEmpty();
    }

    @Test
    void an_exception_that_is_not_there_is_told() {
        TestContext context = TestContext.of("AddSecurity.scheme", "token", "AddSecurity.except", "/auth/tokens");
        secured(Shop.document(), context);
        assertThat(context.warnings()).singleElement().asString().endsWith("Did you mean '/auth/token'?");
    }

    @Test
    void without_a_scheme_nothing_happens() {
        JsonNode document = Shop.document();
        assertThat(new AddSecurity().document(document, TestContext.of("AddSecurity.type", "basic")))
                .isSameAs(document);
    }

    @Test
    void a_setting_that_is_not_allowed_is_an_error() {
        assertThatThrownBy(() -> secured(
                        Shop.document(), TestContext.of("AddSecurity.scheme", "s", "AddSecurity.type", "digest")))
                .isInstanceOf(HookException.class)
                .hasMessage("AddSecurity.type: 'digest' is not known. Allowed: bearer, basic, apiKey.");
        assertThatThrownBy(() -> secured(
                        swagger(),
                        TestContext.of(
                                "AddSecurity.scheme", "s", "AddSecurity.type", "apikey", "AddSecurity.in", "cookie")))
                .isInstanceOf(HookException.class)
                .hasMessageContaining("Swagger 2.0 has no keys in cookies");
    }
}
