package io.contractcheck.http;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.DefaultHostnameVerifier;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.NoopHostnameVerifier;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/** From settings to TLS itself. */
final class TlsContext {
    private TlsContext() {}

    /** @throws IllegalArgumentException if a file is missing or is not what it should be */
    static TlsSocketStrategy of(Tls tls) {
        return tls.equals(Tls.DEFAULT) ? new OnFirstUse() : made(tls);
    }

    /** Reading what the JDK trusts takes long, and most services under test are called without TLS. */
    private static final class OnFirstUse implements TlsSocketStrategy {
        private @Nullable TlsSocketStrategy made;

        @Override
        public SSLSocket upgrade(
                Socket socket, String target, int port, @Nullable Object attachment, HttpContext context)
                throws IOException {
            return strategy().upgrade(socket, target, port, attachment, context);
        }

        private synchronized TlsSocketStrategy strategy() {
            TlsSocketStrategy known = made == null ? made(Tls.DEFAULT) : made;
            made = known;
            return known;
        }
    }

    private static TlsSocketStrategy made(Tls tls) {
        KeyManager[] keys = tls.client().map(ClientKeys::of).orElse(null);
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys, trust(tls), null);
            return new DefaultClientTlsStrategy(
                    context,
                    HostnameVerificationPolicy.CLIENT,
                    tls.verify() ? new DefaultHostnameVerifier() : NoopHostnameVerifier.INSTANCE);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException("TLS cannot be set up: " + e.getMessage(), e);
        }
    }

    private static TrustManager[] trust(Tls tls) throws GeneralSecurityException, IOException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        KeyStore all = KeyStore.getInstance("PKCS12");
        all.load(null, null);
        if (tls.caBundle().isPresent()) {
            add(tls.caBundle().get(), all);
        }
        if (!tls.verify()) {
            return new TrustManager[] {new Everyone()};
        }
        if (tls.caBundle().isEmpty()) {
            return factory.getTrustManagers();
        }
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509TrustManager x509) {
                for (X509Certificate known : x509.getAcceptedIssuers()) {
                    all.setCertificateEntry("jdk-" + all.size(), known);
                }
            }
        }
        factory.init(all);
        return factory.getTrustManagers();
    }

    private static void add(Path caBundle, KeyStore store) throws GeneralSecurityException {
        for (X509Certificate certificate : Certificates.in(Pem.read("caBundle", caBundle))) {
            store.setCertificateEntry("bundle-" + store.size(), certificate);
        }
    }
}
