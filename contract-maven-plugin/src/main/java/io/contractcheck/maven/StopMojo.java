package io.contractcheck.maven;

import io.contractcheck.service.ServiceException;
import java.time.Duration;
import java.util.Optional;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/**
 * Stops what {@code contract:start} started in this project: the service with all processes that it started, then what hooks provide, such as a
 * database. Waits until it is gone. Does nothing where nothing was started.
 */
@Mojo(name = "stop", defaultPhase = LifecyclePhase.POST_INTEGRATION_TEST, threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven fills the fields
public final class StopMojo extends AbstractMojo {
    @Parameter(defaultValue = "${project}", readonly = true)
    private MavenProject project;

    /** For Maven, which makes it. */
    public StopMojo() {}

    @Override
    public void execute() throws MojoExecutionException {
        // Whatever is skipped by now: what runs has to end
        Optional<Started> started = Started.in(project);
        if (started.isEmpty()) {
            return;
        }
        long begin = System.nanoTime();
        try {
            started.get().stop();
        } catch (ServiceException e) {
            throw new MojoExecutionException("The service could not be stopped: " + e.getMessage(), e);
        }
        getLog().info("Service: stopped after " + Texts.seconds(Duration.ofNanos(System.nanoTime() - begin)));
    }
}
