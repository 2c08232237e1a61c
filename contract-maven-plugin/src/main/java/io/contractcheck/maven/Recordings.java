package io.contractcheck.maven;

import io.contractcheck.ContractException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.maven.project.MavenProject;

/** What runs of this build recorded in a project, for the verify goal: folders by execution. */
final class Recordings {
    private static final String KEY = Recordings.class.getName();
    private static final String REFUSED = KEY + ".refused";
    private final MavenProject project;

    Recordings(MavenProject project) {
        this.project = project;
    }

    /**
     * Remembers a run.
     *
     * @throws ContractException if another execution writes to the same folder
     */
    void add(String executionId, Path directory) {
        Map<String, String> recorded = read();
        recorded.forEach((id, path) -> {
            if (!id.equals(executionId) && path.equals(directory.toString())) {
                throw new ContractException("reportsDirectory: the executions '" + id + "' and '" + executionId
                        + "' would both write to " + directory + ". Give each its own, or leave the parameter out.");
            }
        });
        recorded.put(executionId, directory.toString());
        // Plain text only: another execution of this plugin may have its own class loader
        project.setContextValue(KEY, recorded);
    }

    /** Remembers that an execution could not even begin; verify fails for it, after the service was stopped. */
    void refuse(String executionId, String reason) {
        Map<String, String> refused = refused();
        refused.put(executionId, reason);
        project.setContextValue(REFUSED, refused);
    }

    /** Why executions could not begin. */
    Map<String, String> refused() {
        return texts(REFUSED);
    }

    /** The folders, in order of their runs. */
    Map<String, String> read() {
        return texts(KEY);
    }

    private Map<String, String> texts(String key) {
        Map<String, String> copy = new LinkedHashMap<>();
        if (project.getContextValue(key) instanceof Map<?, ?> known) {
            known.forEach((id, path) -> copy.put(String.valueOf(id), String.valueOf(path)));
        }
        return copy;
    }
}
