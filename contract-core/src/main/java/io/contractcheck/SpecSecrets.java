package io.contractcheck;

import io.contractcheck.http.Secrets;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** What must not be seen of the document's URL. */
final class SpecSecrets {
    private SpecSecrets() {}

    /**
     * Makes secret what the URL's query carries under a name that tells of credentials.
     *
     * @throws ContractException if the URL carries a password, which would go everywhere and is not sent by itself
     */
    static void hide(String spec, Secrets secrets) {
        URI uri;
        try {
            uri = URI.create(spec.trim());
        } catch (IllegalArgumentException e) {
            return; // a path, or told by the reader of documents
        }
        if (uri.getRawUserInfo() != null) {
            throw new ContractException("spec: a URL with a user or password in it is not allowed: leave out all before"
                    + " the @, and let the document be read without, or read it from a file.");
        }
        for (String pair :
                uri.getRawQuery() == null ? new String[0] : uri.getRawQuery().split("&")) {
            int equals = pair.indexOf('=');
            String name = pair.substring(0, Math.max(equals, 0));
            if (Secrets.carriesCredentials(name)) {
                secrets.add("CONTRACT_" + name, URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
    }
}
