package io.contractcheck.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.contractcheck.maven.TutorialPage.Step;
import java.io.File;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Model;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Carries out the tutorial on hooks as it stands on its page. Maven itself is played: {@code install} is the compiler and a jar, {@code
 * contract:check} and {@code contract:hooks} are the real mojos with the configuration and the dependencies of the page's pom, in a JVM of its own.
 */
class HookTutorialTest {
    private static final Path PAGE = Path.of("..", "src", "site", "markdown", "hooks.md");
    private static final String PORT = "8080";
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final String CLASS_PATH =
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

    @TempDir
    private Path folder;

    private final Map<String, Path> installed = new LinkedHashMap<>();
    private @Nullable Process service;
    private int port;
    private String printed = "";

    @AfterEach
    void stop() throws InterruptedException {
        if (service != null) {
            service.destroyForcibly().waitFor();
            service = null;
        }
    }

    @Test
    void the_page_does_what_it_says() throws Exception {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        List<Step> steps = TutorialPage.read(PAGE).steps();
        assertThat(steps.stream().filter(Step.See.class::isInstance)).hasSizeGreaterThanOrEqualTo(4);
        for (Step step : steps) {
            carryOut(step);
        }
    }

    private void carryOut(Step step) throws Exception {
        if (step instanceof Step.Write write) {
            Path file = folder.resolve(write.file());
            Files.createDirectories(file.getParent());
            Files.writeString(file, here(write.text()));
        } else if (step instanceof Step.Change change) {
            Path file = folder.resolve(change.file());
            String text = Files.readString(file);
            assertThat(text).containsOnlyOnce(here(change.before()));
            Files.writeString(file, text.replace(here(change.before()), here(change.after())));
        } else if (step instanceof Step.Type type) {
            type(here(type.command()));
        } else if (step instanceof Step.See see) {
            Iterator<String> actual =
                    printed.lines().map(HookTutorialTest::general).iterator();
            for (String line : see.lines()) {
                boolean seen = false;
                while (!seen && actual.hasNext()) {
                    seen = shows(general(line), actual.next());
                }
                assertThat(seen).as("'" + line + "' in\n" + printed).isTrue();
            }
        }
    }

    /** A line on the page may end with dots where the log has more. */
    private static boolean shows(String line, String actual) {
        return line.endsWith(" ...") ? actual.startsWith(line.substring(0, line.length() - 4)) : actual.equals(line);
    }

    private String here(String text) {
        return text.replace(PORT, Integer.toString(port));
    }

    /** The line as Maven's own log has it, without what differs from run to run: hashes, and how much was sent. */
    private static String general(String line) {
        return line.replaceFirst("^\\[info]", "[INFO]")
                .replaceFirst("^\\[warn]", "[WARNING]")
                .replaceFirst("^\\[error]", "[ERROR]")
                .replaceAll("sha256:[0-9a-f]+", "sha256:H")
                .replaceAll("\\d+", "N");
    }

    private void type(String command) throws Exception {
        Matcher java = Pattern.compile("java (\\S+) (\\d+)").matcher(command);
        Matcher maven = Pattern.compile("mvn -f (\\S+) (install|contract:(check|hooks))")
                .matcher(command);
        if (java.matches()) {
            serve(folder.resolve(java.group(1)));
        } else if (maven.matches() && maven.group(2).equals("install")) {
            install(folder.resolve(maven.group(1)));
        } else if (maven.matches()) {
            run(folder.resolve(maven.group(1)), maven.group(3));
        } else {
            throw new AssertionError("nobody knows how to type " + command);
        }
    }

    private void serve(Path source) throws Exception {
        stop();
        Process process = new ProcessBuilder(
                        JAVA,
                        // Without this, each answer waits 40 ms for the client's acknowledgement
                        "-Dsun.net.httpserver.nodelay=true",
                        source.toString(),
                        Integer.toString(port))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("service.log").toFile())
                .start();
        service = process;
        while (process.isAlive() && !answers()) {
            Thread.onSpinWait();
        }
        assertThat(process.isAlive())
                .as(Files.readString(folder.resolve("service.log")))
                .isTrue();
    }

    private boolean answers() {
        try {
            new Socket(InetAddress.getLoopbackAddress(), port).close();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** What Maven's own goals do of a project without tests: compile, copy the resources, make a jar that tells where it is from. */
    private void install(Path project) throws Exception {
        Model model = new MavenXpp3Reader().read(new StringReader(Files.readString(project.resolve("pom.xml"))));
        assertThat(model.getDependencies())
                .allMatch(d -> d.getArtifactId().equals("contract-core")
                        && d.getScope().equals("provided"));
        Path classes = Files.createDirectories(project.resolve("target/classes"));
        List<String> arguments = new ArrayList<>(List.of("-d", classes.toString(), "-cp", CLASS_PATH, "--release"));
        arguments.add(model.getProperties().getProperty("maven.compiler.target"));
        try (Stream<Path> sources = Files.walk(project.resolve("src/main/java"))) {
            sources.map(Path::toString).filter(n -> n.endsWith(".java")).forEach(arguments::add);
        }
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)))
                .isZero();
        String name = model.getArtifactId() + "-" + model.getVersion();
        Path jar = project.resolve("target").resolve(name + ".jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            pack(classes, out);
            pack(project.resolve("src/main/resources"), out);
            String place = "META-INF/maven/" + model.getGroupId() + "/" + model.getArtifactId() + "/";
            entry(out, place + "pom.xml", Files.readAllBytes(project.resolve("pom.xml")));
            entry(
                    out,
                    place + "pom.properties",
                    ("groupId=" + model.getGroupId() + "\nartifactId=" + model.getArtifactId() + "\nversion="
                                    + model.getVersion() + "\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
        }
        installed.put(model.getGroupId() + ":" + model.getArtifactId() + ":" + model.getVersion(), jar);
    }

    private static void pack(Path root, JarOutputStream out) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                entry(out, root.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
    }

    private static void entry(JarOutputStream out, String name, byte[] bytes) throws IOException {
        out.putNextEntry(new JarEntry(name));
        out.write(bytes);
        out.closeEntry();
    }

    private void run(Path project, String goal) throws Exception {
        List<String> classPath = new ArrayList<>();
        for (Dependency d : TutorialMaven.plugin(project).getDependencies()) {
            String coordinates = d.getGroupId() + ":" + d.getArtifactId() + ":" + d.getVersion();
            assertThat(installed).containsKey(coordinates);
            classPath.add(installed.get(coordinates).toString());
        }
        classPath.add(CLASS_PATH);
        Process process = new ProcessBuilder(
                        JAVA,
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        String.join(File.pathSeparator, classPath),
                        TutorialMaven.class.getName(),
                        project.toString(),
                        goal)
                .redirectErrorStream(true)
                .start();
        printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
    }
}
