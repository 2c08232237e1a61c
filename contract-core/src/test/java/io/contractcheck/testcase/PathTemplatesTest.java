package io.contractcheck.testcase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PathTemplatesTest {
    private final PathTemplates templates = new PathTemplates();

    @Test
    void a_path_fits_every_template_of_its_shape() {
        templates.add("/users/{id}", List.of("GET", "PUT"));
        templates.add("/users/me", List.of("PATCH"));
        templates.add("/{a}/{b}", List.of("TRACE"));
        templates.add("/users", List.of("POST"));
        assertThat(templates.methods("/users/me")).containsExactlyInAnyOrder("GET", "PUT", "PATCH", "TRACE");
        assertThat(templates.methods("/users/7")).containsExactlyInAnyOrder("GET", "PUT", "TRACE");
        assertThat(templates.methods("/users")).containsExactly("POST");
        assertThat(templates.methods("/users/7/x")).isEmpty();
    }

    @Test
    void a_parameter_is_never_empty() {
        templates.add("/users/{id}", List.of("GET"));
        assertThat(templates.methods("/users/")).isEmpty();
    }

    @Test
    void a_segment_may_hold_text_beside_its_parameters() {
        templates.add("/files/{name}.{type}", List.of("GET"));
        templates.add("/files/v{n}", List.of("PUT"));
        assertThat(templates.methods("/files/a.pdf")).containsExactly("GET");
        assertThat(templates.methods("/files/v1")).containsExactly("PUT");
        assertThat(templates.methods("/files/v1.pdf")).containsExactlyInAnyOrder("GET", "PUT");
        assertThat(templates.methods("/files/apdf")).isEmpty();
    }

    @Test
    void templates_are_compared_as_they_are_sent() {
        templates.add("/my shop?x=1", List.of("GET"));
        assertThat(templates.methods("/my%20shop")).containsExactly("GET");
    }
}
