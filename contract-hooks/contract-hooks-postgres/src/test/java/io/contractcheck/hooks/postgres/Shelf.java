package io.contractcheck.hooks.postgres;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.contractcheck.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A service that commits: books of unique names in a database, through connections that stay open, with statements that stay prepared. */
final class Shelf implements AutoCloseable {
    static final String SCHEMA = """
            CREATE TABLE book (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text NOT NULL UNIQUE,
              pages int NOT NULL DEFAULT 0);
            CREATE TABLE loan (id bigserial PRIMARY KEY, book bigint NOT NULL REFERENCES book ON DELETE CASCADE,
              reader text NOT NULL);
            CREATE TABLE log (what text);
            INSERT INTO book (name, pages) SELECT 'seed-' || i, i FROM generate_series(1, 20) i;
            INSERT INTO loan (book, reader) SELECT 1 + i % 20, 'reader ' || i FROM generate_series(1, 40) i;
            """;

    static final String DOCUMENT = """
            openapi: 3.0.3
            info: {title: Shelf, version: "1"}
            paths:
              /books:
                get:
                  responses: {"200": {description: how many}}
                post:
                  requestBody:
                    required: true
                    content:
                      application/json:
                        schema:
                          type: object
                          required: [name, pages]
                          additionalProperties: false
                          properties:
                            name: {type: string, enum: [one, two, three]}
                            pages: {type: integer, minimum: 1, maximum: 900}
                  responses: {"201": {description: made}, "400": {description: wrong}}
                delete:
                  responses: {"204": {description: gone}}
              /books/{id}:
                parameters: [{name: id, in: path, required: true, schema: {type: integer, minimum: 1, maximum: 20}}]
                put:
                  requestBody:
                    required: true
                    content:
                      application/json:
                        schema: {type: integer, minimum: 1, maximum: 900}
                  responses: {"200": {description: changed}, "400": {description: wrong}, "404": {description: none}}
                delete:
                  responses: {"204": {description: gone}, "400": {description: wrong}, "404": {description: none}}
              /loans:
                post:
                  requestBody:
                    required: true
                    content:
                      application/json:
                        schema: {type: string, pattern: "^[a-z]{1,8}$"}
                  responses: {"201": {description: made}, "400": {description: wrong}}
            """;

    private static final int CONNECTIONS = 4;

    private final HttpServer server;
    private final ExecutorService threads;
    private final BlockingQueue<Pooled> pool = new ArrayBlockingQueue<>(CONNECTIONS);
    private final List<Connection> connections = new ArrayList<>();
    private final List<Integer> processes = new ArrayList<>();
    private final int duplicate;

    private record Pooled(
            Connection connection,
            PreparedStatement count,
            PreparedStatement make,
            PreparedStatement change,
            PreparedStatement remove,
            PreparedStatement clear,
            PreparedStatement lend,
            PreparedStatement log) {}

    private record Answer(int status, String body) {}

    private interface Work {
        Answer run(Pooled pooled) throws SQLException;
    }

    private Shelf(HttpServer server, ExecutorService threads, int duplicate) {
        this.server = server;
        this.threads = threads;
        this.duplicate = duplicate;
    }

    /** @param duplicate the status of an answer to a name that is taken */
    static Shelf open(Login login, int duplicate) throws IOException, SQLException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
        Shelf shelf = new Shelf(server, threads, duplicate);
        for (int i = 0; i < CONNECTIONS; i++) {
            Connection c = login.connect();
            try (Statement statement = c.createStatement()) {
                statement.execute("SET application_name = 'shelf'");
                try (ResultSet rows = statement.executeQuery("SELECT pg_backend_pid()")) {
                    rows.next();
                    shelf.processes.add(rows.getInt(1));
                }
            }
            c.setAutoCommit(false);
            shelf.connections.add(c);
            shelf.pool.add(new Pooled(
                    c,
                    c.prepareStatement("SELECT count(*) FROM book JOIN loan ON loan.book = book.id"),
                    c.prepareStatement("INSERT INTO book (name, pages) VALUES (?, ?) RETURNING id"),
                    c.prepareStatement("UPDATE book SET pages = ?, name = name || '*' WHERE id = ?"),
                    c.prepareStatement("DELETE FROM book WHERE id = ?"),
                    c.prepareStatement("TRUNCATE book, loan RESTART IDENTITY"),
                    c.prepareStatement("INSERT INTO loan (book, reader) SELECT id, ? FROM book LIMIT 1"),
                    c.prepareStatement("INSERT INTO log VALUES (?)")));
        }
        server.setExecutor(threads);
        server.createContext("/", shelf::answer);
        server.start();
        return shelf;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The server's processes behind its connections, as far as they are still those of the beginning. */
    List<Integer> stillConnected() throws SQLException {
        List<Integer> still = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            try (Statement statement = connections.get(i).createStatement();
                    ResultSet rows = statement.executeQuery("SELECT pg_backend_pid()")) {
                rows.next();
                still.add(rows.getInt(1));
            }
            connections.get(i).commit();
        }
        still.retainAll(processes);
        return still;
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        Answer answer;
        try {
            answer = answer(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getPath(),
                    new String(body, StandardCharsets.UTF_8));
        } catch (RuntimeException e) {
            answer = new Answer(400, "not understood");
        }
        byte[] text = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "text/plain");
        boolean empty = text.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(answer.status(), empty ? -1 : text.length);
        if (!empty) {
            exchange.getResponseBody().write(text);
        }
        exchange.close();
    }

    private Answer answer(String method, String path, String body) {
        if (path.equals("/books") && method.equals("GET")) {
            return work(p -> {
                try (ResultSet rows = p.count().executeQuery()) {
                    rows.next();
                    return new Answer(200, rows.getString(1));
                }
            });
        }
        if (path.equals("/books") && method.equals("POST")) {
            JsonNode book = Json.parse(body);
            if (!List.of("one", "two", "three").contains(book.path("name").asText())
                    || !book.path("pages").isInt()
                    || book.path("pages").intValue() < 1
                    || book.path("pages").intValue() > 900
                    || book.size() != 2) {
                return new Answer(400, "not a book");
            }
            return work(p -> {
                p.log().setString(1, "made " + book.get("name"));
                p.log().execute();
                p.make().setString(1, book.get("name").textValue());
                p.make().setInt(2, book.get("pages").intValue());
                p.make().execute();
                return new Answer(201, "");
            });
        }
        if (path.equals("/books") && method.equals("DELETE")) {
            return work(p -> {
                p.clear().execute();
                return new Answer(204, "");
            });
        }
        if (path.equals("/loans") && method.equals("POST")) {
            JsonNode reader = Json.parse(body);
            if (!reader.isTextual() || !reader.textValue().matches("[a-z]{1,8}")) {
                return new Answer(400, "no reader");
            }
            return work(p -> {
                p.lend().setString(1, reader.textValue());
                p.lend().execute();
                return new Answer(201, "");
            });
        }
        int id = Integer.parseInt(path.replaceFirst("^/books/", ""));
        if (id < 1 || id > 20) {
            return new Answer(400, "no such number");
        }
        if (method.equals("DELETE")) {
            return work(p -> {
                p.remove().setInt(1, id);
                return new Answer(p.remove().executeUpdate() == 1 ? 204 : 404, "");
            });
        }
        if (!method.equals("PUT")) {
            return new Answer(405, "");
        }
        JsonNode pages = Json.parse(body);
        if (!pages.isInt() || pages.intValue() < 1 || pages.intValue() > 900) {
            return new Answer(400, "no number of pages");
        }
        return work(p -> {
            p.change().setInt(1, pages.intValue());
            p.change().setInt(2, id);
            return new Answer(p.change().executeUpdate() == 1 ? 200 : 404, "");
        });
    }

    private Answer work(Work work) {
        Pooled pooled;
        try {
            pooled = pool.take();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        try {
            Answer answer = work.run(pooled);
            pooled.connection().commit();
            return answer;
        } catch (SQLException e) {
            try {
                pooled.connection().rollback();
            } catch (SQLException other) {
                return new Answer(503, "the connection is gone");
            }
            return e.getSQLState().equals("23505")
                    ? new Answer(duplicate, "this name is taken")
                    : new Answer(500, "failed: " + e.getMessage());
        } finally {
            pool.add(pooled);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        connections.forEach(connection -> {
            try {
                connection.close();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
