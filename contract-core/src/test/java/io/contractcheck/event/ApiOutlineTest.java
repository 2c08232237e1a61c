package io.contractcheck.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.contractcheck.auth.Callers;
import io.contractcheck.json.Documents;
import io.contractcheck.json.Yaml;
import io.contractcheck.link.LinkGraph;
import io.contractcheck.openapi.Api;
import io.contractcheck.openapi.ApiReader;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ApiOutlineTest {
    private static final String TASKS = """
            openapi: 3.0.3
            info: {title: Tasks, version: '1'}
            components: {schemas: {Task: {type: object, properties: {id: {type: string}}}}}
            paths:
              /tasks:
                post:
                  responses:
                    '201': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Task'}}}}
              /tasks/{taskId}/jobs/{jobId}:
                parameters:
                  - {name: taskId, in: path, required: true, schema: {type: string}}
                  - {name: jobId, in: path, required: true, schema: {type: string}}
                get: {responses: {'200': {description: ok}}}
            """;

    @Test
    void it_says_of_what_names_a_resource_which_operations_bring_it() {
        Api api = ApiReader.read(Documents.of(URI.create("file:///tasks.yaml"), Yaml.parse(TASKS))
                .root(URI.create("file:///tasks.yaml")));
        ApiOutline outline = ApiOutline.of(api, Callers.NONE, LinkGraph.of(api));
        assertThat(outline.operations())
                .extracting(ApiOutline.Call::needs)
                .containsExactly(Map.of(), Map.of("taskId", List.of("POST /tasks"), "jobId", List.of()));
    }
}
