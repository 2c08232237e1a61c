package io.contractcheck.hook;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Changes the document before it is read as an API.
 *
 * <pre>{@code
 * public final class AddSecurity implements DocumentHook {
 *     public JsonNode document(JsonNode document, HookContext context) {
 *         ObjectNode changed = (ObjectNode) document;
 *         changed.putArray("security").addObject().putArray("bearer");
 *         return changed;
 *     }
 * }
 * }</pre>
 */
public non-sealed interface DocumentHook extends Hook {
    /** The document to read; the one given is the hook's own, and may be changed. */
    JsonNode document(JsonNode document, HookContext context);
}
