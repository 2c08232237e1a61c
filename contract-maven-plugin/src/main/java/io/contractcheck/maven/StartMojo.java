package io.contractcheck.maven;

import io.contractcheck.ContractException;
import io.contractcheck.http.Secrets;
import io.contractcheck.service.Cleanup;
import io.contractcheck.service.LateValues;
import io.contractcheck.service.ServiceException;
import io.contractcheck.service.ServiceSettings;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Starts what the service needs and then the service, waits until it is ready, and leaves it running for the goals that follow in this project.
 * First the hooks that provide something, such as a database, then the {@code setUp} commands in their order, then the service. What fails is
 * an error of the build with the last lines of the log, and all that was started before is stopped.
 *
 * <p>In the parameters of this goal, and in {@code spec}, {@code specCommand}, {@code baseUrl}, {@code serviceLog} and {@code hookProperties} of
 * the goals that follow, <code>&#64;{contract.port}</code> stands for a free port that is picked for the service,
 * <code>&#64;{contract.port.NAME}</code> for further ones, and <code>&#64;{contract.jdbcUrl}</code>, <code>&#64;{contract.databaseUser}</code> and
 * so on for what the hooks provide.
 *
 * <p>{@code contract:stop} ends it all. If the build fails before, the end of the project does; and if Maven is killed, a small process that
 * watches it.
 */
@Mojo(
        name = "start",
        defaultPhase = LifecyclePhase.PRE_INTEGRATION_TEST,
        requiresDependencyResolution = ResolutionScope.RUNTIME,
        threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven fills the fields
public final class StartMojo extends HookedMojo {
    private static final List<String> LEFT_OUT = List.of("spring-boot-devtools", "spring-boot-docker-compose");
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    /**
     * The service: {@code <command>} for {@code sh}, or {@code cmd} on Windows, which must stay in the foreground; or {@code <jar>}, a jar that
     * names its main class; or {@code <mainClass>}, with the project's classes and runtime dependencies on its class path, and those of
     * {@code <classPath>} before them. With none of them, Quarkus's {@code quarkus-app/quarkus-run.jar}, else the project's class with
     * {@code @SpringBootApplication}, else its only class with a main method; nothing need be packaged for that. The property, and an element
     * without others in it, is a command.
     *
     * <p>Of a jar or class also {@code <jvmArguments>}, {@code <arguments>} and {@code <java>}, the program that runs it, by default that of
     * Maven's JDK. Of all: {@code <environment>}, variables by name; {@code <workingDirectory>}, by default the project's folder;
     * {@code <port>}, if it cannot listen on any; and by what one knows that it is ready: {@code <readyUrl>}, a URL or a path on its port, answered
     * with a status below 400, or with 400, 401, 403 or 405; {@code <readyLog>}, a regular expression that is found in a line of its log;
     * {@code <readyPort>}, a port that is open. By default its own port is waited for.
     *
     * <p>Where nothing here has <code>&#64;{contract.port}</code>, the service is told of its port by the variables {@code PORT},
     * {@code SERVER_PORT}, {@code QUARKUS_HTTP_PORT} and {@code MICRONAUT_SERVER_PORT}, and to listen on 127.0.0.1 by {@code HOST},
     * {@code SERVER_ADDRESS}, {@code QUARKUS_HTTP_HOST} and {@code MICRONAUT_SERVER_HOST}; and where nothing has a placeholder of the database, of
     * that by {@code SPRING_DATASOURCE_URL}, {@code _USERNAME} and {@code _PASSWORD}, and Quarkus's likewise.
     */
    @Parameter(property = "contract.service")
    private @Nullable ServiceParameter service;

    /**
     * Commands that are run before the service, in this order, each to its end, with the service's environment and in its working directory: such
     * as one that migrates and one that seeds the database. Each has a log of its own, {@code set-up-1.log} and so on. One that ends with
     * another code than 0 is an error.
     */
    @Parameter(property = "contract.setUp")
    private @Nullable Lines setUp;

    /** How long each of the {@code setUp} commands may take. */
    @Parameter(property = "contract.setUpTimeout", defaultValue = "5m")
    private String setUpTimeout;

    /** How long the service may take until it is ready. */
    @Parameter(property = "contract.startTimeout", defaultValue = "2m")
    private String startTimeout;

    /** How long the service may take to end after it was asked to (SIGTERM), before it and all processes that it started are killed. */
    @Parameter(property = "contract.stopTimeout", defaultValue = "10s")
    private String stopTimeout;

    /**
     * Where {@code service.log} goes, and the logs of {@code setUp}. By default {@code target/contract-reports}, and in it a folder of the
     * execution's id for executions that have one.
     */
    @Parameter(property = "contract.reportsDirectory")
    private @Nullable String reportsDirectory;

    /** Skips contract tests, and then starts nothing. */
    @Parameter(property = "contract.skip", defaultValue = "false")
    private boolean skip;

    /** Skips integration tests, and contract tests with them. */
    @Parameter(property = "skipITs", defaultValue = "false")
    private boolean skipITs;

    /** Skips running tests, and contract tests with them. */
    @Parameter(property = "skipTests", defaultValue = "false")
    private boolean skipTests;

    /** Skips all about tests. */
    @Parameter(property = "maven.test.skip", defaultValue = "false")
    private boolean mavenTestSkip;

    /** For Maven, which makes it. */
    public StartMojo() {}

    @Override
    public void execute() throws MojoExecutionException {
        if (Skip.by(skip, skipITs, skipTests, mavenTestSkip, getLog())) {
            return;
        }
        if (Started.in(project()).isPresent()) {
            throw new MojoExecutionException("contract:start has started the service of this project already. Let"
                    + " contract:stop run before it is started again.");
        }
        Cleanup cleanup = new Cleanup();
        Thread hook = new Thread(
                () -> Started.in(project()).ifPresentOrElse(s -> s.stopAfterUse(PATIENCE.toMillis()), cleanup::close),
                "contract-service-end");
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException e) {
            return; // Maven is ending
        }
        boolean well = false;
        try {
            start(cleanup, () -> remove(hook));
            well = true;
        } catch (ContractException | ServiceException e) {
            throw new MojoExecutionException("The service could not be started: " + e.getMessage(), e);
        } finally {
            if (!well) {
                remove(hook);
                cleanup.close();
            }
        }
    }

    private void start(Cleanup cleanup, Runnable ended) {
        lost(List.of("service", "setUp"));
        LateValues values = LateValues.picking();
        ServiceConfiguration configuration =
                new ServiceConfiguration(service == null ? new ServiceParameter() : service, base(), new Own(), values);
        configuration.check();
        Starting starting = new Starting(
                new Console(getLog()),
                Directories.of(reportsDirectory, project(), execution()),
                configuration,
                setUp == null ? List.of() : setUp.all(),
                new Starting.Times(
                        Values.duration("setUpTimeout", setUpTimeout).orElse(Starting.Times.SET_UP),
                        Values.duration("startTimeout", startTimeout).orElse(ServiceSettings.DEFAULT_START_TIMEOUT),
                        Values.duration("stopTimeout", stopTimeout).orElse(ServiceSettings.DEFAULT_STOP_TIMEOUT)),
                new Secrets(),
                cleanup);
        Started started = with(hooks -> starting.start(hooks, hookSettings(), project(), ended));
        BuildEnd.of(session(), project(), started::stop);
    }

    private static void remove(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // it is running just now
        }
    }

    /** What this project has that can be run. */
    private final class Own implements ServiceConfiguration.Runnables {
        @Override
        public Optional<String> mainClass() {
            String startClass =
                    project().getProperties().getProperty("start-class", "").trim();
            return startClass.isEmpty() ? new ProjectClasses(classes()).mainClass() : Optional.of(startClass);
        }

        @Override
        public Optional<Path> jar() {
            return Optional.of(Path.of(project().getBuild().getDirectory(), "quarkus-app", "quarkus-run.jar"))
                    .filter(Files::isRegularFile);
        }

        @Override
        public List<Path> classPath() {
            List<Path> path = new ArrayList<>(List.of(classes()));
            for (Artifact artifact : project().getArtifacts()) {
                File file = artifact.getFile();
                boolean runs = artifact.getArtifactHandler().isAddedToClasspath()
                        && List.of(Artifact.SCOPE_COMPILE, Artifact.SCOPE_RUNTIME, Artifact.SCOPE_SYSTEM)
                                .contains(String.valueOf(artifact.getScope()));
                // As Spring Boot's own plugin: these are for whoever works on the service
                if (file != null && runs && !LEFT_OUT.contains(artifact.getArtifactId())) {
                    path.add(file.toPath());
                }
            }
            return path;
        }

        private Path classes() {
            return Path.of(project().getBuild().getOutputDirectory());
        }
    }
}
