package io.contractcheck.http;

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
import java.util.concurrent.CopyOnWriteArrayList;

/** A server on loopback that keeps the bytes it gets and answers as a test says. */
final class RawServer implements AutoCloseable {
    interface Answer {
        void write(OutputStream out, Socket socket) throws IOException;
    }

    private final ServerSocket server;
    private final List<byte[]> requests = new CopyOnWriteArrayList<>();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();

    RawServer(Answer answer) throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        thread(() -> {
            while (!server.isClosed()) {
                Socket socket = accept();
                if (socket != null) {
                    sockets.add(socket);
                    thread(() -> serve(socket, answer));
                }
            }
        });
    }

    static RawServer answering(String response) throws IOException {
        return new RawServer((out, socket) -> out.write(response.getBytes(StandardCharsets.ISO_8859_1)));
    }

    String origin() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    byte[] lastBytes() {
        return requests.get(requests.size() - 1);
    }

    String last() {
        return new String(lastBytes(), StandardCharsets.ISO_8859_1);
    }

    /** The first line of each request. */
    List<String> lines() {
        return requests.stream()
                .map(r -> new String(r, StandardCharsets.ISO_8859_1)
                        .lines()
                        .findFirst()
                        .orElse(""))
                .toList();
    }

    int requests() {
        return requests.size();
    }

    int connections() {
        return sockets.size();
    }

    private Socket accept() {
        try {
            return server.accept();
        } catch (IOException e) {
            return null;
        }
    }

    private void serve(Socket socket, Answer answer) {
        try {
            for (byte[] request = read(socket.getInputStream());
                    request != null;
                    request = read(socket.getInputStream())) {
                requests.add(request);
                answer.write(socket.getOutputStream(), socket);
                socket.getOutputStream().flush();
            }
        } catch (IOException e) {
            // the client went away, as some tests want
        }
    }

    private static byte[] read(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        while (!bytes.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int b = in.read();
            if (b < 0) {
                return null;
            }
            bytes.write(b);
        }
        for (String line : bytes.toString(StandardCharsets.ISO_8859_1).split("\r\n")) {
            if (line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:")) {
                bytes.write(in.readNBytes(
                        Integer.parseInt(line.substring(line.indexOf(':') + 1).trim())));
            }
        }
        return bytes.toByteArray();
    }

    private static void thread(Runnable task) {
        Thread thread = new Thread(task, "raw-server");
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
