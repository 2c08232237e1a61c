package io.contractcheck.hooks.postgres;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import io.contractcheck.hook.HookException;
import io.contractcheck.service.Keeper;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.testcontainers.containers.ContainerFetchException;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** A PostgreSQL server in a container, for one run, started by Testcontainers. */
final class Container {
    private static final String LOOPBACK = "127.0.0.1";

    private Container() {}

    /**
     * Starts one of an image.
     *
     * @throws HookException if it cannot be started; then nothing of it is left
     */
    static Database open(Settings settings, DockerImageName image) {
        // Testcontainers looks for parts of itself through it, and the project under test may have another version
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(Container.class.getClassLoader());
        try {
            return start(settings, image);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private static Database start(Settings settings, DockerImageName image) {
        Docker docker = Docker.find();
        if (Docker.has(settings.databaseImage())) {
            Quiet.containers(); // else users see why it takes so long
        }
        String name = "contract-postgres-" + Names.random().substring(0, 12);
        PostgreSQLContainer container = new PostgreSQLContainer(image)
                .withDatabaseName(Names.DATABASE)
                .withUsername(settings.databaseUser().orElse(Names.USER))
                .withPassword(settings.databasePassword().orElseGet(Names::random))
                .withCreateContainerCmdModifier(command -> prepare(command, name, settings, docker.local()));
        // What is lost when the machine goes down is lost with the run anyway
        container.setCommand(
                "postgres", "-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off");
        Optional<Keeper> keeper = docker.socket().map(socket -> keep(socket, name));
        Runnable close = () -> {
            try {
                container.stop();
                keeper.ifPresent(Keeper::close);
            } catch (RuntimeException | LinkageError e) {
                keeper.ifPresent(Keeper::act);
            }
        };
        try {
            container.start();
            String host = docker.local() ? LOOPBACK : container.getHost();
            Address address =
                    Address.of(host, container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT), Names.DATABASE);
            String version = new Login(address, container.getUsername(), container.getPassword()).version();
            return new Database(
                    Settings.Kind.TESTCONTAINERS,
                    "PostgreSQL " + version + " in a container (image " + settings.databaseImage() + ") at "
                            + address.text(),
                    address,
                    container.getUsername(),
                    container.getPassword(),
                    close);
        } catch (ContainerFetchException e) {
            close.run();
            throw new HookException(cannotPull(e, settings), e);
        } catch (RuntimeException | SQLException e) {
            String log = Docker.lastLines(container);
            close.run();
            String port = settings.databasePort()
                    .filter(p -> Docker.why(e).contains(Integer.toString(p)))
                    .map(p -> "databasePort: port " + p + " may be taken: ")
                    .orElse("");
            throw new HookException(
                    port + "no PostgreSQL can be started in a container of the image " + settings.databaseImage() + ": "
                            + Docker.why(e) + log,
                    e);
        }
    }

    /** Testcontainers has a second image, by which it cleans up. */
    private static String cannotPull(ContainerFetchException e, Settings settings) {
        String image = Docker.image(e).orElse(settings.databaseImage());
        String advice = image.contains("ryuk")
                ? "set TESTCONTAINERS_RYUK_DISABLED to true in the environment, since it is not needed here"
                : "look at databaseImage, and whether its registry can be reached from here";
        return "the image " + image + " cannot be pulled (" + Docker.why(e) + "): " + advice;
    }

    /**
     * The image that is wanted.
     *
     * @throws HookException if its name can be none
     */
    static DockerImageName image(Settings settings) {
        try {
            DockerImageName image = DockerImageName.parse(settings.databaseImage());
            image.assertValid();
            return image.asCompatibleSubstituteFor("postgres");
        } catch (IllegalArgumentException e) {
            throw new HookException(
                    "databaseImage: '" + settings.databaseImage() + "' is no name of an image: " + e.getMessage(), e);
        }
    }

    /** Where a container's ports are this machine's, nobody else need see them. */
    private static void prepare(CreateContainerCmd command, String name, Settings settings, boolean local) {
        command.withName(name);
        if (local || settings.databasePort().isPresent()) {
            String port = settings.databasePort().map(p -> Integer.toString(p)).orElse(null);
            HostConfig host = command.getHostConfig() == null ? new HostConfig() : command.getHostConfig();
            command.withHostConfig(host.withPortBindings(new PortBinding(
                    new Ports.Binding(local ? LOOPBACK : null, port),
                    ExposedPort.tcp(PostgreSQLContainer.POSTGRESQL_PORT))));
        }
    }

    /** Testcontainers has its own for that, which is a container and may be switched off. */
    private static Keeper keep(Path socket, String name) {
        Keeper keeper = Keeper.start();
        keeper.request(socket, "DELETE", "/containers/" + name + "?force=true&v=true");
        keeper.request(socket, "POST", "/containers/" + name + "/kill"); // done first, so that nothing is waited for
        return keeper;
    }
}
