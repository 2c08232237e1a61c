package io.contractcheck.auth;

import java.util.List;

/** What a status tells of whether its caller was let in. */
public enum Admission {
    /** The service did what it was asked: 2xx, but 207, whose body speaks for each part (RFC 4918, section 13). */
    LET_IN,
    /** 401 or 403 (RFC 9110, section 15.5), a way to a login (302, 303, 307), 407 or 511. */
    REFUSED,
    /** Anything else, such as 400 or 404: the service may not have come to ask who calls. */
    UNCLEAR;

    private static final List<Integer> REFUSALS = List.of(302, 303, 307, 401, 403, 407, 511);

    /** What that status tells. */
    public static Admission of(int status) {
        if (REFUSALS.contains(status)) {
            return REFUSED;
        }
        return status / 100 == 2 && status != 207 ? LET_IN : UNCLEAR;
    }
}
