package io.contractcheck.http;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Whom to trust, and what to show, in TLS.
 *
 * @param caBundle a PEM file of certificates that are trusted beside those that the JDK trusts
 * @param client what is shown to servers that ask for it
 * @param verify whether certificates of servers must be trusted and be for the host that is called
 */
public record Tls(Optional<Path> caBundle, Optional<ClientCertificate> client, boolean verify) {
    /** As the JDK does. */
    public static final Tls DEFAULT = new Tls(Optional.empty(), Optional.empty(), true);
}
