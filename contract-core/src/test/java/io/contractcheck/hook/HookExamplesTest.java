package io.contractcheck.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The example in the Javadoc of each hook is a class that compiles, and that hook. */
class HookExamplesTest {
    private static final Path SOURCES = Path.of("src/main/java/io/contractcheck/hook");
    private static final Pattern EXAMPLE = Pattern.compile("<pre>\\{@code\\n(.*?)}</pre>", Pattern.DOTALL);
    private static final Pattern CLASS = Pattern.compile("public final class (\\w+)");
    private static final String IMPORTS = Stream.of(
                    "com.fasterxml.jackson.databind.*",
                    "com.fasterxml.jackson.databind.node.*",
                    "io.contractcheck.check.*",
                    "io.contractcheck.event.*",
                    "io.contractcheck.hook.*",
                    "io.contractcheck.http.*",
                    "io.contractcheck.json.*",
                    "io.contractcheck.link.*",
                    "io.contractcheck.openapi.*",
                    "io.contractcheck.schema.format.*",
                    "io.contractcheck.testcase.*",
                    "java.io.*",
                    "java.nio.charset.*",
                    "java.nio.file.*",
                    "java.util.*")
            .map(name -> "import " + name + ";\n")
            .collect(Collectors.joining());

    /** What the examples take from elsewhere. */
    private static final Map<String, String> ELSEWHERE = Map.of(
            "CBORMapper",
            "public final class CBORMapper extends ObjectMapper {}",
            "Rooms",
            "public final class Rooms { public static void post(String room, String text) {} }",
            "ServiceLog",
            "public final class ServiceLog { public static void mark(String text) {} }",
            "Mailserver",
            "public final class Mailserver { public static Mailserver on(int port) { return new Mailserver(); }"
                    + " public int port() { return 25; } public void stop() {} }",
            "Fixtures",
            "public final class Fixtures { public static void load(String url, String what) {}"
                    + " public static void clear(String url) {} }",
            "Copy",
            "public final class Copy { public static Copy of(Path folder) { return new Copy(); }"
                    + " public void putBack(Path folder) {} }");

    @TempDir
    private Path folder;

    private static String example(Class<?> kind) throws IOException {
        String source = Files.readString(SOURCES.resolve(kind.getSimpleName() + ".java"))
                .replaceAll("(?m)^ \\* ?", "");
        Matcher matcher = EXAMPLE.matcher(source);
        assertThat(matcher.find()).as("%s has an example", kind).isTrue();
        return matcher.group(1);
    }

    @TestFactory
    Stream<DynamicTest> an_example_is_the_hook_that_it_stands_for() throws IOException, ClassNotFoundException {
        Map<String, String> sources = new LinkedHashMap<>();
        ELSEWHERE.forEach((name, text) -> sources.put("example." + name, "package example;\n" + IMPORTS + text));
        Map<Class<?>, String> names = new LinkedHashMap<>();
        for (Class<?> kind : Hook.class.getPermittedSubclasses()) {
            String example = example(kind);
            Matcher name = CLASS.matcher(example);
            assertThat(name.find()).isTrue();
            String full = "example.of" + names.size() + "." + name.group(1);
            names.put(kind, full);
            sources.put(
                    full,
                    "package " + full.substring(0, full.lastIndexOf('.')) + ";\nimport example.*;\n" + IMPORTS
                            + example);
        }
        Path classes = Compiled.classes(folder, sources);
        try (URLClassLoader loader = Compiled.loader(classes)) {
            List<DynamicTest> tests = new ArrayList<>();
            for (Map.Entry<Class<?>, String> entry : names.entrySet()) {
                Class<?> loaded = loader.loadClass(entry.getValue());
                tests.add(DynamicTest.dynamicTest(
                        entry.getKey().getSimpleName(),
                        () -> assertThat(entry.getKey()).isAssignableFrom(loaded)));
            }
            return tests.stream();
        }
    }
}
