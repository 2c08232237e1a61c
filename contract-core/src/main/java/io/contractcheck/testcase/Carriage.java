package io.contractcheck.testcase;

import io.contractcheck.http.MediaType;
import io.contractcheck.openapi.MediaTypeContent;
import io.contractcheck.openapi.Parameter;
import io.contractcheck.openapi.ParameterLocation;

/** How the values of a part travel, and so what can be wrong with them when they arrive. */
enum Carriage {
    /** As JSON: what is sent is what arrives. */
    JSON,
    /** In a format that has types of its own, or that a user has brought. */
    TYPED,
    /** As text. */
    TEXT,
    /** As text in the query, where a list is the same name several times. */
    REPEATED,
    /** As a document or form, whose root cannot be of another type. */
    ROOTED,
    /** As bytes of any kind, none of which is wrong. */
    BYTES,
    /** The document does not say. */
    UNDOCUMENTED;

    static Carriage of(Parameter parameter) {
        if (parameter.mediaType().filter(t -> MediaType.of(t).isJson()).isPresent()) {
            return JSON;
        }
        return parameter.in() == ParameterLocation.QUERY && parameter.explode() ? REPEATED : TEXT;
    }

    static Carriage of(MediaTypeContent content, String mediaType) {
        MediaType type = MediaType.of(mediaType);
        boolean codec = content.codecs().of(type).isPresent();
        if (MediaTypes.isBinary(mediaType, content.codecs())
                && Shape.of(content).kinds().contains(Shape.Kind.STRING)) {
            return BYTES;
        }
        if (content.schema().isEmpty()) {
            return UNDOCUMENTED;
        }
        if (codec) {
            return TYPED;
        }
        if (type.isJson()) {
            return JSON;
        }
        boolean rooted = type.isXml()
                || type.type().equals("multipart")
                || type.essence().equals("application/x-www-form-urlencoded");
        return rooted ? ROOTED : type.type().equals("text") && !type.isYaml() ? TEXT : TYPED;
    }
}
