package io.contractcheck.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contractcheck.ContractException;
import java.io.File;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.execution.ExecutionEvent;
import org.apache.maven.execution.ExecutionListener;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class StartMojoTest {
    private static final String CLASS_PATH =
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    private static final String SERVICE =
            "<service><mainClass>" + StartedService.class.getName() + "</mainClass><classPath>"
                    + Stream.of(CLASS_PATH.split(File.pathSeparator))
                            .map(entry -> "<entry>" + entry + "</entry>")
                            .collect(Collectors.joining())
                    + "</classPath>%s</service>";

    @TempDir
    private Path folder;

    private final Told told = new Told();
    private Pom pom;

    @BeforeEach
    void open() {
        pom = new Pom(folder);
    }

    @AfterEach
    void end() {
        Started.in(pom.project()).ifPresent(Started::stop);
    }

    private void start(String more, String configuration) throws Exception {
        StartMojo mojo = pom.fill(new StartMojo(), "start", SERVICE.formatted(more) + configuration);
        mojo.setLog(told);
        mojo.execute();
    }

    private void stop() throws Exception {
        StopMojo mojo = pom.fill(new StopMojo(), "stop", "");
        mojo.setLog(told);
        mojo.execute();
    }

    private CheckMojo check(String configuration) {
        CheckMojo mojo = pom.fill(
                new CheckMojo(),
                "check",
                "<seed>7</seed><maxExamples>5</maxExamples><testFailureIgnore>true</testFailureIgnore>"
                        + configuration);
        mojo.setLog(told);
        return mojo;
    }

    private List<ProcessHandle> children() {
        return ProcessHandle.current().descendants().toList();
    }

    private Path log() {
        return folder.resolve("target/contract-reports/service.log");
    }

    @Test
    void a_service_is_started_tested_where_its_document_is_found_and_stopped() throws Exception {
        start("<environment><WHO>@{contract.port.other}</WHO></environment>", "");
        String port = Started.in(pom.project()).flatMap(Started::port).orElseThrow();
        check("").execute();
        stop();
        assertThat(told.of("INFO"))
                .anyMatch(l ->
                        l.startsWith("Service: " + StartedService.class.getName() + " on port " + port + " (process ")
                                && l.endsWith("), log: " + log()))
                .contains(
                        "Service: told of its port by SERVER_PORT and the like",
                        "Document: found at http://127.0.0.1:" + port + "/openapi.json")
                .anyMatch(l -> l.startsWith("Service: ready after "))
                .anyMatch(l -> l.startsWith("Service: stopped after "));
        assertThat(log()).content().matches("counting for \\d+\\R");
        assertThat(children()).isEmpty();
        assertThat(Started.in(pom.project())).isEmpty();
    }

    @Test
    void late_placeholders_are_filled_in_the_goals_that_follow() throws Exception {
        start("<arguments><argument>@{contract.port}</argument></arguments><readyUrl>/count</readyUrl>", "");
        check("<spec>http://127.0.0.1:@{contract.port}/openapi.json</spec>").execute();
        assertThat(told.of("INFO")).noneMatch(l -> l.contains("told of its port"));
        assertThatThrownBy(() -> check("<spec>http://127.0.0.1:@{contract.prot}/openapi.json</spec>")
                        .execute())
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("spec: nothing gives a value for @{contract.prot}. Known: @{contract.port}.");
        assertThatThrownBy(() -> check("<spec>x</spec><hookProperties><a>@{contract.jdbcUrl}</a></hookProperties>")
                        .execute())
                .hasMessageContaining("hookProperties/a: nothing gives a value for @{contract.jdbcUrl}.");
    }

    @Test
    void the_log_of_the_service_and_the_packages_of_the_project_are_known_to_a_run() throws Exception {
        Files.createDirectories(folder.resolve("target/classes/com/acme/shop"));
        Files.createFile(folder.resolve("target/classes/com/acme/shop/Shop.class"));
        assertThat(check("").service().log()).isEmpty();
        start("", "");
        assertThat(check("").service().log()).hasValue(log());
        assertThat(check("").service().packages()).containsExactly("com.acme.shop");
        CheckMojo other =
                check("<serviceLog>other.log</serviceLog><servicePackages>com.acme.lib, org.acme</servicePackages>");
        assertThat(other.service().log()).hasValue(folder.resolve("other.log"));
        assertThat(other.service().packages()).containsExactly("com.acme.lib", "org.acme");
    }

    @Test
    void a_build_that_ends_without_the_stop_goal_stops_it() throws Exception {
        List<String> heard = new ArrayList<>();
        pom.listener((ExecutionListener) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {ExecutionListener.class}, (proxy, method, arguments) -> {
                    heard.add(method.getName());
                    return null;
                }));
        start("", "");
        ExecutionListener listener = pom.lastSession().getRequest().getExecutionListener();
        listener.mojoFailed(event());
        assertThat(Started.in(pom.project())).isPresent();
        listener.projectFailed(event());
        assertThat(Started.in(pom.project())).isEmpty();
        assertThat(children()).isEmpty();
        assertThat(heard).containsExactly("mojoFailed", "projectFailed");
    }

    private ExecutionEvent event() {
        return (ExecutionEvent) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {ExecutionEvent.class},
                (proxy, method, arguments) -> method.getName().equals("getProject") ? pom.project() : null);
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void commands_set_up_in_their_order_and_one_that_fails_ends_it_all() {
        assertThatThrownBy(() -> start(
                        "<environment><WHO>me</WHO></environment>",
                        "<setUp><command>echo $WHO $SERVER_PORT</command><command>echo no such table; exit 3</command>"
                                + "<command>touch never</command></setUp>"))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage(
                        "The service could not be started: setUp: command 2 failed with exit code 3: echo no such table;"
                                + " exit 3\nThe last lines of its output (" + log().resolveSibling("set-up-2.log")
                                + "):\n    no such table");
        assertThat(log().resolveSibling("set-up-1.log")).content().matches("me \\d+\n");
        assertThat(told.of("INFO"))
                .containsExactly("Set-up 1 of 3: echo $WHO $SERVER_PORT", "Set-up 2 of 3: echo no such table; exit 3");
        assertThat(folder.resolve("never")).doesNotExist();
        assertThat(log()).doesNotExist();
        assertThat(children()).isEmpty();
        assertThat(Started.in(pom.project())).isEmpty();
    }

    @Test
    void a_service_that_dies_is_an_error_with_its_last_words_and_nothing_is_left() {
        assertThatThrownBy(() -> start("<arguments><argument>@{contract.port}0000</argument></arguments>", ""))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith(
                        "The service could not be started: The service ended with exit code 1 before it was"
                                + " ready: " + StartedService.class.getName() + "\nThe last lines of its log (" + log()
                                + "):\n")
                .hasMessageContaining("\n        at " + StartedService.class.getName() + ".main(");
        assertThat(children()).isEmpty();
    }

    @Test
    void a_port_that_is_taken_is_an_error() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> start("<port>" + taken.getLocalPort() + "</port>", ""))
                    .isInstanceOf(MojoExecutionException.class)
                    .hasMessageContaining("port " + taken.getLocalPort() + " is taken");
        }
        assertThat(children()).isEmpty();
    }

    @Test
    void it_is_not_started_twice_and_stopping_nothing_is_no_error() throws Exception {
        stop();
        assertThat(told.lines()).isEmpty();
        start("", "");
        assertThatThrownBy(() -> start("", ""))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("contract:start has started the service of this project already.");
        stop();
        stop();
        assertThat(told.of("INFO").stream().filter(l -> l.startsWith("Service: stopped")))
                .hasSize(1);
    }

    @Test
    void nothing_is_started_where_tests_are_skipped() throws Exception {
        for (String flag : List.of("skipITs", "skipTests", "maven.test.skip", "contract.skip")) {
            pom = new Pom(folder).property(flag, "true");
            start("", "");
            assertThat(Started.in(pom.project())).isEmpty();
        }
    }

    @Test
    void a_database_parameter_is_the_hook_property_of_its_name() {
        assertThat(check("<database>url</database><strict>true</strict><hookProperties><mine>1</mine></hookProperties>")
                        .hookSettings()
                        .properties())
                .containsOnlyKeys("mine", "database", "strict")
                .containsEntry("database", "url");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void a_command_may_print_the_document() throws Exception {
        Files.writeString(folder.resolve("api.json"), StartedService.DOCUMENT);
        start("", "");
        check("<specCommand>echo loading >&amp;2; cat api.json</specCommand>").execute();
        assertThat(log().resolveSibling("spec-command.log")).hasContent("loading");
        assertThatThrownBy(() -> check("<specCommand>echo half; echo no module api >&amp;2; exit 1</specCommand>")
                        .execute())
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining(
                        "specCommand: the command failed with exit code 1: echo half; echo no module api >&2;"
                                + " exit 1")
                .hasMessageEndingWith("\n    no module api");
        assertThatThrownBy(() ->
                        check("<spec>a</spec><specCommand>b</specCommand>").execute())
                .hasMessageContaining("spec and specCommand contradict each other");
    }

    @Test
    void without_a_spec_and_a_service_it_is_said_what_is_missing() {
        assertThatThrownBy(() -> check("").execute())
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("spec: is missing. Write where the OpenAPI document is");
    }

    @Test
    void what_cannot_be_meant_is_told_before_anything_starts() {
        assertThatThrownBy(() -> start("<command>x</command>", ""))
                .hasMessageContaining("service/command and service/mainClass contradict each other");
        assertThatThrownBy(() -> start("<readyUrl>health</readyUrl>", ""))
                .hasMessageContaining(
                        "service/readyUrl: 'health' is not allowed: write a path such as /actuator/health");
        assertThatThrownBy(() -> start("<readyLog>(</readyLog>", "")).hasMessageContaining("service/readyLog: '('");
        assertThatThrownBy(() -> start("<port>0</port>", "")).hasMessageContaining("service/port: '0' is not allowed");
        assertThatThrownBy(() -> start("<jvmArguments><a>-D@{contract.jdbcUrl}</a></jvmArguments>", ""))
                .hasMessageContaining("service/jvmArguments: nothing gives a value for @{contract.jdbcUrl}.");
        assertThatThrownBy(() -> pom.fill(new StartMojo(), "start", "").execute())
                .hasMessageContaining("service: is missing, and this project has no class with a main method");
        assertThatCode(() -> Started.in(pom.project())).doesNotThrowAnyException();
        assertThat(children()).isEmpty();
    }

    @Test
    void isolation_is_one_of_four() {
        assertThat(pom.run(new CheckMojo(), "check", "<isolation>phase</isolation>")
                        .limits()
                        .isolation())
                .hasValueSatisfying(i -> assertThat(i).hasToString("phase"));
        assertThatThrownBy(() -> pom.run(new CheckMojo(), "check", "<isolation>all</isolation>")
                        .limits())
                .isInstanceOf(ContractException.class)
                .hasMessage("isolation: 'all' is not allowed: write none, phase, operation or scenario");
    }
}
