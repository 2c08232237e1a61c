package io.contractcheck.maven;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import org.apache.maven.project.MavenProject;

/** Where {@code classpath:} documents are looked for: the project's classes and test classes, then the plugin's own class path. */
final class Classpath {
    private Classpath() {}

    static ClassLoader of(MavenProject project, ClassLoader plugin) {
        if (project.getBasedir() == null) {
            return plugin;
        }
        try {
            URL[] folders = {
                Path.of(project.getBuild().getOutputDirectory()).toUri().toURL(),
                Path.of(project.getBuild().getTestOutputDirectory()).toUri().toURL()
            };
            return new URLClassLoader(folders, plugin);
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
