package io.contractcheck.service;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Small programs among the tests, each in a JVM of its own. */
final class Programs {
    static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    static final String CLASS_PATH =
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

    private Programs() {}

    static Process start(Path folder, Class<?> program, String... arguments) throws IOException {
        List<String> command =
                new ArrayList<>(List.of(JAVA, "-Xmx32m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp"));
        command.add(CLASS_PATH);
        command.add(program.getName());
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Waits until there are so many. */
    static List<ProcessHandle> childrenOf(Process parent, int count) {
        while (parent.isAlive()) {
            List<ProcessHandle> children = parent.toHandle().children().toList();
            if (children.size() == count) {
                return children;
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("it ended with " + parent.exitValue());
    }
}
