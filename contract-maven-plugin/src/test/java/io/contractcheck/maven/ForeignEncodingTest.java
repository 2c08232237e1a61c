package io.contractcheck.maven;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files are UTF-8 and the log is correct text, whatever the platform thinks. */
class ForeignEncodingTest {
    private static final String TITLE = "B\u00fccherei \u2603";
    private static final String NAME = "Zo\u00eb \u20ac \ud83d\ude00";
    private static final String FAULT = "zu gro\u00df: \u2603";
    private static final String DOCUMENT = """
            openapi: 3.0.3
            info: {title: %s, version: "1"}
            paths:
              /stra\u00dfe:
                post:
                  requestBody:
                    required: true
                    content: {application/json: {schema: {type: object, required: [name], properties: {name: {enum: ["%s"]}}}}}
                  responses: {"200": {description: "%s"}}
            """.formatted(TITLE, NAME, NAME);

    @TempDir
    private Path folder;

    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            byte[] body = FAULT.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
            exchange.sendResponseHeaders(500, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private record Ran(Map<String, String> files, byte[] output) {}

    private Ran run(String name, String locale, String... options) throws Exception {
        Path directory = Files.createDirectories(folder.resolve(name));
        Files.writeString(directory.resolve("api.yaml"), DOCUMENT);
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.addAll(List.of(
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                ForeignRun.class.getName(),
                directory.toString(),
                "http://127.0.0.1:" + server.getAddress().getPort()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LANG", locale);
        builder.environment().put("LC_ALL", locale);
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        Process process = builder.start();
        byte[] output = process.getInputStream().readAllBytes();
        assertThat(process.waitFor())
                .as(new String(output, StandardCharsets.UTF_8))
                .isZero();
        Map<String, String> files = new LinkedHashMap<>();
        for (String file : List.of("journal.ndjson", "summary.json", "junit.xml", "cases.ndjson")) {
            files.put(file, strictly(Files.readAllBytes(directory.resolve(file))));
        }
        return new Ran(files, output);
    }

    /** As UTF-8, in which every byte has its meaning. */
    private static String strictly(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    private static void assertSame(Ran foreign, Ran home) {
        assertThat(foreign.files().get("cases.ndjson"))
                .contains(NAME)
                .isEqualTo(home.files().get("cases.ndjson"));
        assertThat(foreign.files().get("journal.ndjson")).contains(TITLE, NAME, FAULT);
        assertThat(foreign.files().get("summary.json")).contains(TITLE, NAME, FAULT, "/stra\u00dfe");
        assertThat(foreign.files().get("junit.xml")).contains(FAULT, "/stra\u00dfe");
        assertThat(command(foreign)).isEqualTo(command(home)).contains(NAME);
    }

    /** The curl line in the summary. */
    private static String command(Ran ran) {
        return ran.files()
                .get("summary.json")
                .lines()
                .filter(l -> l.contains("curl ") && l.contains(NAME))
                .findFirst()
                .orElse("none");
    }

    @Test
    void a_latin_platform_changes_nothing_but_what_its_console_cannot_show() throws Exception {
        Ran home = run("home", "C.UTF-8", "-Dfile.encoding=UTF-8");
        assertThat(strictly(home.output())).contains(TITLE, NAME, FAULT);

        Ran latin = run("latin", "C", "-Dfile.encoding=ISO-8859-1");
        assertSame(latin, home);
        assertThat(new String(latin.output(), StandardCharsets.ISO_8859_1))
                .contains("cherei \\u2603", " \\u20ac \\ud83d\\ude00", "\\u2603")
                .doesNotContain("cherei ?");

        Ran ascii = run("ascii", "C");
        assertSame(ascii, home);
        assertThat(new String(ascii.output(), Charset.forName("US-ASCII")))
                .contains("cherei ", "curl ")
                .doesNotContain("cherei ?");
    }
}
