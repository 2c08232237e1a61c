package io.contractcheck.internal.phase;

import io.contractcheck.auth.Admission;
import io.contractcheck.openapi.Api;
import io.contractcheck.openapi.Operation;
import io.contractcheck.openapi.SecurityRequirement;
import io.contractcheck.openapi.SecurityScheme;
import io.contractcheck.testcase.Identity;
import io.contractcheck.testcase.TestCase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/** Calls an operation as nobody and, where that is refused, with credentials that nobody has. */
final class Forgeries {
    private final Map<String, SecurityScheme> schemes;

    Forgeries(Api api) {
        this.schemes = api.securitySchemes();
    }

    /**
     * Tries each until an answer is clear.
     *
     * @param cases the n-th case
     * @param count how many there are
     */
    void tryAll(Session session, Operation operation, IntFunction<TestCase> cases, int count) {
        for (int i = 0; i < count; i++) {
            TestCase testCase = cases.apply(i);
            Admission nobody = Sender.call(session, Sender.as(new Identity.Anonymous(), testCase));
            if (nobody == Admission.LET_IN) {
                return;
            }
            if (nobody == Admission.REFUSED) {
                for (List<Identity> scheme : of(operation)) {
                    tryScheme(session, scheme, testCase, cases, i, count);
                }
                return;
            }
        }
    }

    /** Until one is let in: the others would be for the same reason. */
    private static void tryScheme(
            Session session,
            List<Identity> identities,
            TestCase first,
            IntFunction<TestCase> cases,
            int from,
            int count) {
        for (Identity identity : identities) {
            try {
                Admission came = Sender.call(session, Sender.as(identity, first));
                for (int i = from + 1; i < count && came == Admission.UNCLEAR; i++) {
                    came = Sender.call(session, Sender.as(identity, cases.apply(i)));
                }
                if (came == Admission.LET_IN) {
                    return;
                }
            } catch (NoAnswerException e) {
                // such credentials cannot be made, as of a token that is not signed
            }
        }
    }

    /** For each scheme of the operation the ways to forge, the plainest first. */
    private List<List<Identity>> of(Operation operation) {
        return operation.security().stream()
                .map(SecurityRequirement::schemes)
                .flatMap(alternative -> alternative.keySet().stream())
                .distinct()
                .filter(schemes::containsKey)
                .map(schemes::get)
                .filter(SecurityScheme::sendable)
                .map(Forgeries::of)
                .toList();
    }

    private static List<Identity> of(SecurityScheme scheme) {
        // whatever the document says, keys are often signed tokens too
        return Stream.of(Identity.Forgery.values())
                .filter(f -> f == Identity.Forgery.INVENTED || !scheme.scheme().equals(Optional.of("basic")))
                .<Identity>map(f -> new Identity.Forged(scheme.name(), f))
                .toList();
    }
}
