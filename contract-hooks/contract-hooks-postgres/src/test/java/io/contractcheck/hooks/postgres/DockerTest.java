package io.contractcheck.hooks.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.testcontainers.containers.ContainerFetchException;

class DockerTest {
    private static final String MESSAGE =
            "Can't get Docker image: RemoteDockerImage(imageName=shop/postgres:17, imagePullPolicy=x())";

    @Test
    void of_several_causes_the_innermost_that_says_something_is_told() {
        Exception refused =
                new IllegalStateException("registry says no.\n  Log in.", new NullPointerException("internal"));
        assertThat(Docker.why(new ContainerFetchException(MESSAGE, refused))).isEqualTo("registry says no. Log in");
        assertThat(Docker.why(new ContainerFetchException(MESSAGE))).isEqualTo("no reason is given");
    }

    @Test
    void the_image_that_is_missing_is_known() {
        assertThat(Docker.image(new ContainerFetchException(MESSAGE))).contains("shop/postgres:17");
        assertThat(Docker.image(new ContainerFetchException("gone"))).isEmpty();
    }
}
