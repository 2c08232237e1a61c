package io.contractcheck.hooks.auth;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** How HTTP messages are signed (RFC 9421, section 3.3). */
enum SignatureAlgorithm {
    HMAC_SHA256("hmac-sha256", "HmacSHA256", ""),
    ED25519("ed25519", "Ed25519", "Ed25519"),
    ECDSA_P256_SHA256("ecdsa-p256-sha256", "SHA256withECDSAinP1363Format", "EC"),
    RSA_V1_5_SHA256("rsa-v1_5-sha256", "SHA256withRSA", "RSA"),
    RSA_PSS_SHA512("rsa-pss-sha512", "RSASSA-PSS", "RSA");

    private final String id;
    private final String javaName;
    private final String keyKind;

    SignatureAlgorithm(String id, String javaName, String keyKind) {
        this.id = id;
        this.javaName = javaName;
        this.keyKind = keyKind;
    }

    /** As the RFC's registry names it. */
    String id() {
        return id;
    }

    static Optional<SignatureAlgorithm> of(String id) {
        return Arrays.stream(values()).filter(a -> a.id.equals(id)).findFirst();
    }

    static String ids() {
        return Arrays.stream(values()).map(SignatureAlgorithm::id).collect(Collectors.joining(", "));
    }

    /** Whether the key is a secret that both sides have. */
    boolean isShared() {
        return keyKind.isEmpty();
    }

    /** Signs with a shared secret. */
    byte[] sign(byte[] base, byte[] secret) throws GeneralSecurityException {
        Mac mac = Mac.getInstance(javaName);
        mac.init(new SecretKeySpec(secret, javaName));
        return mac.doFinal(base);
    }

    /** Signs with a private key. */
    byte[] sign(byte[] base, PrivateKey key) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(javaName);
        if (this == RSA_PSS_SHA512) {
            signature.setParameter(new PSSParameterSpec("SHA-512", "MGF1", MGF1ParameterSpec.SHA512, 64, 1));
        }
        signature.initSign(key);
        signature.update(base);
        return signature.sign();
    }

    /** A private key from PEM text (RFC 7468, section 10: {@code BEGIN PRIVATE KEY}). */
    PrivateKey key(String pem) throws GeneralSecurityException {
        String inside = pem.replaceAll("-----(BEGIN|END) PRIVATE KEY-----", "").replaceAll("\\s", "");
        try {
            return KeyFactory.getInstance(keyKind)
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(inside)));
        } catch (IllegalArgumentException e) {
            throw new GeneralSecurityException("it is no PEM text that begins with BEGIN PRIVATE KEY");
        }
    }
}
