package io.contractcheck.hooks.postgres;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.dockerjava.api.model.Container;
import java.util.Arrays;
import java.util.List;
import org.testcontainers.DockerClientFactory;

/** The Docker of this machine, if it has one with an image of PostgreSQL. */
final class Sockets {
    private Sockets() {}

    /** Skips the test, with the reason told, where none answers or where its image would have to be fetched. */
    static void assumeDocker() {
        String image = Settings.of(TestContext.of()).databaseImage();
        try {
            Docker.find();
        } catch (RuntimeException e) {
            assumeTrue(false, e.getMessage());
        }
        assumeTrue(Docker.has(image), "Docker has no image " + image + " (docker pull " + image + ")");
    }

    /** The names of the containers of a user's databases, running or not. */
    static List<String> containersOf(String user) {
        return DockerClientFactory.lazyClient().listContainersCmd().withShowAll(true).exec().stream()
                .map(Container::getId)
                .filter(id -> isOf(user, id))
                .toList();
    }

    private static boolean isOf(String user, String id) {
        try {
            String[] environment = DockerClientFactory.lazyClient()
                    .inspectContainerCmd(id)
                    .exec()
                    .getConfig()
                    .getEnv();
            return environment != null && Arrays.asList(environment).contains("POSTGRES_USER=" + user);
        } catch (com.github.dockerjava.api.exception.NotFoundException e) {
            return false; // it was removed meanwhile
        }
    }
}
