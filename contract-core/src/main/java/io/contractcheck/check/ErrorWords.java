package io.contractcheck.check;

import io.contractcheck.http.Response;

/** What a service says went wrong, found by the fields that frameworks use. */
public final class ErrorWords {
    private ErrorWords() {}

    /** In one line, shortened to that many characters; empty where the answer has no words for it. */
    public static String of(Response response, int limit) {
        return Excerpt.of(ErrorBody.of(response).words(), limit);
    }
}
