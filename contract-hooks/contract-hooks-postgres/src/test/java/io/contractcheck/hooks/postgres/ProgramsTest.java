package io.contractcheck.hooks.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contractcheck.hook.HookException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ProgramsTest {
    @TempDir
    private Path folder;

    @Test
    void each_system_has_its_own() {
        assertThat(Programs.names("linux", "x86_64", false)).isEqualTo(List.of("postgres-linux-x86_64.txz"));
        assertThat(Programs.names("linux", "arm_64", true))
                .isEqualTo(List.of("postgres-linux-arm_64-alpine_linux.txz"));
    }

    @Test
    void they_are_unpacked_once_and_again_when_a_file_is_gone() throws Exception {
        Programs first = Programs.in(folder);
        Path program = Path.of(first.path("postgres"));
        assertThat(Files.isExecutable(program)).isTrue();
        Object made = Files.getLastModifiedTime(first.folder());
        assertThat(Programs.in(folder)).isEqualTo(first);
        assertThat(Files.getLastModifiedTime(first.folder())).isEqualTo(made);
        Files.delete(program);
        assertThat(Programs.in(folder)).isEqualTo(first);
        assertThat(program).exists();
    }

    @Test
    void builds_that_unpack_them_at_once_do_not_disturb_each_other() {
        List<CompletableFuture<Programs>> builds = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> Programs.in(folder)))
                .limit(2)
                .toList();
        assertThat(builds.get(0).join()).isEqualTo(builds.get(1).join());
        assertThat(builds.get(0).join().folder().getParent().toFile().list()).hasSize(1);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void a_folder_that_others_may_write_into_is_not_trusted() throws Exception {
        Path home = Programs.in(folder).folder().getParent();
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThatThrownBy(() -> Programs.in(folder))
                .isInstanceOf(HookException.class)
                .hasMessageContaining(home.toString())
                .hasMessageContaining("others may write into it");
    }
}
