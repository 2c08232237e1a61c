package io.contractcheck.json;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** Asks as the JDK does by itself. */
final class UrlConnectionGet implements HttpGet {
    private static final int CONNECT_MILLIS = 10_000;
    private static final int READ_MILLIS = 60_000;

    @Override
    public Answer get(URI uri, Map<String, String> headers) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
        connection.setInstanceFollowRedirects(false);
        connection.setConnectTimeout(CONNECT_MILLIS);
        connection.setReadTimeout(READ_MILLIS);
        connection.setUseCaches(false);
        headers.forEach(connection::setRequestProperty);
        int status = connection.getResponseCode();
        Optional<String> location = Optional.ofNullable(connection.getHeaderField("Location"));
        try (InputStream body = status / 100 == 2 ? connection.getInputStream() : connection.getErrorStream()) {
            byte[] bytes = body == null ? new byte[0] : body.readAllBytes();
            return new Answer(status, location, status / 100 == 2 ? bytes : new byte[0]);
        }
    }
}
