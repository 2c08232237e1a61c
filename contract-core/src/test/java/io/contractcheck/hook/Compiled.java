package io.contractcheck.hook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;

/** Hooks compiled by a test, against whatever it likes, and packed. */
public final class Compiled {
    private Compiled() {}

    /**
     * Compiles sources.
     *
     * @param sources by class name; those that stand for another version of something are compiled, too
     * @return the folder of the classes
     */
    public static Path classes(Path folder, Map<String, String> sources) {
        try {
            Path source = folder.resolve("source");
            Path classes = Files.createDirectories(folder.resolve("classes"));
            List<String> arguments = new ArrayList<>(List.of("-proc:none", "-d", classes.toString()));
            for (Map.Entry<String, String> entry : sources.entrySet()) {
                Path file = source.resolve(entry.getKey().replace('.', '/') + ".java");
                Files.createDirectories(file.getParent());
                arguments.add(Files.writeString(file, entry.getValue()).toString());
            }
            int result = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
            if (result != 0) {
                throw new IllegalStateException("the sources of the test do not compile");
            }
            return classes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Packs texts and the files of a folder. */
    public static Path jar(Path file, Map<String, String> texts, Path... folders) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        texts.forEach((name, text) -> entries.put(name, text.getBytes(StandardCharsets.UTF_8)));
        try {
            for (Path folder : folders) {
                try (Stream<Path> walk = Files.walk(folder)) {
                    for (Path path : walk.filter(Files::isRegularFile).sorted().toList()) {
                        entries.put(folder.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
                    }
                }
            }
            return zip(file, entries, 1_000_000_000_000L);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path zip(Path file, Map<String, byte[]> entries, long time) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                ZipEntry packed = new ZipEntry(entry.getKey());
                packed.setTime(time);
                out.putNextEntry(packed);
                out.write(entry.getValue());
                out.closeEntry();
            }
        }
        return file;
    }

    /** A loader of jars and folders; the classes of this test come before theirs. */
    public static URLClassLoader loader(Path... places) {
        try {
            URL[] urls = new URL[places.length];
            for (int i = 0; i < places.length; i++) {
                urls[i] = places[i].toUri().toURL();
            }
            return new URLClassLoader(urls, Compiled.class.getClassLoader());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
