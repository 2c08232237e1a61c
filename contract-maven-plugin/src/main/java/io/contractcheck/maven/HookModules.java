package io.contractcheck.maven;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The hooks that come with ContractCheck, each with the module that has it. */
record HookModules(Map<String, String> artifactIds) {
    /** As the list in this jar has them. */
    static HookModules known() {
        Properties properties = new Properties();
        try (InputStream in = HookModules.class.getResourceAsStream("hooks.properties")) {
            if (in == null) {
                throw new IllegalStateException("hooks.properties is missing from the jar");
            }
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> artifactIds = new TreeMap<>();
        properties.stringPropertyNames().forEach(n -> artifactIds.put(n, properties.getProperty(n)));
        return new HookModules(artifactIds);
    }

    /** Simple names. */
    List<String> names() {
        return artifactIds.keySet().stream().map(HookModules::simple).toList();
    }

    /**
     * The lines of a pom that add a hook.
     *
     * @param name simple or full
     * @param version of ContractCheck, whose modules are released together
     */
    String lines(String name, String version) {
        return artifactIds.entrySet().stream()
                .filter(e -> e.getKey().equals(name) || simple(e.getKey()).equals(name))
                .findFirst()
                .map(e -> dependency("io.contractcheck", e.getValue(), version))
                .orElseGet(() -> dependency("(of the jar that has it)", "...", "..."));
    }

    private static String simple(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static String dependency(String groupId, String artifactId, String version) {
        return String.join(
                "\n",
                "  <plugin>",
                "    <groupId>io.contractcheck</groupId>",
                "    <artifactId>contract-maven-plugin</artifactId>",
                "    <dependencies>",
                "      <dependency>",
                "        <groupId>" + groupId + "</groupId>",
                "        <artifactId>" + artifactId + "</artifactId>",
                "        <version>" + version + "</version>",
                "      </dependency>",
                "    </dependencies>",
                "  </plugin>");
    }
}
