package io.contractcheck.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.json.DocumentLoader;
import io.contractcheck.json.Documents;
import io.contractcheck.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The official test suite of JSON Schema: draft 4 read as OpenAPI 3.0 reads schemas, and 2020-12. */
class OfficialSuiteTest {
    private static final String SUITE = "/json-schema-test-suite/";

    @TestFactory
    Stream<DynamicTest> draft_2020_12() {
        return tests("draft2020-12", Dialect.DRAFT_2020_12);
    }

    @TestFactory
    Stream<DynamicTest> draft_4_as_openapi_3_0() {
        return tests("draft4", Dialect.OPENAPI_3_0);
    }

    private static Stream<DynamicTest> tests(String draft, Dialect dialect) {
        List<String> exceptions =
                read("/json-schema-test-suite-exceptions.txt").lines().toList();
        List<DynamicTest> tests = new ArrayList<>();
        for (Path file : files("tests/" + draft)) {
            for (JsonNode group : Json.parse(read(file))) {
                for (JsonNode test : group.path("tests")) {
                    String name = "%s/%s: %s: %s"
                            .formatted(
                                    draft,
                                    file.getFileName(),
                                    group.path("description").asText(),
                                    test.path("description").asText());
                    tests.add(DynamicTest.dynamicTest(
                            name,
                            () -> assertThat(rightly(file, group.path("schema"), dialect, test))
                                    .as(name)
                                    .isEqualTo(!exceptions.contains(name))));
                }
            }
        }
        return tests.stream();
    }

    private static boolean rightly(Path file, JsonNode schema, Dialect dialect, JsonNode test) {
        URI uri = URI.create("suite:/" + file.getFileName());
        Documents documents = new Documents(remotes()).replace(uri, schema);
        try {
            Schema read = Schema.of(documents.root(uri), dialect, Direction.REQUEST);
            boolean valid = read.validate(test.path("data")).isEmpty();
            assertThat(read.accepts(test.path("data"))).isEqualTo(valid);
            return valid == test.path("valid").booleanValue();
        } catch (io.contractcheck.json.ReferenceException e) {
            return false;
        }
    }

    private static DocumentLoader remotes() {
        return uri -> {
            if (!uri.toString().startsWith("http://localhost:1234/")) {
                throw new IOException("not there");
            }
            try (InputStream content = OfficialSuiteTest.class.getResourceAsStream(SUITE + "remotes" + uri.getPath())) {
                if (content == null) {
                    throw new IOException("not there");
                }
                return content.readAllBytes();
            }
        };
    }

    private static List<Path> files(String folder) {
        try (Stream<Path> files =
                Files.walk(Path.of(Objects.requireNonNull(OfficialSuiteTest.class.getResource(SUITE + folder))
                        .toURI()))) {
            return files.filter(f -> f.toString().endsWith(".json")).sorted().toList();
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String read(String name) {
        try (InputStream content = Objects.requireNonNull(OfficialSuiteTest.class.getResourceAsStream(name))) {
            return new String(content.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
