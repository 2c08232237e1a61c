package io.contractcheck.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Traces as they are printed by what is on this machine. */
class RealTracesTest {
    @TempDir
    private Path folder;

    private String output(String program, String file, String source) throws IOException, InterruptedException {
        Path script = Files.writeString(folder.resolve(file), source);
        Process process;
        try {
            process = new ProcessBuilder(program, script.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("out").toFile())
                    .start();
        } catch (IOException e) {
            assumeTrue(false, program + " is not here");
            throw e;
        }
        process.getOutputStream().close();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return Files.readString(folder.resolve("out"));
    }

    private static List<RootCause> causes(String log) {
        return TraceReader.read(log).stream()
                .map(t -> RootCause.of(t, OwnCode.NOT_FOREIGN))
                .toList();
    }

    @Test
    void of_java() {
        LogRecord entry = new LogRecord(Level.SEVERE, "failed");
        try {
            List.of("1", "x").stream().map(RealTracesTest::priced).toList();
        } catch (IllegalStateException e) {
            e.addSuppressed(new IllegalArgumentException("beside", new RuntimeException("of what is beside")));
            entry.setThrown(new RuntimeException("around", e));
        }
        Formatter formatter = new SimpleFormatter();
        StackTraceElement thrown = entry.getThrown().getCause().getCause().getStackTrace()[0];
        assertThat(thrown.getMethodName()).isEqualTo("forInputString");
        String log = formatter.format(entry);
        assertThat(causes(log + log.replace("\n", System.lineSeparator())).stream()
                        .map(RootCause::identity)
                        .distinct())
                .singleElement()
                .asString()
                .startsWith("NumberFormatException at RealTracesTest.priced:");
        assertThat(causes(log)).singleElement().satisfies(cause -> {
            assertThat(cause.message()).isEqualTo("For input string: \"x\"");
            assertThat(cause.places()).element(1).asString().startsWith("RealTracesTest.of_java:");
            assertThat(cause.wrapper()).contains("java.lang.RuntimeException: around");
        });
    }

    private static int priced(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalStateException("no price", e);
        }
    }

    @Test
    void of_python() throws IOException, InterruptedException {
        String log = output("python3", "books.py", """
                import json, logging

                def first(prices):
                    return prices["x"]

                def create():
                    try:
                        first({})
                    except KeyError as e:
                        raise ValueError("no price") from e

                try:
                    create()
                except ValueError:
                    logging.exception("failed")
                    json.loads("{")
                """);
        assertThat(causes(log)).hasSizeBetween(1, 2).first().satisfies(cause -> {
            assertThat(cause.identity()).endsWith("books.py:4)").startsWith("KeyError at first (");
            assertThat(cause.message()).isEqualTo("'x'");
        });
        assertThat(causes(log))
                .last()
                .satisfies(cause ->
                        assertThat(cause.wrapper().orElse("")).contains("JSONDecodeError: Expecting property name"));
    }

    @Test
    void of_node() throws IOException, InterruptedException {
        String log = output("node", "books.js", """
                function first(prices) {
                  return prices.x.y;
                }
                async function create() {
                  try {
                    first({});
                  } catch (cause) {
                    throw new Error("could not create", { cause });
                  }
                }
                create().catch(e => {
                  console.error("request failed", e);
                  console.error(JSON.stringify({ level: 50, err: { type: "Error", stack: new RangeError("too far").stack } }));
                });
                """);
        assertThat(causes(log)).hasSize(2).first().satisfies(cause -> {
            assertThat(cause.identity()).startsWith("TypeError at ").endsWith("books.js:2");
            assertThat(cause.wrapper()).contains("Error: could not create");
        });
        assertThat(causes(log).get(1).identity()).startsWith("RangeError at ").endsWith("books.js:13");
        assertThat(log.getBytes(StandardCharsets.UTF_8)).isNotEmpty();
    }
}
