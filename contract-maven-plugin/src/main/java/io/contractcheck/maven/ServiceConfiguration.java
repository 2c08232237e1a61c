package io.contractcheck.maven;

import io.contractcheck.ContractException;
import io.contractcheck.service.LateValues;
import io.contractcheck.service.Program;
import io.contractcheck.service.Readiness;
import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code <service>}, with late values in place of their placeholders.
 *
 * @param given as the pom has it
 * @param base against which paths are resolved
 * @param project what can be run if nothing is named
 * @param values for placeholders
 */
record ServiceConfiguration(ServiceParameter given, Path base, Runnables project, LateValues values) {
    private static final String AT = "service/";

    /** By which the services of many frameworks learn of their port. */
    private static final List<String> PORT_VARIABLES =
            List.of("PORT", "SERVER_PORT", "QUARKUS_HTTP_PORT", "MICRONAUT_SERVER_PORT");

    /** By which they learn where to listen: to this machine only, since a test is nobody else's business. */
    private static final List<String> ADDRESS_VARIABLES =
            List.of("HOST", "SERVER_ADDRESS", "QUARKUS_HTTP_HOST", "MICRONAUT_SERVER_HOST");

    /** By which the services of some frameworks learn of their database, each with what it holds. */
    private static final Map<String, String> DATABASE_VARIABLES = databaseVariables();

    /** What a project has that can be run. */
    interface Runnables {
        /** A class. */
        Optional<String> mainClass();

        /** A jar. */
        Optional<Path> jar();

        /** The project's classes, and its dependencies. */
        List<Path> classPath();
    }

    private static Map<String, String> databaseVariables() {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("SPRING_DATASOURCE_URL", "jdbcUrl");
        variables.put("SPRING_DATASOURCE_USERNAME", "databaseUser");
        variables.put("SPRING_DATASOURCE_PASSWORD", "databasePassword");
        variables.put("QUARKUS_DATASOURCE_JDBC_URL", "jdbcUrl");
        variables.put("QUARKUS_DATASOURCE_USERNAME", "databaseUser");
        variables.put("QUARKUS_DATASOURCE_PASSWORD", "databasePassword");
        return variables;
    }

    /**
     * Makes sure of what can be known before anything is started, and of the port.
     *
     * @throws ContractException if something contradicts another
     */
    void check() {
        Map<String, @Nullable String> kinds = new LinkedHashMap<>();
        kinds.put("command", given.command);
        kinds.put("jar", given.jar);
        kinds.put("mainClass", given.mainClass);
        onlyOne(kinds);
        Map<String, @Nullable String> ready = new LinkedHashMap<>();
        ready.put("readyUrl", given.readyUrl);
        ready.put("readyLog", given.readyLog);
        ready.put("readyPort", given.readyPort);
        onlyOne(ready);
        if (given.command != null) {
            for (Map.Entry<String, List<String>> part : parts().entrySet()) {
                if (!part.getValue().isEmpty()) {
                    throw new ContractException(
                            AT + part.getKey() + ": has no effect on a <command>. Write it into the command.");
                }
            }
        }
        if (given.port != null) {
            values.put("port", Integer.toString(Values.count(AT + "port", given.port, 65_535)));
        }
        values.port();
    }

    private static void onlyOne(Map<String, @Nullable String> parameters) {
        List<String> set = parameters.entrySet().stream()
                .filter(e -> e.getValue() != null)
                .map(Map.Entry::getKey)
                .toList();
        if (set.size() > 1) {
            throw new ContractException(AT + set.get(0) + " and " + AT + set.get(1)
                    + " contradict each other: only one of them can be meant. Leave the other out.");
        }
    }

    private Map<String, List<String>> parts() {
        Map<String, List<String>> parts = new LinkedHashMap<>();
        parts.put("classPath", Values.texts(given.classPath));
        parts.put("jvmArguments", Values.texts(given.jvmArguments));
        parts.put("arguments", Values.texts(given.arguments));
        return parts;
    }

    /**
     * What is run.
     *
     * @throws ContractException if there is nothing
     */
    Program program() {
        if (given.command != null) {
            return new Program.Shell(filled("command", given.command));
        }
        if (given.jar != null) {
            return jar(file("jar", given.jar));
        }
        if (given.mainClass != null) {
            return mainClass(filled("mainClass", given.mainClass).trim());
        }
        return project.jar()
                .<Program>map(this::jar)
                .or(() -> project.mainClass().map(this::mainClass))
                .orElseThrow(() -> new ContractException(
                        "service: is missing, and this project has no class with a main method in target/classes."
                                + "\nSay what to start: <service><command>./run --port @{contract.port}</command></service>,"
                                + " or <jar> or <mainClass> in place of <command>."));
    }

    private Program jar(Path jar) {
        return new Program.Jar(java(), jvmArguments(), jar, all("arguments", given.arguments));
    }

    private Program mainClass(String name) {
        List<Path> classPath = new ArrayList<>();
        for (String entry : all("classPath", given.classPath)) {
            for (String path : entry.split(Pattern.quote(File.pathSeparator))) {
                classPath.add(base.resolve(path.trim()).normalize());
            }
        }
        classPath.addAll(project.classPath());
        return new Program.MainClass(java(), jvmArguments(), classPath, name, all("arguments", given.arguments));
    }

    private List<String> jvmArguments() {
        // An exception without its stack trace, which a JVM throws where it threw many like it, would have no cause
        List<String> arguments = new ArrayList<>(List.of("-XX:-OmitStackTraceInFastThrow"));
        arguments.addAll(all("jvmArguments", given.jvmArguments));
        return arguments;
    }

    private Path java() {
        return given.java == null
                ? Path.of(System.getProperty("java.home"), "bin", "java")
                : base.resolve(filled("java", given.java).trim());
    }

    /** In which folder it runs. */
    Path directory() {
        return given.workingDirectory == null
                ? base
                : base.resolve(filled("workingDirectory", given.workingDirectory)
                                .trim())
                        .normalize();
    }

    /** The variables that it is given. */
    Map<String, String> environment() {
        Map<String, String> environment = new LinkedHashMap<>(conventions());
        if (given.environment != null) {
            given.environment.forEach(
                    (name, value) -> environment.put(name, value == null ? "" : filled("environment/" + name, value)));
        }
        return environment;
    }

    /**
     * Variables that many services ask for: of port and address if nothing else here tells the service of its port, and likewise of the
     * database.
     */
    Map<String, String> conventions() {
        Map<String, String> conventions = new LinkedHashMap<>();
        if (given.port == null && !mentions("port")) {
            PORT_VARIABLES.forEach(name -> conventions.put(name, Integer.toString(values.port())));
            ADDRESS_VARIABLES.forEach(name -> conventions.put(name, "127.0.0.1"));
        }
        if (!mentions("jdbcUrl") && !mentions("database*")) {
            DATABASE_VARIABLES.forEach((name, value) -> {
                String known = values.all().get(value);
                if (known != null) {
                    conventions.put(name, known);
                }
            });
        }
        if (given.environment != null) {
            conventions.keySet().removeAll(given.environment.keySet());
        }
        return conventions;
    }

    private boolean mentions(String name) {
        List<String> texts = new ArrayList<>();
        parts().values().forEach(texts::addAll);
        if (given.environment != null) {
            given.environment.values().stream().filter(Objects::nonNull).forEach(texts::add);
        }
        Stream.of(given.command, given.jar).filter(Objects::nonNull).forEach(texts::add);
        return texts.stream().anyMatch(text -> LateValues.mentions(text, name));
    }

    /** By what one knows that it is ready. */
    Readiness readiness() {
        if (given.readyUrl != null) {
            String text = filled("readyUrl", given.readyUrl).trim();
            String url = text.startsWith("/") ? "http://127.0.0.1:" + values.port() + text : text;
            try {
                URI uri = URI.create(url);
                if (uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
                    return new Readiness.Answers(uri);
                }
            } catch (IllegalArgumentException e) {
                // said below
            }
            throw Values.wrong(
                    AT + "readyUrl", text, "write a path such as /actuator/health, or a URL with http:// or https://");
        }
        if (given.readyLog != null) {
            String text = filled("readyLog", given.readyLog);
            try {
                return new Readiness.Logs(Pattern.compile(text));
            } catch (PatternSyntaxException e) {
                throw Values.wrong(AT + "readyLog", text, "write a regular expression of Java: " + e.getDescription());
            }
        }
        return new Readiness.Listens(
                given.readyPort == null
                        ? values.port()
                        : Values.count(AT + "readyPort", filled("readyPort", given.readyPort), 65_535));
    }

    private String filled(String element, String text) {
        return values.fill(AT + element, text);
    }

    private List<String> all(String element, @Nullable List<String> texts) {
        return texts == null
                ? List.of()
                : texts.stream().map(t -> t == null ? "" : filled(element, t)).toList();
    }

    private Path file(String element, String text) {
        Path file = base.resolve(filled(element, text).trim()).normalize();
        if (!Files.isRegularFile(file)) {
            throw new ContractException(
                    AT + element + ": there is no file " + file
                            + ". It must be built before this goal runs, which is in the phase pre-integration-test, after package.");
        }
        return file;
    }
}
