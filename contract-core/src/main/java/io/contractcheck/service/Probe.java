package io.contractcheck.service;

import io.contractcheck.http.Everyone;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URLConnection;
import java.security.GeneralSecurityException;
import java.util.List;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/** Looks whether a service is ready, and remembers what it saw last. */
final class Probe {
    private static final int TIMEOUT_MILLIS = 2000;
    private static final List<Integer> ANSWERS_OF_A_SERVICE = List.of(400, 401, 403, 405);
    /** Lines that were not whole when they were read are read again. */
    private static final int OVERLAP = 8192;

    private final Readiness readiness;
    private final ServiceLog log;
    private long read;
    private String seen = "";

    Probe(Readiness readiness, ServiceLog log) {
        this.readiness = readiness;
        this.log = log;
    }

    /** Whether it is ready now. */
    boolean holds() {
        if (readiness instanceof Readiness.Listens listens) {
            return Ports.isOpen(listens.port());
        }
        return readiness instanceof Readiness.Answers answers
                ? answers(answers)
                : readiness instanceof Readiness.Logs logs && logs(logs);
    }

    /** What came last that was not enough, for messages; empty if nothing did. */
    String seen() {
        return seen;
    }

    private boolean logs(Readiness.Logs wanted) {
        long end = log.position();
        while (read < end) {
            long to = Math.min(end, read + ServiceLog.LARGEST);
            if (log.between(Math.max(0, read - OVERLAP), to)
                    .lines()
                    .anyMatch(l -> wanted.pattern().matcher(l).find())) {
                return true;
            }
            read = to;
        }
        return false;
    }

    private boolean answers(Readiness.Answers wanted) {
        try {
            URLConnection connection = wanted.url().toURL().openConnection(Proxy.NO_PROXY);
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            connection.setUseCaches(false);
            if (connection instanceof HttpsURLConnection https) {
                https.setSSLSocketFactory(trusting().getSocketFactory());
                https.setHostnameVerifier((host, session) -> true);
            }
            HttpURLConnection http = (HttpURLConnection) connection;
            http.setInstanceFollowRedirects(false);
            try {
                int status = http.getResponseCode();
                seen = "status " + status;
                return status >= 200 && (status < 400 || ANSWERS_OF_A_SERVICE.contains(status));
            } finally {
                http.disconnect();
            }
        } catch (IOException | GeneralSecurityException e) {
            seen = e.getMessage() == null ? e.toString() : e.getMessage();
            return false;
        }
    }

    /** Nothing is told to the one that answers, so it may be anybody. */
    private static SSLContext trusting() throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Everyone()}, null);
        return context;
    }
}
