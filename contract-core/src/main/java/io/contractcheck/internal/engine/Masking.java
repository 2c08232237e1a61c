package io.contractcheck.internal.engine;

import io.contractcheck.check.Clue;
import io.contractcheck.check.Failure;
import io.contractcheck.check.FailureId;
import io.contractcheck.http.Secrets;

/** Failures without secrets. */
final class Masking {
    private Masking() {}

    static Failure of(Failure failure, Secrets secrets) {
        return new Failure(
                new FailureId(
                        failure.id().operation(),
                        failure.id().check(),
                        secrets.mask(failure.id().cause())),
                secrets.mask(failure.title()),
                secrets.mask(failure.message()),
                secrets.mask(failure.advice()),
                failure.severity(),
                failure.clue().map(c -> new Clue(secrets.mask(c.words()), c.sure(), c.places())));
    }
}
