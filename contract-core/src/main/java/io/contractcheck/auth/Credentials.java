package io.contractcheck.auth;

import io.contractcheck.http.Header;
import io.contractcheck.http.Request;
import io.contractcheck.http.Secrets;
import io.contractcheck.openapi.Operation;
import io.contractcheck.openapi.SecurityScheme;
import java.util.List;
import java.util.Map;

/** Who calls: puts credentials on a request, and takes every credential off it. Thread-safe. */
public interface Credentials {
    /** The request with this caller's credentials. */
    Request apply(Operation operation, Request request);

    /** The request as somebody without any credentials would send it. */
    Request strip(Operation operation, Request request);

    /** Makes secret what the headers carry where the document says that credentials travel, whatever the name. */
    static void hide(List<Header> headers, Map<String, SecurityScheme> schemes, Secrets secrets) {
        HeaderCredentials.hide(headers, schemes, secrets);
    }

    /**
     * A caller known by fixed headers.
     *
     * @param headers sent with every request, in place of any of the same name; not only credentials
     * @param schemes the document's security schemes, which tell where else credentials travel
     */
    static Credentials headers(List<Header> headers, Map<String, SecurityScheme> schemes) {
        return new HeaderCredentials(headers, schemes);
    }
}
