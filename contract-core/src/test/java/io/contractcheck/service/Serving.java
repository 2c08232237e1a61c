package io.contractcheck.service;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;

/**
 * A service with the habits that its arguments name: {@code port=N} to listen on, {@code status=N} of all answers, {@code say=TEXT} and
 * {@code mutter=TEXT} without a line end, {@code flood=MEGABYTES}, {@code child}, {@code grandchild}, {@code stubborn} against SIGTERM, {@code exit=N}.
 */
final class Serving {
    private Serving() {}

    public static void main(String[] arguments) throws Exception {
        int status = 200;
        for (String argument : arguments) {
            String value = argument.substring(argument.indexOf('=') + 1);
            switch (argument.replaceFirst("=.*", "")) {
                case "status" -> status = Integer.parseInt(value);
                case "say" -> System.out.println(value);
                case "mutter" -> {
                    System.out.print(value);
                    System.out.flush();
                }
                case "flood" -> flood(Integer.parseInt(value));
                case "child" -> Programs.start(Path.of("."), Serving.class, "wait");
                case "grandchild" -> Programs.start(Path.of("."), Serving.class, "child", "stubborn", "wait");
                case "stubborn" -> Runtime.getRuntime().addShutdownHook(new Thread(Serving::sleep));
                case "port" -> serve(Integer.parseInt(value), status);
                case "exit" -> System.exit(Integer.parseInt(value));
                case "wait" -> sleep();
                default -> throw new IllegalArgumentException(argument);
            }
        }
    }

    private static void serve(int port, int status) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
    }

    private static void flood(int megabytes) {
        String line = "x".repeat(1023);
        for (int i = 0; i < megabytes * 1024; i++) {
            (i % 2 == 0 ? System.out : System.err).println(line);
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(Long.MAX_VALUE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** As the service of a test. */
    static Program program(List<String> habits) {
        return new Program.MainClass(
                Path.of(Programs.JAVA), Programs.JVM_OPTIONS, Programs.classPath(), Serving.class.getName(), habits);
    }
}
