package io.contractcheck.testcase.coverage;

import io.contractcheck.http.MediaType;
import java.util.List;
import java.util.Optional;

/** Media types that nobody serves or takes but by a range that holds everything. */
final class ForeignTypes {
    private static final List<String> ALL =
            List.of("application/x-contractcheck", "text/x-contractcheck", "image/x-contractcheck");

    private ForeignTypes() {}

    /** One that none of the documented media types covers, if there is one. */
    static Optional<String> beside(List<String> documented) {
        return ALL.stream()
                .filter(type ->
                        documented.stream().noneMatch(d -> MediaType.of(d).covers(MediaType.of(type))))
                .findFirst();
    }
}
