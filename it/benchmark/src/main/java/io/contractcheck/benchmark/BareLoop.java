package io.contractcheck.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;

/**
 * What sending alone costs: Apache's HttpClient as one sets it up for speed (no cookies, redirects, retries, decompression), which sends
 * the same few requests over and over, reads the answers, and looks at nothing.
 */
record BareLoop(String url, int connections) {
    private static final byte[] BODY = """
            {"name": "Lamp of some length", "price": 19.5, "code": "LA001", "tags": ["light", "desk"], "size": {"width": 20, "height": 45}}""".getBytes(StandardCharsets.UTF_8);

    /** Sends for that long. */
    Spent run(long nanos) throws IOException, InterruptedException {
        AtomicLong sent = new AtomicLong();
        try (CloseableHttpClient client = HttpClientBuilder.create()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnTotal(connections)
                        .setMaxConnPerRoute(connections)
                        .build())
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .disableRedirectHandling()
                .build()) {
            Spent.Clock clock = Spent.begin();
            long end = System.nanoTime() + nanos;
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                Thread thread = new Thread(() -> {
                    for (int n = 0; System.nanoTime() < end; n++) {
                        send(client, n);
                        sent.incrementAndGet();
                    }
                });
                thread.start();
                threads.add(thread);
            }
            for (Thread thread : threads) {
                thread.join();
            }
            return clock.end(sent.get());
        }
    }

    /** In turn what the operations of the document take. */
    private void send(CloseableHttpClient client, int n) {
        HttpUriRequestBase request = switch (n % 5) {
            case 0 -> new HttpUriRequestBase("GET", URI.create(url + "/g0/items?limit=10&offset=20&sort=name"));
            case 1 -> new HttpUriRequestBase("POST", URI.create(url + "/g0/items"));
            case 2 -> new HttpUriRequestBase("GET", URI.create(url + "/g0/items/7"));
            case 3 -> new HttpUriRequestBase("PUT", URI.create(url + "/g0/items/7"));
            default -> new HttpUriRequestBase("DELETE", URI.create(url + "/g0/items/7"));
        };
        if (n % 5 == 1 || n % 5 == 3) {
            request.setEntity(new ByteArrayEntity(BODY, ContentType.APPLICATION_JSON));
        }
        try {
            int status = client.execute(request, answer -> {
                if (answer.getEntity() != null) {
                    EntityUtils.toByteArray(answer.getEntity());
                }
                return answer.getCode();
            });
            if (status / 100 != 2) {
                throw new IllegalStateException("status " + status);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
