package io.contractcheck.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.contractcheck.hook.Hook;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Jars of hooks that were compiled against another version of contract-core, in which some types are as given here. */
final class ForeignHooks {
    private static final String HOOK = "package io.contractcheck.hook; public interface Hook {}";
    private static final String BUILT_AGAINST = "0.0.9";

    private ForeignHooks() {}

    /** It implements a method that has another signature now. */
    static ClassLoader changed(Path folder) throws IOException {
        Map<String, String> then = new LinkedHashMap<>();
        then.put("io.contractcheck.hook.Hook", HOOK);
        then.put(
                "io.contractcheck.hook.RequestHook",
                "package io.contractcheck.hook; public interface RequestHook extends Hook { String request(String url); }");
        return loader(
                folder.resolve("changed"),
                then,
                "Changed",
                "package acme; public class Changed implements io.contractcheck.hook.RequestHook {"
                        + " public String request(String url) { return url; } }");
    }

    /** It implements an interface that is no longer there. */
    static ClassLoader gone(Path folder) throws IOException {
        Map<String, String> then = new LinkedHashMap<>();
        then.put("io.contractcheck.hook.Hook", HOOK);
        then.put(
                "io.contractcheck.hook.BeforeCall",
                "package io.contractcheck.hook; public interface BeforeCall extends Hook {}");
        return loader(
                folder.resolve("gone"),
                then,
                "Gone",
                "package acme; public class Gone implements io.contractcheck.hook.BeforeCall {}");
    }

    private static ClassLoader loader(Path folder, Map<String, String> then, String name, String hook)
            throws IOException {
        Map<String, String> sources = new LinkedHashMap<>(then);
        sources.put("acme." + name, hook);
        Path classes = Files.createDirectories(folder.resolve("classes"));
        compile(classes, sources);
        Path jar = folder.resolve("acme-hooks.jar");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("ContractCheck-Version", BUILT_AGAINST);
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest)) {
            add(out, "acme/" + name + ".class", Files.readAllBytes(classes.resolve("acme/" + name + ".class")));
            add(out, "META-INF/services/" + Hook.class.getName(), ("acme." + name).getBytes(StandardCharsets.UTF_8));
        }
        return new URLClassLoader(new URL[] {jar.toUri().toURL()}, ForeignHooks.class.getClassLoader());
    }

    private static void add(JarOutputStream out, String name, byte[] content) throws IOException {
        out.putNextEntry(new JarEntry(name));
        out.write(content);
        out.closeEntry();
    }

    private static void compile(Path classes, Map<String, String> sources) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<JavaFileObject> files = new ArrayList<>();
        sources.forEach((name, text) -> files.add(new Source(name, text)));
        boolean done = compiler.getTask(null, null, null, List.of("-d", classes.toString(), "-proc:none"), null, files)
                .call();
        assertThat(done).isTrue();
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String name, String text) {
            super(URI.create("memory:/" + name.replace('.', '/') + Kind.SOURCE.extension), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
