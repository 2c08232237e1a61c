package io.contractcheck.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contractcheck.ContractException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;

class RecordingsTest {
    private final MavenProject project = new MavenProject();

    @Test
    void runs_are_remembered_in_order_for_whoever_asks_of_the_same_project() {
        new Recordings(project).add("b", Path.of("x"));
        new Recordings(project).add("a", Path.of("y"));
        assertThat(new Recordings(project).read()).containsExactly(Map.entry("b", "x"), Map.entry("a", "y"));
        assertThat(new Recordings(new MavenProject()).read()).isEmpty();
    }

    @Test
    void two_executions_cannot_write_to_one_folder() {
        Recordings recordings = new Recordings(project);
        recordings.add("a", Path.of("x"));
        recordings.add("a", Path.of("x"));
        assertThatThrownBy(() -> recordings.add("b", Path.of("x")))
                .isInstanceOf(ContractException.class)
                .hasMessageContaining("reportsDirectory: the executions 'a' and 'b'");
    }

    @Test
    void what_could_not_begin_is_remembered_too() {
        new Recordings(project).refuse("b", "why");
        assertThat(new Recordings(project).refused()).containsEntry("b", "why");
        assertThat(new Recordings(project).read()).isEmpty();
    }
}
