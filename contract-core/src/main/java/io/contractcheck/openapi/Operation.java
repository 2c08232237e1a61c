package io.contractcheck.openapi;

import io.contractcheck.json.Located;
import java.util.List;
import java.util.Optional;

/**
 * One method on one path.
 *
 * @param label the name users see: {@code GET /books/{id}}
 * @param method in upper case, as {@code GET}
 * @param path the template as documented, as {@code /books/{id}}
 * @param pathMethods all methods that the document has on this path, this one among them, in document order; also those of operations that
 *     are broken or left out of a run
 * @param basePath what stands before the path on every server of the document: Swagger's {@code basePath}, or the path of the first
 *     server's URL, without a trailing slash; often empty
 * @param operationId if given
 * @param tags as given
 * @param deprecated whether the document says so
 * @param parameters of the path item and the operation, merged (OpenAPI 3.1, section 4.8.10), without those OpenAPI ignores
 * @param requestBody if the operation takes one
 * @param responses what may come back
 * @param security alternatives, any one of which suffices; empty when no authentication is needed; an alternative without schemes
 *     makes it optional
 * @param source where it stands in the document
 */
public record Operation(
        String label,
        String method,
        String path,
        List<String> pathMethods,
        String basePath,
        Optional<String> operationId,
        List<String> tags,
        boolean deprecated,
        List<Parameter> parameters,
        Optional<RequestBody> requestBody,
        Responses responses,
        List<SecurityRequirement> security,
        Located source) {

    /** The label is always method and path. */
    public Operation {
        label = method + " " + path;
    }

    /** With the label that it has. */
    public Operation(
            String method,
            String path,
            List<String> pathMethods,
            String basePath,
            Optional<String> operationId,
            List<String> tags,
            boolean deprecated,
            List<Parameter> parameters,
            Optional<RequestBody> requestBody,
            Responses responses,
            List<SecurityRequirement> security,
            Located source) {
        this(
                "",
                method,
                path,
                pathMethods,
                basePath,
                operationId,
                tags,
                deprecated,
                parameters,
                requestBody,
                responses,
                security,
                source);
    }

    /** Whether the document lets nobody call it without credentials: there are alternatives, and each names a scheme. */
    public boolean requiresCredentials() {
        return !security.isEmpty()
                && security.stream().noneMatch(a -> a.schemes().isEmpty());
    }

    /** The same with other parts of its requests. */
    public Operation with(List<Parameter> otherParameters, Optional<RequestBody> otherBody) {
        return new Operation(
                method,
                path,
                pathMethods,
                basePath,
                operationId,
                tags,
                deprecated,
                otherParameters,
                otherBody,
                responses,
                security,
                source);
    }

    /** Method and path tell all of a document apart; hashing the rest would take longer than sending a request. */
    @Override
    public int hashCode() {
        return 31 * path.hashCode() + method.hashCode();
    }

    @Override
    public String toString() {
        return label();
    }
}
