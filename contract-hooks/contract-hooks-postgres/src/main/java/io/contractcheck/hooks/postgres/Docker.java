package io.contractcheck.hooks.postgres;

import io.contractcheck.hook.HookException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ContainerFetchException;
import org.testcontainers.containers.GenericContainer;

/**
 * What runs containers.
 *
 * @param local whether the ports of its containers are this machine's
 * @param socket by which it is asked, if it is a file
 */
record Docker(boolean local, Optional<Path> socket) {
    private static final Duration LONGEST = Duration.ofSeconds(15);
    private static final int SHOWN_LINES = 8;
    private static final Pattern IMAGE = Pattern.compile("imageName=([^,)\\s]+)");

    /**
     * The one that Testcontainers finds.
     *
     * @throws HookException if it finds none that answers
     */
    static Docker find() {
        Quiet.testcontainers();
        FutureTask<Docker> asked = new FutureTask<>(Docker::ask);
        // Testcontainers' own threads are of the same group, if this is the first one that needs it
        Thread thread = new Thread(new Unheard(), asked, "contract-docker");
        thread.setDaemon(true); // one that never answers must not keep the build
        thread.start();
        String variable = System.getenv("DOCKER_HOST");
        boolean named = variable != null && !variable.isBlank();
        String place = named ? " at " + variable + " (DOCKER_HOST)" : "";
        try {
            return asked.get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new HookException("Docker does not answer within " + LONGEST.toSeconds() + " s" + place, e);
        } catch (ExecutionException e) {
            throw new HookException(
                    named ? "no Docker answers" + place : "no Docker is found here (DOCKER_HOST is not set)",
                    e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HookException("the build was interrupted while it asked for Docker", e);
        }
    }

    private static Docker ask() {
        DockerClientFactory docker = DockerClientFactory.instance();
        docker.client();
        URI host = docker.getTransportConfig().getDockerHost();
        return new Docker(
                isLoopback(docker.dockerHostIpAddress()),
                Optional.of(host).filter(h -> "unix".equals(h.getScheme())).map(h -> Path.of(h.getPath())));
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** Whether an image need not be fetched. */
    static boolean has(String image) {
        try {
            DockerClientFactory.lazyClient().inspectImageCmd(image).exec();
            return true;
        } catch (RuntimeException e) {
            return false; // then Testcontainers finds out what is wrong
        }
    }

    /** The image that an error is about. */
    static Optional<String> image(ContainerFetchException e) {
        Matcher matcher = IMAGE.matcher(String.valueOf(e.getMessage()));
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** The innermost cause that says something to users, in a line. */
    static String why(Throwable e) {
        String said = "no reason is given";
        Throwable cause = e;
        for (int depth = 0; cause != null && depth < 20; depth++) {
            boolean telling = !(cause instanceof NullPointerException)
                    && !(cause instanceof ContainerFetchException)
                    && cause.getMessage() != null
                    && !cause.getMessage().isBlank();
            if (telling) {
                said = cause.getMessage();
            }
            cause = cause.getCause();
        }
        return said.strip().replaceAll("\\s+", " ").replaceFirst("\\.$", "");
    }

    /** What a container said last, in lines of their own; nothing if it never ran. */
    static String lastLines(GenericContainer<?> container) {
        try {
            List<String> lines = container.getContainerId() == null
                    ? List.of()
                    : container
                            .getLogs()
                            .lines()
                            .map(String::strip)
                            .filter(l -> !l.isEmpty())
                            .toList();
            return lines.stream()
                    .skip(Math.max(0, lines.size() - SHOWN_LINES))
                    .map(l -> "\n  " + l)
                    .reduce("", String::concat);
        } catch (RuntimeException e) {
            return "";
        }
    }
}
