package io.contractcheck.maven;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** As {@code mvn contract:check}, in a JVM whose class path is the plugin's: the pom's configuration, the real mojo, Maven's own log. */
final class TutorialMaven {
    private TutorialMaven() {}

    /** @param arguments the folder of the pom */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        CheckMojo mojo = new CheckMojo();
        StringBuilder configuration = new StringBuilder();
        for (Xpp3Dom child : ((Xpp3Dom) plugin(folder).getConfiguration()).getChildren()) {
            configuration.append(child);
        }
        new Pom(folder).fill(mojo, "check", configuration.toString().replaceAll("<\\?xml[^>]*\\?>", ""));
        try {
            mojo.execute();
            System.out.println("[INFO] BUILD SUCCESS");
        } catch (MojoFailureException | MojoExecutionException e) {
            e.getMessage().lines().forEach(line -> System.out.println("[ERROR] " + line));
            System.out.println("[INFO] BUILD FAILURE");
        }
    }

    static Plugin plugin(Path folder) throws Exception {
        Model model = new MavenXpp3Reader().read(new StringReader(Files.readString(folder.resolve("pom.xml"))));
        return model.getBuild().getPluginsAsMap().get("io.contractcheck:contract-maven-plugin");
    }
}
