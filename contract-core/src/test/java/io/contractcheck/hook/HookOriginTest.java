package io.contractcheck.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HookOriginTest {
    private static final String HOOK = """
            package com.acme;
            public final class Tenant implements io.contractcheck.hook.RunHook {
                public void before(Run run, io.contractcheck.hook.HookContext context) {}
                public void after(Run run, io.contractcheck.hook.HookContext context) {}
            }
            """;
    private static final String PROPERTIES = "#Created\ngroupId=com.acme\nartifactId=acme-hooks\nversion=1.2.0\n";

    @TempDir
    private Path folder;

    private Path jar(String name, Map<String, String> texts) {
        return Compiled.jar(folder.resolve(name), texts);
    }

    private static Map<String, byte[]> entries(String... namesAndTexts) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            entries.put(namesAndTexts[i], namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
        }
        return entries;
    }

    private String hash(Path place) {
        return Contents.of(place).hash().orElseThrow();
    }

    @Test
    void a_hash_is_of_names_and_contents_and_of_nothing_else() throws IOException {
        Map<String, byte[]> entries = entries("com/acme/A.class", "a", "com/acme/B.class", "b");
        String hash = hash(Compiled.zip(folder.resolve("a.jar"), entries, 1_000_000_000_000L));
        assertThat(hash).matches("sha256:[0-9a-f]{64}");

        Map<String, byte[]> other = new LinkedHashMap<>(entries(
                "META-INF/MANIFEST.MF", "Manifest-Version: 1.0\nBuilt-By: someone\n", "META-INF/ACME.SF", "signed"));
        other.put("META-INF/maven/com.acme/hooks/pom.properties", PROPERTIES.getBytes(StandardCharsets.UTF_8));
        List<String> names = new ArrayList<>(entries.keySet());
        Collections.reverse(names);
        names.forEach(name -> other.put(name, entries.get(name)));
        assertThat(hash(Compiled.zip(folder.resolve("b.jar"), other, 1_600_000_000_000L)))
                .isEqualTo(hash);

        Path classes = Files.createDirectories(folder.resolve("classes/com/acme"));
        Files.writeString(classes.resolve("A.class"), "a");
        Files.writeString(classes.resolve("B.class"), "b");
        assertThat(hash(folder.resolve("classes"))).isEqualTo(hash);
    }

    @Test
    void whatever_differs_in_names_or_contents_has_another_hash() {
        List<String> hashes = List.of(
                hash(jar("1.jar", Map.of("a", "x"))),
                hash(jar("2.jar", Map.of("a", "y"))),
                hash(jar("3.jar", Map.of("b", "x"))),
                hash(jar("4.jar", Map.of("a", "x", "b", ""))),
                hash(jar("5.jar", Map.of("META-INF/services/a", "x"))));
        assertThat(hashes).doesNotHaveDuplicates();
    }

    @Test
    void coordinates_come_from_the_jar() {
        Path one = jar("any.jar", Map.of("META-INF/maven/com.acme/acme-hooks/pom.properties", PROPERTIES));
        assertThat(Contents.of(one).artifact()).contains("com.acme:acme-hooks:1.2.0");
        Map<String, String> shaded = Map.of(
                "META-INF/maven/com.acme/acme-hooks/pom.properties",
                PROPERTIES,
                "META-INF/maven/org.lib/lib/pom.properties",
                "groupId=org.lib\nartifactId=lib\nversion=9");
        assertThat(Contents.of(jar("acme-hooks-1.2.0.jar", shaded)).artifact()).contains("com.acme:acme-hooks:1.2.0");
        assertThat(Contents.of(jar("other.jar", shaded)).artifact()).isEmpty();
        assertThat(Contents.of(folder).artifact()).isEmpty();
    }

    private Optional<String> builtAgainst(String pom) {
        return Contents.of(jar(
                        "hooks.jar",
                        Map.of(
                                "META-INF/maven/com.acme/acme-hooks/pom.properties",
                                PROPERTIES,
                                "META-INF/maven/com.acme/acme-hooks/pom.xml",
                                pom)))
                .builtAgainst();
    }

    private static String pom(String version) {
        return """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <properties><contractcheck.version>0.0.8</contractcheck.version></properties>
                  <dependencies>
                    <dependency><groupId>org.lib</groupId><artifactId>contract-core</artifactId><version>7</version></dependency>
                    <dependency>
                      <groupId>io.contractcheck</groupId>
                      <artifactId>contract-core</artifactId>
                      <version>%s</version>
                      <scope>provided</scope>
                    </dependency>
                  </dependencies>
                </project>
                """.formatted(version);
    }

    @Test
    void the_version_that_a_hook_was_built_against_stands_in_its_pom_or_manifest() {
        assertThat(builtAgainst(pom("0.0.9"))).contains("0.0.9");
        assertThat(builtAgainst(pom("${contractcheck.version}"))).contains("0.0.8");
        assertThat(builtAgainst(pom("${project.version}"))).contains("1.2.0");
        assertThat(builtAgainst(pom("${told.by.a.parent}"))).isEmpty();
        assertThat(builtAgainst("<project/>")).isEmpty();
        assertThat(builtAgainst("<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><project>&b;</project>"))
                .isEmpty();
        assertThat(Contents.of(jar("m.jar", Map.of("META-INF/MANIFEST.MF", "ContractCheck-Version: 0.0.7\n")))
                        .builtAgainst())
                .contains("0.0.7");
    }

    @Test
    void our_own_modules_were_built_against_the_version_they_have() {
        Path jar = jar(
                "contract-hooks-auth-0.3.0.jar",
                Map.of(
                        "META-INF/maven/io.contractcheck/contract-hooks-auth/pom.properties",
                        "groupId=io.contractcheck\nartifactId=contract-hooks-auth\nversion=0.3.0"));
        assertThat(Contents.of(jar).builtAgainst()).contains("0.3.0");
    }

    @Test
    void what_cannot_be_read_has_no_hash_and_does_no_harm() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.jar"), "no jar");
        assertThat(Contents.of(broken)).isEqualTo(new Contents(Optional.empty(), Optional.empty(), Optional.empty()));
        assertThat(Contents.of(folder.resolve("absent.jar")).hash()).isEmpty();
    }

    @Test
    void a_loaded_hook_and_one_that_is_only_named_come_from_the_same_jar() throws Exception {
        Path classes = Compiled.classes(folder, Map.of("com.acme.Tenant", HOOK));
        Path jar = Compiled.jar(
                folder.resolve("acme-hooks-1.2.0.jar"),
                Map.of("META-INF/maven/com.acme/acme-hooks/pom.properties", PROPERTIES),
                classes);
        try (URLClassLoader loader = Compiled.loader(jar)) {
            Hook hook =
                    (Hook) loader.loadClass("com.acme.Tenant").getConstructor().newInstance();
            HookOrigin origin = HookOrigin.of(hook);
            assertThat(origin).isEqualTo(HookOrigin.of("com.acme.Tenant", loader));
            assertThat(origin.describe()).isEqualTo("acme-hooks-1.2.0.jar (com.acme:acme-hooks:1.2.0)");
            assertThat(origin.hash()).contains(hash(classes));
            assertThat(HookOrigin.of("com.acme.Nowhere", loader)).isEqualTo(HookOrigin.unknown("com.acme.Nowhere"));
        }
    }

    @Test
    void a_hook_may_come_from_a_folder() {
        RunHook hook = new RunHook() {
            @Override
            public void before(Run run, HookContext context) {}

            @Override
            public void after(Run run, HookContext context) {}
        };
        assertThat(HookOrigin.of(hook).file()).isEqualTo("test-classes");
    }
}
