package io.contractcheck.maven;

import java.nio.file.Path;
import org.apache.maven.plugin.AbstractMojo;

/** As {@code mvn verify} of a project whose service needs a {@link Backend}, in a JVM of its own; it waits before the goal stop. */
final class StartedBuild {
    private StartedBuild() {}

    /** @param arguments the project's folder, and the class path of its service */
    public static void main(String[] arguments) throws Exception {
        Pom pom = new Pom(Path.of(arguments[0]));
        String hooks = "<hookProperties><backendClassPath>" + arguments[1] + "</backendClassPath></hookProperties>";
        run(pom.fill(
                new StartMojo(),
                "start",
                "<service><mainClass>" + StartedService.class.getName() + "</mainClass><classPath><p>" + arguments[1]
                        + "</p></classPath><arguments><a>@{contract.port}</a></arguments><environment>"
                        + "<WHO>@{contract.backendPort} @{contract.backendKey}</WHO></environment></service>"
                        + "<setUp><command>echo seed @{contract.backendKey}</command></setUp>" + hooks));
        run(pom.fill(
                new CheckMojo(),
                "check",
                "<testFailureIgnore>true</testFailureIgnore><maxExamples>5</maxExamples>" + hooks));
        System.out.println("tested");
        System.in.read();
        run(pom.fill(new StopMojo(), "stop", ""));
        System.out.println("stopped");
    }

    private static void run(AbstractMojo mojo) throws Exception {
        mojo.execute();
    }
}
