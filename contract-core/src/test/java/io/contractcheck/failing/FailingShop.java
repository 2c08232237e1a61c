package io.contractcheck.failing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A shop that fails in two places of its code, whatever it is asked, and tells why in its log alone. */
public final class FailingShop implements AutoCloseable {
    private static final List<String> PATHS = List.of("/books", "/films", "/games", "/maps", "/toys");

    private final Path log;
    private final Habit habit;
    private final HttpServer server;
    private final ExecutorService workers = Executors.newFixedThreadPool(8);
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

    /** When it writes to its log. */
    public enum Habit {
        /** Before it answers, in pieces. */
        BEFORE,
        /** A while after it has answered. */
        AFTER,
        /** Before it answers, while it also tells all the time of something else. */
        NOISY,
        /** Only of something else. */
        ONLY_NOISE
    }

    public FailingShop(Path log, Habit habit) throws IOException {
        this.log = log;
        this.habit = habit;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(workers);
        server.createContext("/", this::handle);
        server.start();
        if (habit == Habit.NOISY || habit == Habit.ONLY_NOISE) {
            clock.scheduleWithFixedDelay(() -> write(Noise.trace()), 0, 15, TimeUnit.MILLISECONDS);
        }
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public static String document() {
        return "openapi: 3.0.3\ninfo: {title: Shop, version: '1'}\npaths:\n"
                + PATHS.stream()
                        .map(path -> "  " + path + ":\n    get:\n      parameters:\n"
                                + "        - {name: size, in: query, required: true, schema: {type: integer, minimum: 0, maximum: 1000}}\n"
                                + "      responses: {'200': {description: all}}\n")
                        .collect(Collectors.joining());
    }

    private void handle(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        int status = 200;
        String trace = "";
        try {
            String query = String.valueOf(exchange.getRequestURI().getQuery());
            int size = Integer.parseInt(query.replaceFirst("^size=", ""));
            if (size % 2 == 0) {
                Stock.take(size);
            } else {
                Prices.of(size);
            }
        } catch (NumberFormatException e) {
            status = 400;
        } catch (RuntimeException e) {
            status = 500;
            trace = "2026-11-22 10:15:31,456 ERROR [" + Thread.currentThread().getName() + "] shop.Shop - failed\n"
                    + printed(new IllegalStateException("Request processing failed", e));
        }
        if (habit != Habit.AFTER && habit != Habit.ONLY_NOISE) {
            write(trace);
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
        if (habit == Habit.AFTER) {
            String late = trace;
            clock.schedule(() -> write(late), 10, TimeUnit.MILLISECONDS);
        }
    }

    private static String printed(Throwable e) {
        StringWriter out = new StringWriter();
        e.printStackTrace(new PrintWriter(out));
        return out.toString();
    }

    private synchronized void write(String text) {
        try {
            for (String line : text.split("(?<=\n)")) {
                Files.writeString(
                        log, line, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
        clock.shutdownNow();
    }

    /** Fails. */
    public static final class Stock {
        private Stock() {}

        public static void take(int size) {
            throw new IllegalArgumentException("no " + size + " in stock, token s3cret-token");
        }
    }

    /** Fails within another's code. */
    public static final class Prices {
        private Prices() {}

        public static void of(int size) {
            List.of().iterator().next();
        }
    }

    /** Goes on beside. */
    public static final class Noise {
        private Noise() {}

        static String trace() {
            return "2026-11-22 10:15:31,456 WARN [timer] shop.Noise - tick\n" + printed(new RuntimeException("tick"));
        }
    }
}
