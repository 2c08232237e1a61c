package io.contractcheck.service;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What is run as the service. */
public sealed interface Program {
    /** What it is, in short. */
    String describe();

    /**
     * The words of the command that runs it.
     *
     * @param folder for what is too long for a command
     */
    List<String> words(Path folder);

    /**
     * A command for {@code sh}, or {@code cmd} on Windows.
     *
     * @param command as somebody would type it
     */
    record Shell(String command) implements Program {
        @Override
        public String describe() {
            return command;
        }

        @Override
        public List<String> words(Path folder) {
            return isWindows() ? List.of("cmd", "/c", command) : List.of("sh", "-c", command);
        }
    }

    /**
     * A jar that names its main class.
     *
     * @param java the program that runs it
     * @param jvmArguments before it
     * @param arguments behind it
     */
    record Jar(Path java, List<String> jvmArguments, Path jar, List<String> arguments) implements Program {
        public Jar {
            jvmArguments = List.copyOf(jvmArguments);
            arguments = List.copyOf(arguments);
        }

        @Override
        public String describe() {
            return jar.toString();
        }

        @Override
        public List<String> words(Path folder) {
            List<String> words = new ArrayList<>(List.of(java.toString()));
            words.addAll(jvmArguments);
            words.addAll(List.of("-jar", jar.toString()));
            words.addAll(arguments);
            return words;
        }
    }

    /**
     * A class with a main method.
     *
     * @param java the program that runs it
     * @param jvmArguments before it
     * @param classPath folders and jars
     * @param name of the class
     * @param arguments behind it
     */
    record MainClass(Path java, List<String> jvmArguments, List<Path> classPath, String name, List<String> arguments)
            implements Program {
        /** Windows takes no command of more than 32,767 characters. */
        private static final int LONGEST = 16_000;

        public MainClass {
            jvmArguments = List.copyOf(jvmArguments);
            classPath = List.copyOf(classPath);
            arguments = List.copyOf(arguments);
        }

        @Override
        public String describe() {
            return name;
        }

        @Override
        public List<String> words(Path folder) {
            List<String> words = new ArrayList<>(List.of(java.toString()));
            words.addAll(jvmArguments);
            String path = classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
            words.addAll(path.length() > LONGEST ? List.of(file(folder, path)) : List.of("-cp", path));
            words.add(name);
            words.addAll(arguments);
            return words;
        }

        /** An argument file, as the java command has them since Java 9. */
        private static String file(Path folder, String path) {
            Path file = folder.resolve("service-class-path.txt");
            try {
                Files.createDirectories(folder);
                Files.writeString(file, "-cp \"" + path.replace("\\", "\\\\").replace("\"", "\\\"") + "\"\n");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return "@" + file;
        }
    }

    /** Whether commands are run by {@code cmd}. */
    static boolean isWindows() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
    }
}
