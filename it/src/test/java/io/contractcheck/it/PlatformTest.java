package io.contractcheck.it;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No module leaves it to the platform how characters become bytes or letters change their case. */
class PlatformTest {
    private static final List<String> OF_THE_PLATFORM = List.of(
            "java.lang.String.<init>([B)",
            "java.lang.String.<init>([B, int, int)",
            "java.lang.String.getBytes()",
            "java.lang.String.toLowerCase()",
            "java.lang.String.toUpperCase()",
            "java.io.ByteArrayOutputStream.toString()",
            "java.io.InputStreamReader.<init>(java.io.InputStream)",
            "java.io.OutputStreamWriter.<init>(java.io.OutputStream)",
            "java.io.FileReader.<init>(java.io.File)",
            "java.io.FileReader.<init>(java.lang.String)",
            "java.io.FileWriter.<init>(java.io.File)",
            "java.io.FileWriter.<init>(java.io.File, boolean)",
            "java.io.FileWriter.<init>(java.lang.String)",
            "java.io.FileWriter.<init>(java.lang.String, boolean)",
            "java.io.PrintStream.<init>(java.io.OutputStream)",
            "java.io.PrintStream.<init>(java.io.OutputStream, boolean)",
            "java.io.PrintStream.<init>(java.io.File)",
            "java.io.PrintStream.<init>(java.lang.String)",
            "java.io.PrintWriter.<init>(java.io.OutputStream)",
            "java.io.PrintWriter.<init>(java.io.OutputStream, boolean)",
            "java.io.PrintWriter.<init>(java.io.File)",
            "java.io.PrintWriter.<init>(java.lang.String)",
            "java.util.Scanner.<init>(java.io.InputStream)",
            "java.util.Scanner.<init>(java.io.File)",
            "java.util.Scanner.<init>(java.nio.file.Path)",
            "java.util.Formatter.<init>(java.io.OutputStream)",
            "java.util.Formatter.<init>(java.io.File)",
            "java.net.URLEncoder.encode(java.lang.String)",
            "java.net.URLDecoder.decode(java.lang.String)",
            "java.nio.charset.Charset.defaultCharset()");

    /** What is written to the console, in which there is no choice. */
    private static final String CONSOLE = "io.contractcheck.maven.Console";

    private static final ArchRule RULE = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(CONSOLE)
            .should()
            .accessTargetWhere(DescribedPredicate.describe(
                    "it is as the platform is",
                    (JavaAccess<?> access) ->
                            OF_THE_PLATFORM.contains(access.getTarget().getFullName())));

    private static final class Careless {
        static String text(byte[] bytes) {
            return new String(bytes).toLowerCase();
        }
    }

    @Test
    void nothing_is_as_the_platform_is() throws IOException {
        JavaClasses classes = new ClassFileImporter().importPaths(modules());
        assertThat(classes.contain("io.contractcheck.ContractRun")).isTrue();
        assertThat(classes.contain(CONSOLE)).isTrue();
        assertThat(classes.contain("io.contractcheck.hooks.auth.BearerTokenHook"))
                .isTrue();
        RULE.check(classes);
    }

    @Test
    void the_rule_can_be_broken() {
        assertThat(Careless.text(new byte[0])).isEmpty();
        JavaClasses careless = new ClassFileImporter().importClasses(Careless.class);
        assertThatThrownBy(() -> RULE.check(careless))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("String.<init>([B)")
                .hasMessageContaining("String.toLowerCase()");
    }

    private static List<Path> modules() throws IOException {
        try (Stream<Path> parents = Stream.of(Path.of(".."), Path.of("..", "contract-hooks"))) {
            return parents.flatMap(PlatformTest::children)
                    .filter(p -> p.getFileName().toString().startsWith("contract-"))
                    .map(p -> p.resolve(Path.of("target", "classes")))
                    .filter(Files::isDirectory)
                    .toList();
        }
    }

    private static Stream<Path> children(Path folder) {
        try (Stream<Path> children = Files.list(folder)) {
            return children.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
