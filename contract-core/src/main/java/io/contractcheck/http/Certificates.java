package io.contractcheck.http;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/** X.509 certificates in files. */
final class Certificates {
    private Certificates() {}

    /**
     * All certificates of a PEM file, or the one of a DER file, in their order.
     *
     * @throws IllegalArgumentException if there is none
     */
    static List<X509Certificate> in(Pem pem) {
        List<X509Certificate> certificates = new ArrayList<>();
        for (Pem.Block block : pem.blocks()) {
            if (block.label().endsWith("CERTIFICATE")) {
                certificates.add(parse(pem, block.content()));
            }
        }
        if (certificates.isEmpty() && pem.blocks().isEmpty() && pem.bytes().length > 0 && pem.bytes()[0] == 0x30) {
            certificates.add(parse(pem, pem.bytes()));
        }
        if (certificates.isEmpty()) {
            throw pem.wrong("holds no certificate. It must have a block that begins with -----BEGIN CERTIFICATE-----.");
        }
        return certificates;
    }

    private static X509Certificate parse(Pem pem, byte[] der) {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException e) {
            throw pem.wrong("holds a certificate that cannot be read: " + e.getMessage(), e);
        }
    }
}
