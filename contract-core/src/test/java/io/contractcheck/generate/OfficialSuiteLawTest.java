package io.contractcheck.generate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.harrel.jsonschema.Dialects;
import dev.harrel.jsonschema.SchemaResolver;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import io.contractcheck.generate.walk.SchemaWalk;
import io.contractcheck.generate.walk.WalkedValue;
import io.contractcheck.json.Documents;
import io.contractcheck.json.Json;
import io.contractcheck.schema.Dialect;
import io.contractcheck.schema.Direction;
import io.contractcheck.schema.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * For every schema of the required tests of the official suite: what is generated as valid is valid, and what is generated as invalid is
 * not, to a validator that is not ours. A schema that has a value by the suite has one by us.
 */
class OfficialSuiteLawTest {
    private static final String SUITE = "/json-schema-test-suite/";
    private static final String REMOTES = "http://localhost:1234/";
    private static final int DRAWN = 5;
    private static final int WALKED = 400;

    @TestFactory
    Stream<DynamicTest> draft_2020_12() {
        ValidatorFactory judges = new ValidatorFactory().withDefaultDialect(new Dialects.Draft2020Dialect());
        return laws("draft2020-12", Dialect.DRAFT_2020_12, judges);
    }

    @TestFactory
    Stream<DynamicTest> draft_4_as_openapi_3_0() {
        ValidatorFactory judges = new ValidatorFactory().withDefaultDialect(new Dialects.Draft4Dialect());
        return laws("draft4", Dialect.OPENAPI_3_0, judges);
    }

    private static Stream<DynamicTest> laws(String draft, Dialect dialect, ValidatorFactory judges) {
        judges.withJsonNodeFactory(new JacksonNode.Factory())
                .withDisabledSchemaValidation(true)
                .withSchemaResolver(uri -> remote(uri)
                        .map(bytes -> SchemaResolver.Result.fromString(new String(bytes, StandardCharsets.UTF_8)))
                        .orElse(SchemaResolver.Result.empty()));
        List<String> exceptions =
                text("/official-suite-law-exceptions.txt").lines().toList();
        List<DynamicTest> tests = new ArrayList<>();
        for (Path file : files("tests/" + draft)) {
            for (JsonNode group : Json.parse(read(file))) {
                String name = "%s/%s: %s"
                        .formatted(
                                draft,
                                file.getFileName(),
                                group.path("description").asText());
                tests.add(DynamicTest.dynamicTest(name, () -> {
                    List<String> flaws = flaws(file, group, dialect, judges.createValidator());
                    if (exceptions.contains(name)) {
                        assertThat(flaws)
                                .as("%s is listed as an exception", name)
                                .isNotEmpty();
                    } else {
                        assertThat(flaws)
                                .as("%s: %s", name, group.path("schema"))
                                .isEmpty();
                    }
                }));
            }
        }
        List<String> names = tests.stream().map(DynamicTest::getDisplayName).toList();
        tests.add(DynamicTest.dynamicTest(
                draft + ": every exception is a schema of the suite",
                () -> assertThat(names)
                        .containsAll(exceptions.stream()
                                .filter(line -> line.startsWith(draft + "/"))
                                .toList())));
        return tests.stream();
    }

    private static List<String> flaws(Path file, JsonNode group, Dialect dialect, Validator judge) {
        URI uri = URI.create("suite:/" + file.getFileName());
        JsonNode written = group.path("schema");
        Documents documents = new Documents(
                        address -> remote(address.toString()).orElseThrow(() -> new IOException("not there")))
                .replace(uri, written);
        Schema schema = Schema.of(documents.root(uri), dialect, Direction.REQUEST);
        URI known = judge.registerSchema(uri, written);
        List<String> flaws = new ArrayList<>();
        long drawn = 0;
        try {
            List<JsonNode> values = Drawn.from(schema, TextRules.ANY, DRAWN, 1);
            drawn = values.size();
            values.stream()
                    .filter(value -> !judge.validate(known, value).isValid())
                    .forEach(value -> flaws.add("drawn, but not valid: " + value));
        } catch (UnsatisfiableException | io.contractcheck.json.ReferenceException e) {
            // whether there is a value is asked below
        }
        List<WalkedValue> walked = SchemaWalk.of(schema).limit(WALKED).toList();
        walked.stream()
                .filter(w -> !w.keyword().equals(Optional.of("format")))
                .filter(w -> judge.validate(known, w.value()).isValid() != w.valid())
                .forEach(w -> flaws.add("mislabelled: " + w));
        boolean satisfiable = group.path("tests")
                .valueStream()
                .anyMatch(test -> test.path("valid").booleanValue());
        if (satisfiable && (drawn == 0 || walked.stream().noneMatch(WalkedValue::valid))) {
            flaws.add("there is a valid value, but none was found");
        }
        return flaws;
    }

    private static Optional<byte[]> remote(String address) {
        if (!address.startsWith(REMOTES)) {
            return Optional.empty();
        }
        String path = address.substring(REMOTES.length()).replaceFirst("#.*", "");
        try (InputStream content = OfficialSuiteLawTest.class.getResourceAsStream(SUITE + "remotes/" + path)) {
            return content == null ? Optional.empty() : Optional.of(content.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The required tests: those of the folder itself. */
    private static List<Path> files(String folder) {
        try (Stream<Path> files =
                Files.list(Path.of(Objects.requireNonNull(OfficialSuiteLawTest.class.getResource(SUITE + folder))
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
            throw new UncheckedIOException(e);
        }
    }

    private static String text(String name) {
        try (InputStream content = Objects.requireNonNull(OfficialSuiteLawTest.class.getResourceAsStream(name))) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
