package io.contractcheck.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParserFactory;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.util.Timeout;

/**
 * Sends requests that are no HTTP: each on a connection of its own, straight to the service. The answer is read with the same limits as
 * any other.
 */
final class FramingSender {
    /** Who reads no further answers at once; who answers later does so to a request that was ended, too. */
    private static final Duration ANSWERS_BY_THEN = Duration.ofSeconds(3);

    private final TransportSettings settings;
    private final TlsSocketStrategy tls;
    private final Deadlines deadlines;
    private final Http1Config limits;

    FramingSender(TransportSettings settings, TlsSocketStrategy tls, Http1Config limits, Deadlines deadlines) {
        this.settings = settings;
        this.tls = tls;
        this.limits = limits;
        this.deadlines = deadlines;
    }

    Exchange send(Request request, Framing framing, HttpHost host, Duration time) throws TransportException {
        // Closed by hand, from the deadline's thread too: closing twice is fine, and closing waits for nothing
        try (Socket plain = new Socket(java.net.Proxy.NO_PROXY)) {
            Deadlines.Deadline deadline = deadlines.begin(time, () -> close(plain));
            boolean connected = false;
            try {
                boolean secure = host.getSchemeName().equals("https");
                int port = host.getPort() >= 0 ? host.getPort() : secure ? 443 : 80;
                plain.connect(new InetSocketAddress(host.getHostName(), port), millis(time));
                // not closed by itself: that waits for the other side, and the socket below is closed anyway
                @SuppressWarnings("resource")
                Socket socket =
                        secure ? tls.upgrade(plain, host.getHostName(), port, null, HttpCoreContext.create()) : plain;
                connected = true;
                long start = System.nanoTime();
                Response response = talk(socket, request, framing, time);
                return new Exchange(request, response, Duration.ofNanos(System.nanoTime() - start));
            } catch (IOException | HttpException e) {
                throw TransportFaults.of(request, settings, time, connected, deadline.passed(), e);
            } finally {
                deadlines.over(deadline);
            }
        } catch (IOException e) {
            throw TransportFaults.of(request, settings, time, true, false, e);
        }
    }

    private Response talk(Socket socket, Request request, Framing framing, Duration time)
            throws IOException, HttpException {
        try {
            socket.getOutputStream().write(FramedBytes.of(request, framing));
            socket.getOutputStream().flush();
        } catch (IOException e) {
            // a server may answer and close before it has read all
        }
        if (framing.endsEarly()) {
            end(socket);
        }
        // not closed: that reads on to the end of an answer that was cut; the socket is closed instead
        @SuppressWarnings("resource")
        DefaultBHttpClientConnection connection = new DefaultBHttpClientConnection(
                limits,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE),
                StandardCharsets.UTF_8.newEncoder(),
                null,
                null,
                null,
                new DefaultHttpResponseParserFactory(limits));
        connection.bind(socket);
        connection.setSocketTimeout(Timeout.of(time));
        if (!framing.endsEarly() && !connection.isDataAvailable(Timeout.of(first(time)))) {
            // perhaps it waits for more than it was sent
            end(socket);
            connection.setSocketTimeout(Timeout.of(time));
        }
        ClassicHttpResponse answer = connection.receiveResponseHeader();
        while (answer.getCode() < 200) {
            answer = connection.receiveResponseHeader();
        }
        if (!request.method().equals("HEAD")) {
            connection.receiveResponseEntity(answer);
        }
        return ReceivedResponse.of(answer, settings.maxBodyBytes());
    }

    private static void end(Socket socket) {
        try {
            socket.shutdownOutput();
        } catch (IOException e) {
            // it is closed already
        }
    }

    /** How long the first byte of an answer is waited for, before the request is ended. */
    private static Duration first(Duration time) {
        Duration half = time.dividedBy(2);
        return half.compareTo(ANSWERS_BY_THEN) < 0 ? half : ANSWERS_BY_THEN;
    }

    private static int millis(Duration time) {
        return (int) Math.max(1, Math.min(time.toMillis(), Integer.MAX_VALUE));
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // then it is closed
        }
    }
}
