package io.contractcheck.service;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Small programs among the tests, each in a JVM of its own. */
final class Programs {
    static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    static final String CLASS_PATH =
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    static final List<String> JVM_OPTIONS = List.of("-Xmx32m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private Programs() {}

    static List<Path> classPath() {
        return Stream.of(CLASS_PATH.split(File.pathSeparator)).map(Path::of).toList();
    }

    static Process start(Path folder, Class<?> program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(JAVA));
        command.addAll(JVM_OPTIONS);
        command.addAll(List.of("-cp", CLASS_PATH, program.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Waits until there are so many. */
    static List<ProcessHandle> childrenOf(Process parent, int count) {
        return descendantsOf(parent.toHandle(), count);
    }

    /** Waits until there are so many. */
    static List<ProcessHandle> descendantsOf(ProcessHandle parent, int count) {
        while (parent.isAlive()) {
            List<ProcessHandle> descendants = parent.descendants().toList();
            if (descendants.size() == count) {
                return descendants;
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("it has ended");
    }
}
