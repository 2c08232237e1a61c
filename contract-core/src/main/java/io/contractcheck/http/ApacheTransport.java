package io.contractcheck.http;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.DefaultClientConnectionReuseStrategy;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.ConnectionEndpoint;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.CharCodingConfig;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.impl.io.MonitoringResponseOutOfOrderStrategy;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.net.URIAuthority;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Sends over HTTP/1.1 with Apache HttpClient's connections and pool, and without the layers of it that change requests or answers:
 * no redirects, cookies, content codings, authentication or normalised paths, and no retries but of requests that a server has closed a
 * connection on that was used before, where they are idempotent or nothing of them was sent. Header fields go out as given, in their
 * order, in UTF-8; only Host, User-Agent and Content-Length are added where they are missing. Thread-safe.
 */
public final class ApacheTransport implements Transport {
    private static final int BUFFER = 8192;

    /** Headers of several answers at once are to fit in memory, whatever they are. */
    private static final Http1Config LIMITS = Http1Config.custom()
            .setMaxLineLength(96 << 10)
            .setMaxHeaderCount(256)
            .build();

    private final TransportSettings settings;
    private final FramingSender framing;
    private final PoolingHttpClientConnectionManager connections;
    private final Dialer dialer;
    private final Reuse reuse = new Reuse();
    private final Leftover leftover = new Leftover(LIMITS);
    private final HttpRequestExecutor executor = new HttpRequestExecutor();
    private final Deadlines deadlines = new Deadlines();
    private volatile @Nullable Destination last;

    /** @throws IllegalArgumentException if a file that the settings name is missing, or is not what it should be */
    public ApacheTransport(TransportSettings settings) {
        this(settings, TlsContext.of(settings.tls()));
    }

    ApacheTransport(TransportSettings settings, TlsSocketStrategy tls) {
        this.settings = settings;
        connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnTotal(settings.connections())
                .setMaxConnPerRoute(settings.connections())
                .setTlsSocketStrategy(tls)
                // Those that rest are not used again, so none is looked at, which costs a millisecond
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setValidateAfterInactivity(TimeValue.NEG_ONE_MILLISECOND)
                        .build())
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(LIMITS)
                        .charCodingConfig(CharCodingConfig.custom()
                                .setCharset(StandardCharsets.UTF_8)
                                .setMalformedInputAction(CodingErrorAction.REPLACE)
                                .setUnmappableInputAction(CodingErrorAction.REPLACE)
                                .build())
                        .responseParserFactory(leftover)
                        .responseOutOfOrderStrategy(MonitoringResponseOutOfOrderStrategy.INSTANCE)
                        .build())
                .build();
        dialer = new Dialer(connections, settings.proxy());
        framing = new FramingSender(settings, tls, LIMITS, deadlines);
    }

    @Override
    public Exchange send(Request request) throws TransportException {
        return send(request, settings.requestTimeout());
    }

    @Override
    public Exchange send(Request request, Duration atMost) throws TransportException {
        Duration timeout = atMost.compareTo(settings.requestTimeout()) < 0 ? atMost : settings.requestTimeout();
        Optional<Framing> fault = request.framing();
        if (fault.isPresent()) {
            return framing.send(request, fault.get(), host(request), timeout);
        }
        long begin = System.nanoTime();
        try {
            return attempt(request, timeout, reuse.allows(request.method()));
        } catch (LostException lost) {
            reuse.lost();
            Duration left = timeout.minusNanos(System.nanoTime() - begin);
            if (!lost.permits(request) || left.isNegative() || left.isZero()) {
                throw lost.fault();
            }
            try {
                return attempt(request, left, false);
            } catch (LostException e) {
                throw e.fault();
            }
        }
    }

    private Exchange attempt(Request request, Duration time, boolean reuseAllowed)
            throws TransportException, LostException {
        Destination destination = destination(request);
        BasicClassicHttpRequest message = message(request, destination.host());
        HttpRoute route = destination.route();
        if (Dialer.readByProxy(route)) {
            message.setAbsoluteRequestUri(true);
            dialer.credentials().ifPresent(c -> message.addHeader(c.name(), c.value()));
        }
        ConnectionEndpoint endpoint = lease(request, route);
        if (!reuseAllowed && endpoint.isConnected()) {
            endpoint.close(CloseMode.IMMEDIATE);
        }
        Deadlines.Deadline deadline = deadlines.begin(time, () -> endpoint.close(CloseMode.IMMEDIATE));
        Attempt attempt = new Attempt(executor, reuse, endpoint.isConnected());
        @Nullable TimeValue rest = null;
        boolean connected = false;
        try {
            Timeout timeout = Timeout.of(time);
            HttpCoreContext context = HttpCoreContext.create();
            if (!endpoint.isConnected()) {
                dialer.connect(endpoint, route, timeout, context);
            }
            connected = true;
            endpoint.setSocketTimeout(timeout);
            // not closed: closing reads on to the end of a body that was cut; the connection is closed instead
            @SuppressWarnings("resource")
            ClassicHttpResponse answer = endpoint.execute("contract", message, attempt::execute, context);
            Response response = ReceivedResponse.of(answer, settings.maxBodyBytes());
            Duration elapsed = Duration.ofNanos(System.nanoTime() - attempt.start());
            if (response.status() == 407 && Dialer.readByProxy(route)) {
                throw new ProxyException(settings.proxy().orElseThrow(), response.status());
            }
            if (!leftover.there()
                    && !response.truncated()
                    && DefaultClientConnectionReuseStrategy.INSTANCE.keepAlive(message, answer, context)) {
                rest = reuse.rest(answer);
            }
            return new Exchange(request, response, elapsed);
        } catch (IOException | HttpException | IllegalStateException e) {
            // a connection that the deadline closes under our hands may also show as an illegal state
            TransportException fault = TransportFaults.of(request, settings, time, connected, deadline.passed(), e);
            if (!deadline.passed() && attempt.lost(e)) {
                throw new LostException(fault, e instanceof Reuse.ClosedBefore);
            }
            throw fault;
        } finally {
            deadlines.over(deadline);
            if (rest == null || deadline.passed()) {
                endpoint.close(CloseMode.IMMEDIATE);
            }
            connections.release(endpoint, null, rest);
        }
    }

    private ConnectionEndpoint lease(Request request, HttpRoute route) throws TransportException {
        try {
            return connections.lease("contract", route, Timeout.DISABLED, null).get(Timeout.DISABLED);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransportException(TransportException.Kind.CLOSED, request + " was interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new TransportException(
                    TransportException.Kind.CONNECT, request + " got no connection: " + e.getMessage(), e);
        }
    }

    /** Where requests go; nearly always the same. */
    private record Destination(String origin, HttpHost host, HttpRoute route) {}

    private Destination destination(Request request) {
        Destination known = last;
        if (known == null || !known.origin.equals(request.origin())) {
            HttpHost host = host(request);
            known = new Destination(request.origin(), host, dialer.route(host));
            last = known;
        }
        return known;
    }

    private static HttpHost host(Request request) {
        try {
            HttpHost host = HttpHost.create(request.origin());
            int port =
                    host.getPort() >= 0 ? host.getPort() : host.getSchemeName().equals("https") ? 443 : 80;
            return new HttpHost(host.getSchemeName(), host.getHostName(), port);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(
                    "'" + request.origin() + "' is no origin: write scheme, host and port, as http://127.0.0.1:8080",
                    e);
        }
    }

    private BasicClassicHttpRequest message(Request request, HttpHost host) {
        refuseUnlessSendable(request);
        List<Header> headers = new ArrayList<>(request.headers());
        if (request.header("Host").isEmpty()) {
            headers.add(
                    0,
                    new Header(
                            "Host", request.origin().substring(request.origin().indexOf("://") + 3)));
        }
        if (request.header("User-Agent").isEmpty()) {
            headers.add(new Header("User-Agent", settings.userAgent()));
        }
        byte[] body = request.body();
        boolean framed = request.header("Content-Length").isPresent()
                || request.header("Transfer-Encoding").isPresent();
        if (!framed && (body != null || BodyMethods.expectBody(request.method()))) {
            headers.add(new Header("Content-Length", Integer.toString(body == null ? 0 : body.length)));
        }
        // the constructor with an authority takes the path as it is; the others parse it, and take //a/b for host a
        BasicClassicHttpRequest message = new BasicClassicHttpRequest(
                request.method(), host.getSchemeName(), new URIAuthority(host), request.target());
        headers.forEach(h -> message.addHeader(h.name(), h.value()));
        if (body != null) {
            message.setEntity(new ByteArrayEntity(body, null));
        }
        return message;
    }

    private static void refuseUnlessSendable(Request request) {
        if (!isToken(request.method())) {
            throw new IllegalArgumentException("'" + request.method() + "' is no HTTP method");
        }
        if (!isTarget(request.target())) {
            throw new IllegalArgumentException(
                    "'" + request.target()
                            + "' is no request target: it must begin with a slash, and have spaces and control characters encoded");
        }
        for (Header header : request.headers()) {
            if (!isToken(header.name())) {
                throw new IllegalArgumentException("'" + header.name() + "' is no header name");
            }
            if (hasLineBreak(header.value())) {
                throw new IllegalArgumentException(
                        "header " + header.name() + " holds a line break or NUL, which cannot be sent");
            }
        }
    }

    private static boolean isToken(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            if (!letter && "!#$%&'*+-.^_`|~".indexOf(c) < 0) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static boolean isTarget(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) <= ' ' || text.charAt(i) == 0x7F) {
                return false;
            }
        }
        return text.startsWith("/");
    }

    private static boolean hasLineBreak(String text) {
        return text.indexOf('\r') >= 0 || text.indexOf('\n') >= 0 || text.indexOf('\0') >= 0;
    }

    @Override
    public void close() {
        deadlines.close();
        connections.close(CloseMode.GRACEFUL);
    }
}
