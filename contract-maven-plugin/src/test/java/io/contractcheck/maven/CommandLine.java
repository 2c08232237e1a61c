package io.contractcheck.maven;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/** As {@code mvn contract:check -Dcontract.name=value} in a folder without a pom's configuration: the real mojos, Maven's own log. */
final class CommandLine {
    private CommandLine() {}

    /** @param arguments the goal and the properties, as Maven takes them; other options of Maven are passed over */
    public static void main(String[] arguments) {
        try {
            run(Path.of("").toAbsolutePath(), List.of(arguments));
            System.out.println("[INFO] BUILD SUCCESS");
        } catch (MojoFailureException | MojoExecutionException e) {
            System.out.println("[ERROR] " + e.getMessage());
            System.out.println("[INFO] BUILD FAILURE");
            System.exit(1);
        }
    }

    static void run(Path folder, List<String> arguments) throws MojoExecutionException, MojoFailureException {
        Pom pom = new Pom(folder);
        List<String> goals = new ArrayList<>();
        for (String argument : arguments) {
            if (argument.startsWith("-D")) {
                String[] property = argument.substring(2).split("=", 2);
                pom.property(property[0], property[1]);
            } else if (!argument.startsWith("-")) {
                goals.add(argument);
            }
        }
        AbstractMojo mojo = goals.equals(List.of("contract:merge"))
                ? pom.fill(new MergeMojo(), "merge", "")
                : pom.fill(check(goals), "check", "");
        mojo.execute();
    }

    private static CheckMojo check(List<String> goals) {
        if (!goals.equals(List.of("contract:check"))) {
            throw new AssertionError("nobody knows how to run " + goals);
        }
        return new CheckMojo();
    }
}
