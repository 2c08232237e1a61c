package io.contractcheck.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contractcheck.http.Secrets;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class ServiceTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private final Secrets secrets = new Secrets();
    private final LateValues values = LateValues.picking();
    private final int port = values.port();
    private final String mark = UUID.randomUUID().toString();

    @AfterEach
    void nothing_is_left() {
        assertThat(ProcessTree.marked(mark + "/service")).isEmpty();
    }

    private Path log() {
        return folder.resolve("reports").resolve("service.log");
    }

    private Surroundings surroundings() {
        return new Surroundings(folder, Map.of("CONTRACT_TEST", "yes"), secrets, Optional.empty(), mark);
    }

    private Service start(Readiness readiness, Duration start, Duration stop, Program program) {
        return Service.start(
                new ServiceSettings(program, Optional.of(port), readiness, start, stop, log()), surroundings());
    }

    private Service start(Readiness readiness, String... habits) {
        return start(readiness, LONG, LONG, Serving.program(List.of(habits)));
    }

    @Test
    void it_is_ready_when_its_port_is_open_and_stopped_when_it_is_closed() {
        Service service = start(new Readiness.Listens(port), "say=hello", "port=" + port);
        try (service) {
            service.awaitReady();
            assertThat(Ports.isOpen(port)).isTrue();
            assertThat(service.log().tail(1)).containsExactly("hello");
            assertThat(service.ended()).isEmpty();
        }
        assertThat(Ports.isFree(port)).isTrue();
        assertThat(ProcessHandle.of(service.pid()).filter(ProcessTree::isAlive)).isEmpty();
        assertThat(service.ended()).isEmpty();
        service.close();
    }

    @Test
    void it_is_ready_when_a_url_is_answered_by_one_who_knows_it() {
        Readiness readiness = new Readiness.Answers(URI.create("http://127.0.0.1:" + port + "/health"));
        try (Service service = start(readiness, "status=401", "port=" + port)) {
            service.awaitReady();
            assertThat(Ports.isOpen(port)).isTrue();
        }
    }

    @Test
    void a_404_or_a_503_is_no_answer_of_one_who_is_ready() {
        Readiness readiness = new Readiness.Answers(URI.create("http://127.0.0.1:" + port + "/health"));
        try (Service service =
                start(readiness, Duration.ofSeconds(4), LONG, Serving.program(List.of("status=404", "port=" + port)))) {
            assertThatThrownBy(service::awaitReady)
                    .isInstanceOf(ServiceException.class)
                    .hasMessageStartingWith("The service was not ready within 4 s: " + Serving.class.getName())
                    .hasMessageContaining("http://127.0.0.1:" + port
                            + "/health to answer was waited for; the last attempt" + " gave status 404")
                    .hasMessageEndingWith("its log is empty: " + log());
        }
    }

    @Test
    void it_is_ready_when_it_says_so_even_without_a_line_end() {
        Readiness readiness = new Readiness.Logs(Pattern.compile("ready for \\w+"));
        try (Service service = start(readiness, "say=not yet", "mutter=I am ready for requests> ", "wait")) {
            service.awaitReady();
            assertThat(service.log().between(0, service.log().position()))
                    .isEqualTo("not yet" + System.lineSeparator() + "I am ready for requests> ");
        }
    }

    @Test
    void a_flood_of_log_lines_stops_nobody() throws Exception {
        Readiness readiness = new Readiness.Logs(Pattern.compile("^after the flood$"));
        try (Service service = start(readiness, "flood=8", "say=after the flood", "wait")) {
            service.awaitReady();
            assertThat(Files.size(log())).isGreaterThan(8 << 20);
        }
    }

    @Test
    void one_that_dies_is_an_error_with_its_exit_code_and_last_words_without_secrets() {
        secrets.add("CONTRACT_DB_PASSWORD", "hunter2hunter2");
        try (Service service = start(
                new Readiness.Listens(port), "say=cannot log in with hunter2hunter2", "mutter=giving up", "exit=3")) {
            assertThatThrownBy(service::awaitReady)
                    .isInstanceOf(ServiceException.class)
                    .hasMessage("The service ended with exit code 3 before it was ready: " + Serving.class.getName()
                            + "\nThe last lines of its log (" + log() + "):"
                            + "\n    cannot log in with ${CONTRACT_DB_PASSWORD}\n    giving up");
        }
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void one_that_is_not_installed_is_told_of() {
        try (Service service = start(new Readiness.Listens(port), LONG, LONG, new Program.Shell("no-such-program"))) {
            assertThatThrownBy(service::awaitReady)
                    .hasMessageStartingWith(
                            "The service ended with exit code 127 (a program is not there: not installed, or"
                                    + " not on the PATH of this build) before it was ready: no-such-program");
        }
    }

    @Test
    void one_that_ends_well_is_told_to_stay() {
        try (Service service = start(new Readiness.Listens(port), "exit=0")) {
            assertThatThrownBy(service::awaitReady)
                    .hasMessageContaining("exit code 0 before it was ready")
                    .hasMessageContaining("A service must stay in the foreground");
        }
    }

    @Test
    void one_that_dies_later_is_told_of_at_the_end() throws Exception {
        try (Service service = start(new Readiness.Logs(Pattern.compile("up")), "say=up", "mutter=bye", "exit=7")) {
            ProcessHandle.of(service.pid()).ifPresent(p -> p.onExit().join());
            assertThat(service.ended())
                    .hasValueSatisfying(text -> assertThat(text)
                            .startsWith("The service had ended by itself, with exit code 7.")
                            .endsWith("\n    up\n    bye"));
        }
    }

    @Test
    void a_port_that_is_taken_is_told_of_before_anything_runs() throws Exception {
        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(taken.isBound()).isTrue();
            assertThatThrownBy(() -> start(new Readiness.Listens(port), "port=" + port))
                    .isInstanceOf(ServiceException.class)
                    .hasMessageStartingWith("port " + port + " is taken: another process of this machine has it.");
            assertThat(ProcessTree.marked(mark + "/service")).isEmpty();
        }
    }

    @Test
    void one_that_finds_another_port_taken_is_told_of_further_ones() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Service service = start(new Readiness.Listens(port), "port=" + taken.getLocalPort())) {
            assertThatThrownBy(service::awaitReady)
                    .hasMessageContaining("exit code 1 before it was ready")
                    .hasMessageContaining(
                            "\nIts log says that a port is taken. Let it listen on @{contract.port}, and on");
        }
    }

    @Test
    void another_one_that_answers_in_its_place_is_not_taken_for_it() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> start(new Readiness.Listens(other.getLocalPort()), "port=" + port))
                    .isInstanceOf(ServiceException.class)
                    .hasMessageStartingWith("something else is in the place of the service already");
        }
    }

    @Test
    void one_that_ignores_the_wish_is_killed_with_its_children_and_theirs() {
        Service service = start(
                new Readiness.Listens(port),
                LONG,
                Duration.ofMillis(300),
                Serving.program(List.of("stubborn", "child", "grandchild", "port=" + port)));
        List<ProcessHandle> all;
        try (service) {
            service.awaitReady();
            all = Programs.descendantsOf(ProcessHandle.of(service.pid()).orElseThrow(), 3);
        }
        assertThat(all).hasSize(3).noneMatch(ProcessTree::isAlive);
        assertThat(Ports.isFree(port)).isTrue();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void children_whose_parents_are_gone_are_found_by_what_they_inherited() {
        String java = String.join(" ", Programs.JVM_OPTIONS) + " -cp '" + Programs.CLASS_PATH + "' "
                + Serving.class.getName();
        String command = "('" + Programs.JAVA + "' " + java + " say=orphan wait &) ; exec '" + Programs.JAVA + "' "
                + java + " port=" + port;
        try (Service service =
                start(new Readiness.Logs(Pattern.compile("orphan")), LONG, LONG, new Program.Shell(command))) {
            service.awaitReady();
            assertThat(ProcessTree.marked(mark + "/service")).hasSize(2);
            assertThat(ProcessHandle.of(service.pid()).orElseThrow().descendants())
                    .isEmpty();
        }
        assertThat(ProcessTree.marked(mark + "/service")).isEmpty();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void one_that_goes_into_the_background_is_watched_and_stopped() {
        String command = "'" + Programs.JAVA + "' " + String.join(" ", Programs.JVM_OPTIONS) + " -cp '"
                + Programs.CLASS_PATH + "' " + Serving.class.getName() + " port=" + port + " &";
        try (Service service = start(new Readiness.Listens(port), LONG, LONG, new Program.Shell(command))) {
            service.awaitReady();
            assertThat(service.ended()).isEmpty();
        }
        assertThat(Ports.isFree(port)).isTrue();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void nothing_is_left_when_the_one_that_started_it_is_killed() throws Exception {
        Process boss = Programs.start(folder, Boss.class, mark, Integer.toString(port), log().toString());
        try {
            assertThat(boss.inputReader().readLine()).isEqualTo("ready");
            List<ProcessHandle> started = ProcessTree.marked(mark + "/service");
            assertThat(started).hasSize(4);
            boss.destroyForcibly().waitFor();
            for (ProcessHandle process : started) {
                process.onExit().get(30, TimeUnit.SECONDS);
            }
        } finally {
            boss.destroyForcibly();
        }
        assertThat(Ports.isFree(port)).isTrue();
    }

    /** Starts a service with children, says so, and waits to be killed. */
    static final class Boss {
        private Boss() {}

        public static void main(String[] arguments) throws Exception {
            Service service = Service.start(
                    new ServiceSettings(
                            Serving.program(List.of("child", "grandchild", "stubborn", "port=" + arguments[1])),
                            Optional.empty(),
                            new Readiness.Listens(Integer.parseInt(arguments[1])),
                            LONG,
                            LONG,
                            Path.of(arguments[2])),
                    new Surroundings(
                            Path.of("").toAbsolutePath(),
                            Map.of(),
                            new Secrets(),
                            Optional.of(Keeper.start()),
                            arguments[0]));
            service.awaitReady();
            Programs.descendantsOf(ProcessHandle.of(service.pid()).orElseThrow(), 3);
            System.out.println("ready");
            Thread.sleep(Long.MAX_VALUE);
        }
    }
}
