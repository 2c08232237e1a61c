package io.contractcheck.maven;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** As {@code mvn contract:check} or {@code contract:hooks}, in a JVM whose class path is the plugin's: the pom's configuration, the real mojo, Maven's own log. */
final class TutorialMaven {
    private TutorialMaven() {}

    /** @param arguments the folder of the pom, and the goal */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        AbstractMojo mojo = arguments[1].equals("hooks") ? new HooksMojo() : new CheckMojo();
        StringBuilder configuration = new StringBuilder();
        for (Xpp3Dom child : ((Xpp3Dom) plugin(folder).getConfiguration()).getChildren()) {
            if (takes(mojo, child.getName())) {
                configuration.append(child);
            }
        }
        new Pom(folder).fill(mojo, arguments[1], configuration.toString().replaceAll("<\\?xml[^>]*\\?>", ""));
        try {
            mojo.execute();
            System.out.println("[INFO] BUILD SUCCESS");
        } catch (MojoFailureException | MojoExecutionException e) {
            e.getMessage().lines().forEach(line -> System.out.println("[ERROR] " + line));
            System.out.println("[INFO] BUILD FAILURE");
        }
    }

    /** Maven gives a goal those of the plugin's parameters that it has. */
    private static boolean takes(AbstractMojo mojo, String parameter) {
        for (Class<?> type = mojo.getClass(); type != null; type = type.getSuperclass()) {
            if (Stream.of(type.getDeclaredFields()).anyMatch(f -> f.getName().equals(parameter))) {
                return true;
            }
        }
        return false;
    }

    static Plugin plugin(Path folder) throws Exception {
        Model model = new MavenXpp3Reader().read(new StringReader(Files.readString(folder.resolve("pom.xml"))));
        return model.getBuild().getPluginsAsMap().get("io.contractcheck:contract-maven-plugin");
    }
}
