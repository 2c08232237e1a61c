package io.contractcheck.openapi;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An API as its document promises it.
 *
 * @param title from {@code info}
 * @param version from {@code info}: the API's own version
 * @param specification the value of {@code openapi} or {@code swagger}, as {@code 3.0.3}
 * @param spec the family of that version
 * @param document where the document came from
 * @param servers the servers' URLs with their variables' defaults filled in, made absolute where possible
 * @param operations those that can be tested, in document order
 * @param broken those that cannot, each with its reason
 * @param securitySchemes by name, in document order
 * @param warnings what was met in the document; never a reason to refuse it
 * @param diagnostics what another parser has to say of the document; worked out when it is first looked at, which may take a second
 */
public record Api(
        String title,
        String version,
        String specification,
        SpecVersion spec,
        URI document,
        List<String> servers,
        List<Operation> operations,
        List<BrokenOperation> broken,
        Map<String, SecurityScheme> securitySchemes,
        List<String> warnings,
        List<String> diagnostics) {

    /** The same with other operations. */
    public Api with(List<Operation> operations, List<BrokenOperation> broken) {
        return new Api(
                title,
                version,
                specification,
                spec,
                document,
                servers,
                operations,
                broken,
                securitySchemes,
                warnings,
                diagnostics);
    }

    /** Where the document says that tokens are handed out or renewed, as it writes it, each once. */
    public List<String> tokenUrls() {
        return securitySchemes.values().stream()
                .flatMap(scheme -> scheme.flows().stream())
                .flatMap(flow -> Stream.concat(flow.tokenUrl().stream(), flow.refreshUrl().stream()))
                .distinct()
                .toList();
    }

    /** Whether the connection alone can convince the service (mutual TLS), so that no request to the operation comes from nobody. */
    public boolean provenByConnection(Operation operation) {
        return operation.security().stream()
                .anyMatch(alternative -> !alternative.schemes().isEmpty()
                        && alternative.schemes().keySet().stream()
                                .allMatch(name -> securitySchemes.containsKey(name)
                                        && securitySchemes.get(name).type().equals("mutualTLS")));
    }
}
