package io.contractcheck.hooks.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.hook.HookException;
import io.contractcheck.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatchDocumentTest {
    @TempDir
    private Path folder;

    private static JsonNode patched(String document, TestContext context) {
        return new PatchDocument().document(Json.parse(document), context);
    }

    /** Those of the examples of RFC 7396, appendix A, in which both document and patch are objects. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":\"b\"} | {\"a\":\"c\"} | {\"a\":\"c\"}",
                "{\"a\":\"b\"} | {\"b\":\"c\"} | {\"a\":\"b\",\"b\":\"c\"}",
                "{\"a\":\"b\"} | {\"a\":null} | {}",
                "{\"a\":\"b\",\"b\":\"c\"} | {\"a\":null} | {\"b\":\"c\"}",
                "{\"a\":[\"b\"]} | {\"a\":\"c\"} | {\"a\":\"c\"}",
                "{\"a\":\"c\"} | {\"a\":[\"b\"]} | {\"a\":[\"b\"]}",
                "{\"a\":{\"b\":\"c\"}} | {\"a\":{\"b\":\"d\",\"c\":null}} | {\"a\":{\"b\":\"d\"}}",
                "{\"a\":[{\"b\":\"c\"}]} | {\"a\":[1]} | {\"a\":[1]}",
                "{\"e\":null} | {\"a\":1} | {\"e\":null,\"a\":1}",
                "{} | {\"a\":{\"bb\":{\"ccc\":null}}} | {\"a\":{\"bb\":{}}}"
            })
    void a_patch_is_a_json_merge_patch(String document, String patch, String expected) {
        assertThat(patched(document, TestContext.of("PatchDocument.patch", patch)))
                .isEqualTo(Json.parse(expected));
    }

    @Test
    void a_file_may_hold_yaml() throws IOException {
        Path file = Files.writeString(folder.resolve("patch.yaml"), "paths:\n  /old: null\n");
        TestContext context = TestContext.of("PatchDocument.file", " " + file + "\n");
        assertThat(patched("{\"paths\":{\"/old\":{},\"/new\":{}}}", context))
                .isEqualTo(Json.parse("{\"paths\":{\"/new\":{}}}"));
        assertThat(context.warnings()).isEmpty();
    }

    @Test
    void what_the_patch_misses_is_told() {
        TestContext context = TestContext.of("PatchDocument.patch", "{paths: {/boks: {get: null}}, info: {a/b: null}}");
        patched("{\"paths\":{\"/books\":{}}}", context);
        assertThat(context.warnings())
                .containsExactly(
                        "PatchDocument.patch: the document has no path /boks; it is added. Did you mean /books?",
                        "PatchDocument.patch: nothing to take away at #/paths/~1boks/get",
                        "PatchDocument.patch: nothing to take away at #/info/a~1b");
        TestContext same = TestContext.of("PatchDocument.patch", "{a: 1}");
        patched("{\"a\":1}", same);
        assertThat(same.warnings()).containsExactly("PatchDocument.patch: the patch changes nothing.");
    }

    @Test
    void what_cannot_be_read_is_an_error() {
        assertThatThrownBy(() -> patched("{}", TestContext.of("PatchDocument.file", "not/there.yaml")))
                .isInstanceOf(HookException.class)
                .hasMessageContaining("cannot read not/there.yaml (NoSuchFileException)")
                .hasMessageContaining("${project.basedir}");
        assertThatThrownBy(() -> patched("{}", TestContext.of("PatchDocument.patch", "[1]")))
                .isInstanceOf(HookException.class)
                .hasMessageStartingWith("PatchDocument.patch: must be an object");
        assertThatThrownBy(() -> patched("{}", TestContext.of("PatchDocument.patch", "{a")))
                .isInstanceOf(HookException.class)
                .hasMessageStartingWith("PatchDocument.patch: neither JSON nor YAML");
    }
}
