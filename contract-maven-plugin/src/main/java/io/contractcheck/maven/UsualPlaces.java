package io.contractcheck.maven;

import io.contractcheck.ContractException;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * Looks for the document of a service that was started, where frameworks usually have it.
 *
 * @param port of the service on this machine
 */
record UsualPlaces(String port) {
    /** Spring (springdoc), Quarkus and MicroProfile, FastAPI and many others, MicroProfile, Express and others, ASP.NET. */
    static final List<String> PATHS = List.of(
            "/v3/api-docs",
            "/q/openapi",
            "/openapi.json",
            "/openapi",
            "/openapi.yaml",
            "/api-docs",
            "/swagger.json",
            "/swagger/v1/swagger.json");

    private static final int TIMEOUT_MILLIS = 20_000;
    private static final int BEGINNING = 20_000;

    /**
     * Its URL.
     *
     * @param within how long to go on while the service does not answer
     * @throws ContractException if it is nowhere
     */
    String find(Duration within) {
        long end = System.nanoTime() + within.toNanos();
        while (true) {
            boolean answered = true;
            for (String path : PATHS) {
                URI uri = URI.create("http://127.0.0.1:" + port + path);
                try {
                    if (isDocument(uri)) {
                        return uri.toString();
                    }
                } catch (IOException e) {
                    answered = false; // it may not be up yet
                }
            }
            if (answered || System.nanoTime() - end >= 0) {
                throw new ContractException(
                        "spec: is missing, and the service that was started has its document at none of the"
                                + " usual places: " + String.join(", ", PATHS) + "\nSay where it is:"
                                + " <spec>http://127.0.0.1:@{contract.port}/path</spec>, or a file; or let a <specCommand> print it.");
            }
            try {
                Thread.sleep(200);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ContractException("spec: the search for the document was interrupted", e);
            }
        }
    }

    private static boolean isDocument(URI uri) throws IOException {
        HttpURLConnection http = (HttpURLConnection) uri.toURL().openConnection(Proxy.NO_PROXY);
        http.setConnectTimeout(TIMEOUT_MILLIS);
        http.setReadTimeout(TIMEOUT_MILLIS);
        http.setRequestProperty("Accept", "application/json, application/yaml;q=0.9, */*;q=0.8");
        try {
            if (http.getResponseCode() != HttpURLConnection.HTTP_OK) {
                return false;
            }
            try (InputStream body = http.getInputStream()) {
                String text = new String(body.readNBytes(BEGINNING), StandardCharsets.UTF_8).strip();
                return text.matches(
                        "(?s)(\\{.*\"(openapi|swagger)\"\\s*:\\s*\"[23]\\..*|(.*\\n)?[\"']?(openapi|swagger)[\"']?:\\s*[\"']?[23]\\..*)");
            }
        } finally {
            http.disconnect();
        }
    }
}
