package io.contractcheck;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.auth.DocumentAccess;
import io.contractcheck.http.Header;
import io.contractcheck.internal.engine.HookList;
import io.contractcheck.json.Located;
import io.contractcheck.json.Origin;
import io.contractcheck.json.RefusedException;
import io.contractcheck.openapi.Api;
import io.contractcheck.openapi.ApiReader;
import io.contractcheck.openapi.OpenApiException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the document, with credentials where it is the service's own, and lets hooks change it. */
final class SpecReading {
    private static final String HELP =
            "\nThe document is guarded. The run's token or password goes along if it is for no"
                    + " securityScheme in particular and needs no login, and so do headers; all of them only to the scheme, host"
                    + " and port of baseUrl.\nSet <token> (contract.token), <username> and <password>, or <headers>"
                    + " (contract.headers); or download the document and let spec name the file.";

    private SpecReading() {}

    /** @throws ContractException if there is no document, or it is none */
    static Api read(ContractConfig config, HookList hooks, DocumentAccess access, Connecting connecting) {
        ContractConfig.Target target = config.target();
        try {
            Origin place = Origin.of(target.spec(), target.directory())
                    .waiting(config.network().startupTimeout());
            Origin plain = "file".equals(place.uri().getScheme())
                            || "classpath".equals(place.uri().getScheme())
                    ? place
                    : place.through(connecting.documents());
            // The service's own credentials may guard its document; any other host must not see them
            boolean own = target.baseUrl()
                    .map(b -> BaseUrl.sameOrigin(b, plain.uri()))
                    .orElseGet(() -> BaseUrl.isNearBy(plain.uri()));
            if (!own) {
                return read(plain, hooks);
            }
            List<Header> headers = new ArrayList<>(access.atOnce());
            headers.addAll(config.network().headers());
            try {
                return read(plain.asking(map(headers)), hooks);
            } catch (OpenApiException e) {
                List<Header> more = RefusedException.causes(e) ? access.onDemand() : List.of();
                if (more.isEmpty()) {
                    throw e;
                }
                headers.addAll(0, more);
                return read(plain.asking(map(headers)), hooks);
            }
        } catch (OpenApiException | IllegalArgumentException e) {
            throw new ContractException("spec: " + e.getMessage() + (RefusedException.causes(e) ? HELP : ""), e);
        }
    }

    private static Api read(Origin origin, HookList hooks) {
        Located root = ApiReader.open(origin);
        JsonNode changed = hooks.document(root.node());
        return ApiReader.read(
                changed == root.node()
                        ? root
                        : origin.documents().replace(origin.uri(), changed).root(origin.uri()),
                hooks.extensions());
    }

    /** Later ones come before earlier ones of the same name. */
    private static Map<String, String> map(List<Header> headers) {
        Map<String, String> map = new LinkedHashMap<>();
        for (Header header : headers) {
            map.keySet().removeIf(header::is);
            map.put(header.name(), header.value());
        }
        return map;
    }
}
