package io.contractcheck.json;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A node, and where it stands in the user's documents.
 *
 * @param documents the set the node belongs to
 * @param document the document's URI, without a fragment
 * @param pointer where in the document (RFC 6901)
 * @param node the node itself; a missing node where there is none
 */
public record Located(Documents documents, URI document, JsonPointer pointer, JsonNode node) {

    /** The member of that name; its node is missing if there is none. */
    public Located get(String name) {
        return new Located(documents, document, pointer.appendProperty(name), node.path(name));
    }

    /** The element at that index; its node is missing if there is none. */
    public Located get(int index) {
        return new Located(documents, document, pointer.appendIndex(index), node.path(index));
    }

    /** The same place with another node, such as one made from it. */
    public Located with(JsonNode other) {
        return new Located(documents, document, pointer, other);
    }

    /** Whether there is a node here. */
    public boolean exists() {
        return !node.isMissingNode();
    }

    /**
     * This node, or what it refers to when it is a reference object ({@code $ref}), however long the chain.
     *
     * @throws ReferenceException if the chain is broken or a circle
     */
    public Located resolve() {
        Located place = this;
        Set<String> seen = new LinkedHashSet<>();
        while (place.node.path("$ref").isTextual()) {
            String reference = place.node.path("$ref").textValue();
            if (!seen.add(place.document + "#" + place.pointer)) {
                throw new ReferenceException(
                        describe() + ": $ref '" + node.path("$ref").textValue() + "' leads nowhere: it is a circle");
            }
            place = documents.resolve(place, reference);
        }
        return place;
    }

    /** The same place of the same documents, with an equal node. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Located that
                && documents == that.documents
                && document.equals(that.document)
                && pointer.equals(that.pointer)
                && node.equals(that.node);
    }

    @Override
    public int hashCode() {
        return 31 * document.hashCode() + pointer.hashCode();
    }

    /** For messages: the document's file name and the pointer, as {@code shop.yaml#/paths/~1books/get}. */
    public String describe() {
        String path =
                String.valueOf(document.getPath() == null ? document.getSchemeSpecificPart() : document.getPath());
        return path.substring(path.lastIndexOf('/') + 1) + "#" + pointer;
    }

    @Override
    public String toString() {
        return describe();
    }
}
