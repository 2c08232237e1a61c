package io.contractcheck;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A service on loopback that keeps every request as it came; the same request always gets the same answer. */
final class Answering implements AutoCloseable {
    private static final int MOODS = 64;

    private final ServerSocket server;
    private final Function<String, String> answer;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private List<String> requests = new ArrayList<>();

    /** @param answer status and body, as {@code 200 {"id": 1}}, from a request */
    Answering(Function<String, String> answer) throws IOException {
        this.answer = answer;
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        thread(this::accept);
    }

    /** Answers that break the contract in several ways, and keep it as well; which, the request alone decides. */
    static String moody(String request) {
        // The port is another in each run of the tests
        return switch (Math.floorMod(
                request.replaceFirst("(?i)\\r\\nhost: [^\\r]*", "").hashCode(), MOODS)) {
            case 0 -> "500 {\"error\": \"NullPointerException at Shop.java:12\"}";
            case 1 -> "418 {}";
            case 2 -> "200 {\"id\": \"seven\"}";
            case 3 -> "400 {\"message\": \"no\"}";
            default -> "200 {\"id\": 7, \"name\": \"a\"}";
        };
    }

    String url() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    /** What came since this was last asked, in the order in which it came. */
    synchronized List<String> requests() {
        List<String> came = requests;
        requests = new ArrayList<>();
        return came;
    }

    private synchronized void came(String request) {
        requests.add(request);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                socket.setTcpNoDelay(true);
                sockets.add(socket);
                thread(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            OutputStream out = socket.getOutputStream();
            for (String request = read(in); request != null; request = read(in)) {
                came(request);
                String[] said = answer.apply(request).split(" ", 2);
                byte[] body = said[1].getBytes(StandardCharsets.UTF_8);
                boolean head = request.startsWith("HEAD ");
                out.write(("HTTP/1.1 " + said[0] + " Said\r\nContent-Type: application/json\r\nContent-Length: "
                                + body.length + "\r\n\r\n" + (head ? "" : said[1]))
                        .getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
        } catch (IOException e) {
            // the client went away
        }
    }

    private static String read(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int last = 0;
        while (last != 0x0d0a0d0a) {
            int b = in.read();
            if (b < 0) {
                return null;
            }
            bytes.write(b);
            last = last << 8 | b;
        }
        for (String line : bytes.toString(StandardCharsets.ISO_8859_1).split("\r\n")) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                bytes.write(in.readNBytes(
                        Integer.parseInt(line.substring(line.indexOf(':') + 1).trim())));
            }
        }
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }

    private static void thread(Runnable task) {
        Thread thread = new Thread(task, "answering");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
