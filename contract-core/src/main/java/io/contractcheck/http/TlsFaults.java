package io.contractcheck.http;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.List;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Why TLS failed, and what helps. */
final class TlsFaults {
    private static final List<String> CLIENT_REFUSED = List.of(
            "bad_certificate",
            "certificate_required",
            "unknown_ca",
            "certificate_unknown",
            "unsupported_certificate",
            "certificate_expired",
            "certificate_revoked",
            "access_denied");
    private static final String OFF = "or do without the check: <tlsVerify>false</tlsVerify> (contract.tlsVerify)";

    private TlsFaults() {}

    /** Whether the server ended TLS because of what the client showed, which TLS 1.3 lets it do after the handshake. */
    static boolean refusesClient(Exception e) {
        String message = String.valueOf(e.getMessage());
        return e instanceof SSLException
                && message.contains("alert")
                && CLIENT_REFUSED.stream().anyMatch(message::contains);
    }

    static String why(SSLException e) {
        String message = String.valueOf(e.getMessage());
        if (refusesClient(e)) {
            return "TLS failed, as the server takes no client without a certificate that it trusts (" + message
                    + "); set <clientCertificate> and <clientKey> (contract.clientCertificate, contract.clientKey)";
        }
        if (e instanceof SSLPeerUnverifiedException) {
            return "TLS failed: " + message + "; call the server by a name in its certificate, " + OFF;
        }
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateExpiredException || cause instanceof CertificateNotYetValidException) {
                return "TLS failed, as the server's certificate is "
                        + (cause instanceof CertificateExpiredException ? "no longer" : "not yet") + " valid ("
                        + cause.getMessage() + "); renew it, " + OFF;
            }
            if (cause instanceof CertPathBuilderException
                    || String.valueOf(cause.getMessage()).contains("trustAnchors")) {
                return "TLS failed, as the server's certificate is not trusted; name a PEM file with the"
                        + " certificate of its CA, <caBundle>ca.pem</caBundle> (contract.caBundle), " + OFF;
            }
        }
        if (message.contains("Unsupported or unrecognized SSL message")) {
            return "TLS failed, as what answers there does not speak TLS; perhaps http:// is meant";
        }
        return "TLS failed (" + message + ")";
    }
}
