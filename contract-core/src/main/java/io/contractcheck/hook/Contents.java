package io.contractcheck.hook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** What a jar or folder tells of itself: as {@link HookOrigin} has it, and nothing where it cannot be read. */
record Contents(Optional<String> artifact, Optional<String> hash, Optional<String> builtAgainst) {
    private static final String MANIFEST = "META-INF/MANIFEST.MF";
    private static final String MAVEN = "META-INF/maven/";

    @FunctionalInterface
    private interface Source {
        InputStream open() throws IOException;
    }

    static Contents of(Path place) {
        try {
            if (Files.isDirectory(place)) {
                return of(files(place), "");
            }
            try (ZipFile jar = new ZipFile(place.toFile())) {
                return of(entries(jar), String.valueOf(place.getFileName()));
            }
        } catch (IOException | IllegalArgumentException e) {
            return new Contents(Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    private static SortedMap<String, Source> files(Path folder) throws IOException {
        SortedMap<String, Source> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            walk.filter(Files::isRegularFile)
                    .forEach(file -> files.put(
                            folder.relativize(file).toString().replace('\\', '/'), () -> Files.newInputStream(file)));
        }
        return files;
    }

    private static SortedMap<String, Source> entries(ZipFile jar) {
        SortedMap<String, Source> entries = new TreeMap<>();
        jar.stream()
                .filter(entry -> !entry.isDirectory())
                .forEach((ZipEntry entry) -> entries.put(entry.getName(), () -> jar.getInputStream(entry)));
        return entries;
    }

    private static Contents of(SortedMap<String, Source> entries, String file) throws IOException {
        Optional<MavenPom> pom = pom(entries, file);
        Optional<String> told = Optional.empty();
        if (entries.containsKey(MANIFEST)) {
            try (InputStream in = entries.get(MANIFEST).open()) {
                told = Optional.ofNullable(new Manifest(in).getMainAttributes().getValue("ContractCheck-Version"));
            }
        }
        return new Contents(
                pom.map(MavenPom::coordinates),
                Optional.of(hash(entries)),
                told.or(() -> pom.flatMap(MavenPom::builtAgainst)));
    }

    private static String hash(SortedMap<String, Source> entries) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
        for (Map.Entry<String, Source> entry : entries.entrySet()) {
            String name = entry.getKey();
            if (ofTheBuild(name)) {
                continue;
            }
            try (InputStream in = entry.getValue().open()) {
                byte[] bytes = in.readAllBytes();
                digest.update(name.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
                digest.update(
                        ByteBuffer.allocate(Long.BYTES).putLong(bytes.length).flip());
                digest.update(bytes);
            }
        }
        return "sha256:" + HexFormat.of().formatHex(digest.digest());
    }

    /** What tells of the build, and not of what the code does. */
    private static boolean ofTheBuild(String name) {
        return name.equals(MANIFEST)
                || name.startsWith(MAVEN)
                || name.toUpperCase(Locale.ROOT).matches("META-INF/[^/]+\\.(SF|RSA|DSA|EC)");
    }

    /** The jar's own pom; a jar that others were packed into has several, of which its file is named after one. */
    private static Optional<MavenPom> pom(SortedMap<String, Source> entries, String file) throws IOException {
        List<MavenPom> poms = new ArrayList<>();
        for (Map.Entry<String, Source> entry : entries.entrySet()) {
            if (entry.getKey().startsWith(MAVEN) && entry.getKey().endsWith("/pom.properties")) {
                String xml = entry.getKey().replaceFirst("properties$", "xml");
                try (InputStream properties = entry.getValue().open();
                        InputStream pom =
                                entries.containsKey(xml) ? entries.get(xml).open() : InputStream.nullInputStream()) {
                    MavenPom.read(properties, pom).ifPresent(poms::add);
                }
            }
        }
        return poms.size() == 1
                ? Optional.of(poms.get(0))
                : poms.stream()
                        .filter(p -> file.startsWith(p.artifactId() + "-" + p.version()))
                        .findFirst();
    }
}
