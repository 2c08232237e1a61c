package io.contractcheck.hostile;

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
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A server on loopback, written on bare sockets: it answers calmly everywhere but at {@code /wild}, where it has one habit. */
final class HostileServer implements AutoCloseable {
    private static final byte[] CALM =
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 11\r\n\r\n{\"ok\":true}"
                    .getBytes(StandardCharsets.US_ASCII);

    private final ServerSocket server;
    private final Habit habit;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final AtomicInteger wild = new AtomicInteger();
    private final CountDownLatch over = new CountDownLatch(1);

    HostileServer(Habit habit) {
        this.habit = habit;
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        thread(() -> {
            while (!server.isClosed()) {
                try {
                    Socket socket = server.accept();
                    sockets.add(socket);
                    thread(() -> serve(socket));
                } catch (IOException e) {
                    return;
                }
            }
        });
    }

    /** What is done to a request for {@code /wild}. The connection is closed afterwards. */
    interface Habit {
        void answer(Talk talk) throws IOException;

        /** Whether the body of the request is read first. */
        default boolean readsBody() {
            return true;
        }
    }

    /** One request, and the socket it came by. */
    record Talk(Socket socket, String head, HostileServer server) {
        OutputStream out() throws IOException {
            return socket.getOutputStream();
        }

        void say(String latin) throws IOException {
            say(latin.getBytes(StandardCharsets.ISO_8859_1));
        }

        void say(byte[] bytes) throws IOException {
            out().write(bytes);
            out().flush();
        }

        void json(byte[] body, String... headers) throws IOException {
            say("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
                    + body.length + "\r\n"
                    + String.join("", headers) + "\r\n");
            say(body);
        }

        void json(String body) throws IOException {
            json(body.getBytes(StandardCharsets.UTF_8));
        }

        /** Does nothing until the server is closed. */
        void hang() {
            try {
                server.over.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    String origin() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    /** How many requests for {@code /wild} came. */
    int wild() {
        return wild.get();
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            for (String head = head(in); head != null; head = head(in)) {
                if (head.contains(" /wild")) {
                    wild.incrementAndGet();
                    if (habit.readsBody()) {
                        body(head, in);
                    }
                    habit.answer(new Talk(socket, head, this));
                    return;
                }
                body(head, in);
                socket.getOutputStream().write(head.startsWith("HEAD") ? headOnly() : CALM);
                socket.getOutputStream().flush();
            }
        } catch (IOException e) {
            // the client went away
        }
    }

    private static byte[] headOnly() {
        String calm = new String(CALM, StandardCharsets.US_ASCII);
        return calm.substring(0, calm.indexOf('{')).getBytes(StandardCharsets.US_ASCII);
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int last = 0;
        while (last != 0x0D0A0D0A) {
            int b = in.read();
            if (b < 0) {
                return null;
            }
            head.write(b);
            last = last << 8 | b;
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    private static void body(String head, InputStream in) throws IOException {
        for (String line : head.split("\r\n")) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                in.readNBytes(Integer.parseInt(line.substring(15).trim()));
            }
        }
    }

    private static void thread(Runnable task) {
        Thread thread = new Thread(task, "hostile-server");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        over.countDown();
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
