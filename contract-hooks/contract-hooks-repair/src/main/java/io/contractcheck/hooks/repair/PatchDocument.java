package io.contractcheck.hooks.repair;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contractcheck.hook.DocumentHook;
import io.contractcheck.hook.HookContext;
import io.contractcheck.hook.HookException;
import io.contractcheck.hook.SetUpBy;
import io.contractcheck.json.Json;
import io.contractcheck.json.JsonException;
import io.contractcheck.json.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Changes anything in a document by a JSON Merge Patch (RFC 7396), in JSON or YAML: members that the patch has replace those of the
 * document, those that are null are taken away, all else stays.
 *
 * <pre>{@code
 * <hookProperties>
 *   <PatchDocument.file>${project.basedir}/contract-patch.yaml</PatchDocument.file>
 * </hookProperties>
 * }</pre>
 *
 * <pre>{@code
 * paths:
 *   /orders/{id}:
 *     delete: null
 *     get:
 *       responses:
 *         "200":
 *           content:
 *             application/json: null
 *             application/vnd.shop+json:
 *               schema: {$ref: "#/components/schemas/Order"}
 * }</pre>
 *
 * <p>A short patch may stand in {@code PatchDocument.patch} itself. Paths of the patch that the document does not have, and nulls that
 * take nothing away, are told.
 */
@SetUpBy({PatchDocument.FILE, PatchDocument.PATCH})
public final class PatchDocument implements DocumentHook {
    static final String FILE = "PatchDocument.file";
    static final String PATCH = "PatchDocument.patch";

    /** For the service loader. */
    public PatchDocument() {}

    /**
     * The document with the patch.
     *
     * @throws HookException if the patch cannot be read
     */
    @Override
    public JsonNode document(JsonNode document, HookContext context) {
        JsonNode changed = document;
        Optional<JsonNode> file = context.setting(FILE).map(String::strip).map(PatchDocument::read);
        if (file.isPresent()) {
            changed = patched(changed, file.get(), FILE, context);
        }
        Optional<JsonNode> inline = context.setting(PATCH).map(text -> parse(text, PATCH));
        if (inline.isPresent()) {
            changed = patched(changed, inline.get(), PATCH, context);
        }
        return changed;
    }

    private static JsonNode read(String file) {
        try {
            return parse(Files.readString(Path.of(file)), FILE + " " + file);
        } catch (IOException | InvalidPathException e) {
            throw new HookException(
                    FILE + ": cannot read " + file + " (" + e.getClass().getSimpleName()
                            + "). Write a path that does not depend on where Maven was started, as"
                            + " ${project.basedir}/contract-patch.yaml",
                    e);
        }
    }

    private static JsonNode parse(String text, String source) {
        JsonNode patch;
        try {
            patch = Yaml.parse(text); // JSON is YAML
        } catch (JsonException e) {
            throw new HookException(source + ": neither JSON nor YAML: " + e.getMessage(), e);
        }
        if (!patch.isObject()) {
            throw new HookException(source + ": must be an object, as {\"paths\": {\"/old\": null}}");
        }
        return patch;
    }

    private static JsonNode patched(JsonNode document, JsonNode patch, String source, HookContext context) {
        List<String> paths = document.path("paths").properties().stream()
                .map(Map.Entry::getKey)
                .toList();
        patch.path("paths").properties().forEach(path -> {
            if (!paths.contains(path.getKey()) && !path.getValue().isNull()) {
                context.warn(source + ": the document has no path " + path.getKey() + "; it is added."
                        + Nearest.of(path.getKey(), paths)
                                .map(n -> " Did you mean " + n + "?")
                                .orElse(""));
            }
        });
        JsonNode changed = merged(document, patch, "", source, context);
        if (changed.equals(document)) {
            context.warn(source + ": the patch changes nothing.");
        }
        return changed;
    }

    /** As RFC 7396, section 2. */
    private static JsonNode merged(
            JsonNode target, JsonNode patch, String pointer, String source, HookContext context) {
        if (!patch.isObject()) {
            return patch;
        }
        ObjectNode merged = target.isObject() ? target.deepCopy() : Json.NODES.objectNode();
        patch.properties().forEach(member -> {
            String name = member.getKey();
            String place = pointer + "/" + name.replace("~", "~0").replace("/", "~1");
            if (member.getValue().isNull()) {
                if (merged.remove(name) == null) {
                    context.warn(source + ": nothing to take away at #" + place);
                }
            } else {
                merged.set(name, merged(merged.path(name), member.getValue(), place, source, context));
            }
        });
        return merged;
    }
}
