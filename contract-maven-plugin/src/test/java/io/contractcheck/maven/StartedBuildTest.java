package io.contractcheck.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class StartedBuildTest {
    private static final String CLASS_PATH =
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

    @TempDir
    private Path folder;

    private Process build;
    private List<String> lines;

    /** Up to where it waits before the goal stop. */
    @BeforeEach
    void begin() throws Exception {
        Path services = folder.resolve("hooks/META-INF/services/io.contractcheck.hook.Hook");
        Files.createDirectories(services.getParent());
        Files.writeString(services, Backend.class.getName());
        build = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        folder.resolve("hooks") + File.pathSeparator + CLASS_PATH,
                        StartedBuild.class.getName(),
                        folder.toString(),
                        CLASS_PATH)
                .redirectErrorStream(true)
                .start();
        lines = new ArrayList<>();
        BufferedReader reader = build.inputReader(StandardCharsets.UTF_8);
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            lines.add(line);
            if (line.equals("tested")) {
                return;
            }
        }
        throw new AssertionError(String.join("\n", lines));
    }

    @AfterEach
    void end() {
        build.descendants().forEach(ProcessHandle::destroyForcibly);
        build.destroyForcibly();
    }

    /** Two services, each with its keeper. */
    private List<ProcessHandle> running() {
        List<ProcessHandle> all = build.descendants().toList();
        assertThat(all).hasSize(4);
        return all;
    }

    @Test
    void what_a_hook_opens_reaches_commands_and_service_and_is_closed_after_the_service() throws Exception {
        List<ProcessHandle> all = running();
        build.outputWriter().write("\n");
        build.outputWriter().flush();
        lines.addAll(build.inputReader().lines().toList());
        assertThat(build.waitFor()).isZero();
        assertThat(lines)
                .anyMatch(l -> l.matches("\\[info] Hook Backend: backend on port \\d+ with \\$\\{BACKEND_KEY}"))
                .contains("[info] Set-up 1 of 1: echo seed ${BACKEND_KEY}", "stopped")
                .anyMatch(l -> l.contains("Document: found at http://127.0.0.1:"))
                .noneMatch(l -> l.contains("no hook asked for"))
                .noneMatch(l -> l.contains(Backend.KEY));
        assertThat(folder.resolve("target/contract-reports/service.log"))
                .content()
                .matches("counting for \\d+ " + Backend.KEY + "\\R");
        assertThat(all).noneMatch(ProcessHandle::isAlive);
    }

    @Test
    void a_build_that_is_killed_leaves_nothing() throws Exception {
        List<ProcessHandle> all = running();
        build.destroyForcibly().waitFor();
        for (ProcessHandle process : all) {
            process.onExit().get(30, TimeUnit.SECONDS);
        }
        assertThat(all).noneMatch(ProcessHandle::isAlive);
    }
}
