package io.contractcheck.maven;

import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** Where an execution's journal and reports go. */
final class Directories {
    private static final List<String> UNNAMED = List.of("default", "default-cli");

    private Directories() {}

    static Path of(@Nullable String configured, MavenProject project, MojoExecution execution) {
        Path base = project.getBasedir() == null
                ? Path.of("").toAbsolutePath()
                : project.getBasedir().toPath();
        if (configured != null && !configured.isBlank()) {
            return base.resolve(configured).normalize();
        }
        Path build = project.getBasedir() == null
                ? base.resolve("target")
                : Path.of(project.getBuild().getDirectory());
        Path reports = build.resolve("contract-reports");
        String id = execution.getExecutionId();
        return id == null || UNNAMED.contains(id) || id.startsWith("default-") ? reports : reports.resolve(id);
    }
}
