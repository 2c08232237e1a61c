package io.contractcheck.http;

import java.io.IOException;
import java.util.Optional;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.RouteInfo;
import org.apache.hc.client5.http.io.ConnectionEndpoint;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.net.URIAuthority;
import org.apache.hc.core5.util.Timeout;

/** Opens connections: to the service itself, or to a proxy and through it. */
final class Dialer {
    private final HttpClientConnectionManager connections;
    private final Optional<Proxy> proxy;
    private final HttpRequestExecutor executor = new HttpRequestExecutor();

    Dialer(HttpClientConnectionManager connections, Optional<Proxy> proxy) {
        this.connections = connections;
        this.proxy = proxy;
    }

    HttpRoute route(HttpHost host) {
        boolean secure = host.getSchemeName().equals("https");
        Optional<Proxy> used = proxy.filter(p -> p.handles(host.getHostName()));
        if (used.isEmpty()) {
            return new HttpRoute(host, null, secure);
        }
        HttpHost hop = new HttpHost("http", used.get().host(), used.get().port());
        return secure
                ? new HttpRoute(host, null, hop, true, RouteInfo.TunnelType.TUNNELLED, RouteInfo.LayerType.LAYERED)
                : new HttpRoute(host, null, hop, false);
    }

    /** Whether requests on that route are read by a proxy. */
    static boolean readByProxy(HttpRoute route) {
        return route.getProxyHost() != null && !route.isTunnelled();
    }

    /** What a proxy that reads the requests is to be shown. */
    Optional<Header> credentials() {
        return proxy.flatMap(Proxy::authorization).map(a -> new Header("Proxy-Authorization", a));
    }

    void connect(ConnectionEndpoint endpoint, HttpRoute route, Timeout timeout, HttpContext context)
            throws IOException, HttpException {
        connections.connect(endpoint, timeout, context);
        if (route.isTunnelled()) {
            endpoint.setSocketTimeout(timeout);
            tunnel(endpoint, route, context);
            connections.upgrade(endpoint, context);
        }
    }

    private void tunnel(ConnectionEndpoint endpoint, HttpRoute route, HttpContext context)
            throws IOException, HttpException {
        HttpHost target = route.getTargetHost();
        String authority = target.getHostName() + ":" + (target.getPort() < 0 ? 443 : target.getPort());
        BasicClassicHttpRequest connect =
                new BasicClassicHttpRequest("CONNECT", "https", new URIAuthority(target), authority);
        connect.addHeader("Host", authority);
        credentials().ifPresent(c -> connect.addHeader(c.name(), c.value()));
        // not closed: a tunnel has no end of its own
        @SuppressWarnings("resource")
        ClassicHttpResponse answer = endpoint.execute("contract", connect, executor::execute, context);
        if (answer.getCode() / 100 != 2) {
            throw new ProxyException(proxy.orElseThrow(), answer.getCode());
        }
    }
}
