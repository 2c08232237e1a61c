package io.contractcheck.maven;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** A service on the port that its environment names: it counts, and fails on what it does not expect. */
final class StartedService {
    static final String DOCUMENT = """
            {"openapi": "3.1.0", "info": {"title": "Counter", "version": "1"},
             "paths": {"/count": {"get": {"responses": {"200": {"description": "so many",
               "content": {"application/json": {"schema": {"type": "integer"}}}}}}}}}""";

    private StartedService() {}

    /** @param arguments its port; without one, that of the environment */
    public static void main(String[] arguments) throws IOException {
        int port = Integer.parseInt(arguments.length > 0 ? arguments[0] : System.getenv("SERVER_PORT"));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        answer(server, "/", 404, "");
        answer(server, "/openapi.json", 200, DOCUMENT);
        answer(server, "/count", 200, "7");
        server.start();
        System.out.println("counting for " + System.getenv("WHO"));
    }

    private static void answer(HttpServer server, String path, int status, String text) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        server.createContext(path, exchange -> {
            boolean get = exchange.getRequestMethod().equals("GET");
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.getResponseHeaders().set("Allow", "GET");
            exchange.sendResponseHeaders(get ? status : 405, get && body.length > 0 ? body.length : -1);
            if (get) {
                exchange.getResponseBody().write(body);
            }
            exchange.close();
        });
    }
}
