package io.contractcheck.hooks.auth;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Digests of contents. */
final class ContentDigest {
    private ContentDigest() {}

    /** Of no content as of empty content. */
    static byte[] digest(String algorithm, byte @Nullable [] body) {
        try {
            return MessageDigest.getInstance(algorithm).digest(body == null ? new byte[0] : body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has SHA-256 and SHA-512
        }
    }

    /**
     * The value of a Content-Digest field (RFC 9530, section 2).
     *
     * @param algorithm {@code sha-256} or {@code sha-512}
     */
    static String field(String algorithm, byte[] body) {
        return algorithm + "=:" + Base64.getEncoder().encodeToString(digest(algorithm, body)) + ":";
    }
}
