package io.contractcheck.http;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What shows a server who calls, in TLS (RFC 8446, section 4.4.2).
 *
 * @param certificate a PEM file with the certificate and what links it to its CA, or a PKCS#12 store with the key too
 * @param key a PEM file with the private key (PKCS#8, or PKCS#1 for RSA); if absent, it stands in the certificate's file
 * @param password of the key or the store, if it has one
 */
public record ClientCertificate(Path certificate, Optional<Path> key, Optional<String> password) {
    /** Without the password. */
    @Override
    public String toString() {
        return "ClientCertificate[" + certificate + key.map(k -> ", " + k).orElse("") + "]";
    }
}
