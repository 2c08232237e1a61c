package io.contractcheck.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class KeeperTest {
    @TempDir
    private Path folder;

    private final Keeper keeper = Keeper.start();

    @AfterEach
    void end() {
        keeper.close();
    }

    private Process java(Class<?> program, String... arguments) throws IOException {
        return Programs.start(folder, program, arguments);
    }

    @Test
    void it_kills_what_it_was_told_of_with_its_children() throws Exception {
        Process parent = java(Parent.class, "2");
        List<ProcessHandle> children = Programs.childrenOf(parent, 2);
        keeper.kill(parent.toHandle());
        keeper.act();
        assertThat(parent.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(children).hasSize(2).noneMatch(ProcessTree::isAlive);
        assertThat(keeper.isAlive()).isFalse();
    }

    @Test
    void what_is_forgotten_stays_and_so_does_all_when_it_is_closed() throws Exception {
        Path one = Files.createDirectory(folder.resolve("one"));
        Path two = Files.createDirectory(folder.resolve("two"));
        keeper.delete(one).forget();
        keeper.delete(two);
        keeper.close();
        assertThat(one).exists();
        assertThat(two).exists();
        assertThat(keeper.isAlive()).isFalse();
    }

    @Test
    void the_last_thing_told_is_done_first() throws Exception {
        Path full = Files.createDirectory(folder.resolve("full of it"));
        Files.writeString(full.resolve("a file.txt"), "");
        Path log = folder.resolve("order.txt");
        keeper.delete(full);
        keeper.run(List.of(Programs.JAVA, "-cp", Programs.CLASS_PATH, Lister.class.getName(), full + "", log + ""));
        keeper.act();
        assertThat(log).hasContent("a file.txt");
        assertThat(full).doesNotExist();
    }

    @Test
    void a_request_goes_to_a_socket_of_the_machine() throws Exception {
        Path socket = folder.resolve("docker.sock");
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            CompletableFuture<String> asked = CompletableFuture.supplyAsync(() -> answerOne(server));
            keeper.request(socket, "DELETE", "/containers/c0ffee?force=true&v=true");
            keeper.act();
            assertThat(asked.get())
                    .startsWith("DELETE /containers/c0ffee?force=true&v=true HTTP/1.1\r\n")
                    .endsWith("\r\n\r\n");
        }
    }

    private static String answerOne(ServerSocketChannel server) {
        try (SocketChannel channel = server.accept()) {
            StringBuilder request = new StringBuilder();
            ByteBuffer bytes = ByteBuffer.allocate(1000);
            while (request.indexOf("\r\n\r\n") < 0 && channel.read(bytes) >= 0) {
                request.append(StandardCharsets.US_ASCII.decode(bytes.flip()));
                bytes.clear();
            }
            channel.write(ByteBuffer.wrap("HTTP/1.1 204 No Content\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
            return request.toString();
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Test
    void it_acts_when_the_one_it_works_for_is_killed_and_outlives_signals() throws Exception {
        Process boss = java(Boss.class, folder.toString());
        try {
            long keeping = Long.parseLong(boss.inputReader().readLine());
            long child = Long.parseLong(boss.inputReader().readLine());
            ProcessHandle kept = ProcessHandle.of(child).orElseThrow();
            ProcessHandle keeperOfBoss = ProcessHandle.of(keeping).orElseThrow();
            keeperOfBoss.destroy();
            boss.destroyForcibly().waitFor();
            kept.onExit().get(20, TimeUnit.SECONDS);
            keeperOfBoss.onExit().get(20, TimeUnit.SECONDS);
            assertThat(ProcessTree.isAlive(kept)).isFalse();
        } finally {
            boss.destroyForcibly();
        }
    }

    /** Starts a process and a keeper for it, says who they are, and waits to be killed. */
    static final class Boss {
        private Boss() {}

        public static void main(String[] arguments) throws Exception {
            Keeper keeper = Keeper.start();
            Process child = Programs.start(Path.of(arguments[0]), Parent.class, "0");
            keeper.kill(child.toHandle());
            keeper.awaitListening();
            System.out.println(ProcessHandle.current()
                    .children()
                    .filter(p -> p.pid() != child.pid())
                    .findFirst()
                    .orElseThrow()
                    .pid());
            System.out.println(child.pid());
            Thread.sleep(Long.MAX_VALUE);
        }
    }

    /** Starts children, and waits to be killed. */
    static final class Parent {
        private Parent() {}

        public static void main(String[] arguments) throws Exception {
            for (int i = 0; i < Integer.parseInt(arguments[0]); i++) {
                Programs.start(Path.of("."), Parent.class, "0");
            }
            Thread.sleep(Long.MAX_VALUE);
        }
    }

    /** Writes the names in a folder into a file. */
    static final class Lister {
        private Lister() {}

        public static void main(String[] arguments) throws Exception {
            Files.write(
                    Path.of(arguments[1]),
                    List.of(Path.of(arguments[0]).toFile().list()),
                    StandardCharsets.UTF_8);
        }
    }
}
