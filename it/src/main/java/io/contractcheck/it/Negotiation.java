package io.contractcheck.it;

import io.contractcheck.http.MediaType;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which media types the services take and give: JSON. */
public final class Negotiation {
    private static final MediaType JSON = MediaType.of("application/json");

    private Negotiation() {}

    /** Whether a body of that Content-Type is taken. */
    public static boolean isJson(@Nullable List<String> contentType) {
        return contentType != null
                && contentType.size() == 1
                && MediaType.parse(contentType.get(0)).filter(JSON::covers).isPresent();
    }

    /** Whether one of the wished types is served (RFC 9110, section 12.5.1); no wish is any. */
    public static boolean isServed(@Nullable List<String> accept) {
        return accept == null
                || accept.stream()
                        .flatMap(line -> Arrays.stream(line.split(",")))
                        .flatMap(range -> MediaType.parse(range).stream())
                        .anyMatch(range -> range.covers(JSON) || range.subtype().endsWith("json"));
    }
}
