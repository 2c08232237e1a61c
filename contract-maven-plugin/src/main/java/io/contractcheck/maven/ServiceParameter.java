package io.contractcheck.maven;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code <service>}: what is run as the service, and by what one knows that it is ready. */
@SuppressWarnings("NullAway.Init") // Maven fills the fields
public final class ServiceParameter {
    /** For {@code sh}, or {@code cmd} on Windows. */
    @Nullable String command;

    /** A jar that names its main class. */
    @Nullable String jar;

    /** A class with a main method. */
    @Nullable String mainClass;

    /** Folders and jars before the project's classes and its dependencies; an element may have several, separated as on this system. */
    @Nullable List<String> classPath;

    /** The java program; by default of the JDK that Maven runs on. */
    @Nullable String java;

    /** For the JVM. */
    @Nullable List<String> jvmArguments;

    /** For the program. */
    @Nullable List<String> arguments;

    /** Variables by name. */
    @Nullable Map<String, String> environment;

    /** The project's folder by default. */
    @Nullable String workingDirectory;

    /** A port of its own by default. */
    @Nullable String port;

    /** A path or a URL that it answers once it is ready. */
    @Nullable String readyUrl;

    /** A regular expression that is found in a line of its log. */
    @Nullable String readyLog;

    /** A port that is open then; {@code port} by default. */
    @Nullable String readyPort;

    /** For Maven, which makes it. */
    public ServiceParameter() {}

    /** For Maven, which calls this with the text of the property, or of an element without others in it. */
    public void set(String text) {
        if (!text.isBlank()) {
            command = text;
        }
    }
}
