package io.contractcheck.openapi;

import io.contractcheck.json.Located;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is written differently from one version of OpenAPI to another. */
interface Edition {
    Servers servers();

    /** Where the definitions of security schemes stand. */
    Map<String, Located> securitySchemes();

    /**
     * What an operation takes.
     *
     * @param declared the parameters of path item and operation, merged, references followed
     */
    Inputs inputs(List<Located> declared, Located operation, Reading reading);

    ResponseSpec response(String status, Located response, Located operation, Reading reading);

    /** What an operation takes, in and outside its body. */
    record Inputs(List<Parameter> parameters, Optional<RequestBody> body) {}
}
