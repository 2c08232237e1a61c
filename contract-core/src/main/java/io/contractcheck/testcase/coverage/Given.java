package io.contractcheck.testcase.coverage;

import io.contractcheck.http.Header;
import io.contractcheck.http.Request;
import io.contractcheck.testcase.Proofs;
import io.contractcheck.testcase.TestCase;
import io.contractcheck.testcase.UnwritableException;
import io.contractcheck.testcase.Wire;
import java.util.HashSet;
import java.util.Set;

/** Lets through what is what it says, once. Of requests, only fingerprints are kept. */
final class Given {
    private static final String ANY_BASE = "http://localhost";
    private static final long PRIME = 0x100000001B3L;

    private final Set<Long> fingerprints = new HashSet<>();

    boolean lets(TestCase testCase) {
        long fingerprint;
        try {
            fingerprint = fingerprint(Wire.writeUnchanged(testCase, ANY_BASE));
        } catch (UnwritableException e) {
            return false;
        }
        return !fingerprints.contains(fingerprint) && Proofs.holds(testCase) && fingerprints.add(fingerprint);
    }

    private static long fingerprint(Request request) {
        long hash = text(text(0xCBF29CE484222325L, request.method()), request.target());
        for (Header header : request.headers()) {
            hash = text(text(hash, header.name()), header.value());
        }
        hash = request.framing().isPresent()
                ? text(hash, request.framing().get().keyword())
                : hash;
        byte[] body = request.body();
        if (body != null) {
            hash = mix(hash, body.length + 1);
            for (byte b : body) {
                hash = mix(hash, b);
            }
        }
        return hash;
    }

    private static long text(long hash, String text) {
        long mixed = mix(hash, text.length());
        for (int i = 0; i < text.length(); i++) {
            mixed = mix(mixed, text.charAt(i));
        }
        return mixed;
    }

    private static long mix(long hash, int value) {
        long mixed = (hash ^ value) * PRIME;
        return mixed ^ mixed >>> 32;
    }
}
