package io.contractcheck.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.contractcheck.json.Json;
import io.contractcheck.json.Yaml;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the page on sharing a run says is so. Kubernetes is played: each pod is a process with the variables that the manifest and an Indexed
 * Job give it, and the command that the manifest has, with Maven's own part in it.
 */
class SharingPageTest {
    private static final Path PAGE = Path.of("..", "src", "site", "markdown", "sharding.md");
    private static final Pattern BLOCK = Pattern.compile("(?s)```(yaml|sh)\\n(.*?)```");
    private static final Pattern PROPERTY = Pattern.compile("-D(contract\\.[a-zA-Z]+)");
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final String CLASS_PATH =
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    private static final String DOCUMENT = """
            openapi: 3.0.3
            info: {title: Bookshop, version: '1'}
            paths:
              /books:
                get:
                  parameters: [{name: limit, in: query, schema: {type: integer, minimum: 1, maximum: 9}}]
                  responses: {'200': {description: books, content: {application/json: {schema: {type: array}}}}, '400': {description: no}}
                post:
                  requestBody: {required: true, content: {application/json: {schema: {type: object, required: [title], properties: {title: {type: string, minLength: 1}}}}}}
                  responses: {'201': {description: made}, '400': {description: no}}
            """;

    @TempDir
    private Path folder;

    private static List<String> blocks(String language) throws IOException {
        return BLOCK.matcher(Files.readString(PAGE))
                .results()
                .filter(b -> b.group(1).equals(language))
                .map(b -> b.group(2))
                .toList();
    }

    private static JsonNode manifest() throws IOException {
        return blocks("yaml").stream()
                .map(Yaml::parse)
                .filter(y -> y.path("kind").asText().equals("Job"))
                .findFirst()
                .orElseThrow()
                .get("spec");
    }

    /** Answers by the request alone, and breaks the contract here and there. */
    private static HttpServer service() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", SharingPageTest::answer);
        server.start();
        return server;
    }

    private static void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        boolean post = exchange.getRequestMethod().equals("POST");
        boolean get = exchange.getRequestMethod().equals("GET");
        int status = !post && !get ? 405 : post ? body.length > 20 ? 500 : 201 : 200;
        byte[] said = (get ? "[]" : "{}").getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        if (status == 405) {
            exchange.getResponseHeaders().set("Allow", "GET, POST");
        }
        boolean bare = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, bare ? -1 : said.length);
        if (!bare) {
            exchange.getResponseBody().write(said);
        }
        exchange.close();
    }

    private Map<String, String> variables(JsonNode container, String url, int index) {
        Map<String, String> variables = new LinkedHashMap<>();
        container
                .get("env")
                .forEach(v ->
                        variables.put(v.get("name").asText(), v.get("value").asText()));
        assertThat(variables).containsKey("BASE_URL");
        variables.put("BASE_URL", url);
        variables.put("JOB_COMPLETION_INDEX", Integer.toString(index));
        return variables;
    }

    /** The command with variables as Kubernetes fills them in, and the mounted volume as a folder here. */
    private List<String> command(JsonNode container, Map<String, String> variables) {
        List<String> command = new ArrayList<>();
        container.get("command").forEach(part -> command.add(part.asText()));
        container.get("args").forEach(part -> command.add(part.asText()));
        assertThat(command.remove(0)).isEqualTo("mvn");
        return command.stream().map(part -> here(filled(part, variables))).toList();
    }

    private static String filled(String text, Map<String, String> variables) {
        String filled = text;
        for (Map.Entry<String, String> variable : variables.entrySet()) {
            filled = filled.replace("$(" + variable.getKey() + ")", variable.getValue());
        }
        return filled;
    }

    private String here(String text) {
        return text.replace("=/reports", "=" + folder.resolve("reports"));
    }

    private Process pod(JsonNode container, String url, int index) throws IOException {
        Map<String, String> variables = variables(container, url, index);
        List<String> line = new ArrayList<>(
                List.of(JAVA, "-XX:TieredStopAtLevel=1", "-cp", CLASS_PATH, CommandLine.class.getName()));
        line.addAll(command(container, variables));
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("pod-" + index + ".log").toFile());
        builder.environment().putAll(variables);
        return builder.start();
    }

    private void merge() throws MojoExecutionException, MojoFailureException, IOException {
        String line = blocks("sh").stream()
                .flatMap(String::lines)
                .filter(l -> l.contains("contract:merge -D"))
                .findFirst()
                .orElseThrow();
        List<String> words = List.of(here(line).split(" "));
        CommandLine.run(folder, words.subList(1, words.size()));
    }

    private static String timeless(Path summary) throws IOException {
        ObjectNode root = (ObjectNode) Json.parse(Files.readString(summary));
        root.remove(List.of("startedAt", "elapsedMillis", "throttled"));
        root.get("phases").forEach(phase -> ((ObjectNode) phase).remove("elapsedMillis"));
        return root.toPrettyString().replaceAll("\"Date\" : \"[^\"]*\"", "");
    }

    @Test
    void the_manifest_makes_shards_that_merge_into_the_single_run() throws Exception {
        Files.writeString(folder.resolve("bookshop.yaml"), DOCUMENT);
        JsonNode job = manifest();
        JsonNode container = job.at("/template/spec/containers/0");
        int count = job.get("completions").asInt();
        assertThat(job.get("completionMode").asText()).isEqualTo("Indexed");
        HttpServer service = service();
        try {
            String url = "http://127.0.0.1:" + service.getAddress().getPort();
            assertThat(variables(container, url, 0)).containsEntry("JOB_COMPLETIONS", Integer.toString(count));
            List<Process> pods = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                pods.add(pod(container, url, i));
            }
            for (int i = 0; i < count; i++) {
                String log = "pod-" + i + ".log";
                assertThat(pods.get(i).waitFor())
                        .as(Files.readString(folder.resolve(log)))
                        .isZero();
                assertThat(Files.readString(folder.resolve(log)))
                        .contains("Shard " + (i + 1) + "/" + count)
                        .contains("contract:merge");
            }
            assertThatThrownBy(this::merge)
                    .isInstanceOf(MojoFailureException.class)
                    .hasMessageContaining("The service breaks its contract");
            List<String> single = new ArrayList<>(command(container, variables(container, url, 0)));
            single.removeIf(part -> part.contains("reportsDirectory"));
            single.add("-Dcontract.reportsDirectory=" + folder.resolve("single"));
            CommandLine.run(folder, single);
        } finally {
            service.stop(0);
        }
        assertThat(timeless(folder.resolve("reports/summary.json")))
                .isEqualTo(timeless(folder.resolve("single/summary.json")))
                .contains("not_a_server_error");
    }

    @Test
    void a_pod_that_is_missing_is_named_and_nothing_is_judged() throws Exception {
        Files.createDirectories(folder.resolve("reports"));
        assertThatThrownBy(this::merge)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("there is no journal of a shard")
                .hasMessageContaining("contract.shards");
    }

    @Test
    void every_property_on_the_page_is_one_of_the_goals() throws Exception {
        Set<String> known = new LinkedHashSet<>();
        for (String goal : List.of("check", "merge", "integration-test")) {
            Pom.descriptor().getMojo(goal).getMojoConfiguration();
            for (var child :
                    Pom.descriptor().getMojo(goal).getMojoConfiguration().getChildren()) {
                String value = child.getValue("");
                if (value.startsWith("${")) {
                    known.add(value.substring(2, value.length() - 1));
                }
            }
        }
        List<String> used = PROPERTY.matcher(Files.readString(PAGE))
                .results()
                .map((MatchResult m) -> m.group(1))
                .distinct()
                .toList();
        assertThat(used).hasSizeGreaterThanOrEqualTo(6);
        assertThat(known).containsAll(used);
        assertThat(blocks("yaml"))
                .hasSize(3)
                .allSatisfy(yaml -> assertThat(Yaml.parse(yaml).isObject()).isTrue());
    }
}
