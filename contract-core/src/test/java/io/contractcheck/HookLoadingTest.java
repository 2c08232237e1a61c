package io.contractcheck;

import static org.assertj.core.api.Assertions.assertThat;

import io.contractcheck.hook.Compiled;
import io.contractcheck.hook.Hook;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What users see of hook jars that do not load. */
class HookLoadingTest {
    private static final String MAVEN = "META-INF/maven/com.acme/acme-hooks/pom.";
    private static final String PROPERTIES = "groupId=com.acme\nartifactId=acme-hooks\nversion=1.2.0\n";
    private static final String POM = """
            <project>
              <dependencies>
                <dependency><groupId>io.contractcheck</groupId><artifactId>contract-core</artifactId><version>0.0.1</version></dependency>
              </dependencies>
            </project>
            """;
    private static final String RUN_HOOK = """
            package com.acme;
            import io.contractcheck.hook.*;
            public final class Tenant implements RunHook%s {
                %s
                public void before(Run run, HookContext context) {}
                public void after(Run run, HookContext context) {}
            }
            """;

    @TempDir
    private Path folder;

    /** The message when a jar of these sources is loaded; those of {@code gone} packages were there only when it was built. */
    private String message(Map<String, String> sources, String... gone) throws IOException {
        Path classes = Compiled.classes(folder, sources);
        for (String name : gone) {
            Files.delete(classes.resolve(name.replace('.', '/') + ".class"));
        }
        return message(classes);
    }

    private String message(Path classes) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(MAVEN + "properties", PROPERTIES);
        texts.put(MAVEN + "xml", POM);
        texts.put("META-INF/services/" + Hook.class.getName(), "# ours\ncom.acme.Tenant # the only one\n");
        Path jar = Compiled.jar(folder.resolve("acme-hooks-1.2.0.jar"), texts, classes);
        try (URLClassLoader loader = Compiled.loader(jar)) {
            try {
                ServiceLoader.load(Hook.class, loader).forEach(hook -> {});
                return "loaded";
            } catch (Error e) {
                return String.valueOf(HookLoading.failed(e, loader).getMessage());
            }
        }
    }

    @Test
    void a_good_hook_loads() throws IOException {
        assertThat(message(Map.of("com.acme.Tenant", RUN_HOOK.formatted("", ""))))
                .isEqualTo("loaded");
    }

    @Test
    void a_hook_that_was_built_against_another_version_says_so_in_its_first_line() throws IOException {
        String message = message(
                Map.of(
                        "com.acme.Tenant",
                        RUN_HOOK.formatted(", io.contractcheck.hook.OfOld", ""),
                        "io.contractcheck.hook.OfOld",
                        "package io.contractcheck.hook; public interface OfOld {}"),
                "io.contractcheck.hook.OfOld");
        assertThat(message.lines().findFirst())
                .hasValueSatisfying(line -> assertThat(line)
                        .startsWith("hook com.acme.Tenant from acme-hooks-1.2.0.jar (com.acme:acme-hooks:1.2.0) does"
                                + " not fit this ContractCheck: it was built against contract-core 0.0.1, and "
                                + Version.text() + " runs here (NoClassDefFoundError"));
        assertThat(message).contains("\nRebuild the hook against contract-core " + Version.text());
    }

    @Test
    void a_hook_that_misses_a_library_names_the_class() throws IOException {
        String message = message(
                Map.of(
                        "com.acme.Tenant",
                        RUN_HOOK.formatted("", "private final org.lib.Tool tool = new org.lib.Tool();"),
                        "org.lib.Tool",
                        "package org.lib; public final class Tool {}"),
                "org.lib.Tool");
        assertThat(message)
                .startsWith("hook com.acme.Tenant from acme-hooks-1.2.0.jar (com.acme:acme-hooks:1.2.0) misses a"
                        + " class: org.lib.Tool.\n")
                .contains("<dependencies>");
    }

    @Test
    void a_hook_compiled_for_a_newer_java_names_both() throws IOException {
        Path classes = Compiled.classes(folder, Map.of("com.acme.Tenant", RUN_HOOK.formatted("", "")));
        Path file = classes.resolve("com/acme/Tenant.class");
        byte[] bytes = Files.readAllBytes(file);
        bytes[7] = (byte) 200; // the major version, JVMS 4.1
        Files.write(file, bytes);
        assertThat(message(classes))
                .startsWith("hook com.acme.Tenant from acme-hooks-1.2.0.jar (com.acme:acme-hooks:1.2.0) was compiled"
                        + " for a newer Java than ")
                .contains("maven.compiler.release");
    }

    @Test
    void a_class_that_is_no_hook_says_what_to_implement() throws IOException {
        assertThat(message(Map.of("com.acme.Tenant", "package com.acme; public final class Tenant {}")))
                .startsWith("hook com.acme.Tenant from acme-hooks-1.2.0.jar (com.acme:acme-hooks:1.2.0) cannot be"
                        + " loaded: it is no hook.\n")
                .contains("io.contractcheck.hook")
                .contains("provided");
    }

    @Test
    void a_name_without_a_class_says_where_it_stands() throws IOException {
        assertThat(message(Map.of("com.acme.Other", "package com.acme; public final class Other {}")))
                .startsWith("hook com.acme.Tenant cannot be loaded: there is no such class.\n")
                .contains("META-INF/services/io.contractcheck.hook.Hook");
    }

    @Test
    void a_constructor_that_fails_or_wants_something_says_what_a_hook_is() throws IOException {
        assertThat(message(Map.of(
                        "com.acme.Tenant",
                        RUN_HOOK.formatted("", "public Tenant() { throw new IllegalStateException(\"oops\"); }"))))
                .contains("cannot be loaded: java.lang.IllegalStateException: oops\n")
                .contains("constructor without arguments");
    }

    @Test
    void a_constructor_with_arguments_is_no_constructor_for_a_hook() throws IOException {
        assertThat(message(Map.of("com.acme.Tenant", RUN_HOOK.formatted("", "public Tenant(String text) {}"))))
                .startsWith("hook com.acme.Tenant from acme-hooks-1.2.0.jar")
                .contains("constructor without arguments");
    }
}
