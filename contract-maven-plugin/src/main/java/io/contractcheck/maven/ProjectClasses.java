package io.contractcheck.maven;

import io.contractcheck.ContractException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The classes that a project compiles, as {@code target/classes} has them.
 *
 * @param folder which need not be there
 */
record ProjectClasses(Path folder) {
    private static final String SPRING_BOOT = "Lorg/springframework/boot/autoconfigure/SpringBootApplication;";
    private static final int MOST_NAMED = 5;

    /** The packages that have classes, without those inside others of them, by name. */
    List<String> packages() {
        List<String> roots = new ArrayList<>();
        new TreeSet<>(files().stream().map(this::packageOf).toList())
                .stream()
                        .filter(name -> !name.isEmpty())
                        .filter(name -> roots.stream().noneMatch(root -> name.startsWith(root + ".")))
                        .forEach(roots::add);
        return roots;
    }

    /**
     * The class that starts the service: that of Spring Boot, or the only one with a main method.
     *
     * @throws ContractException if there are several
     */
    Optional<String> mainClass() {
        List<ClassFile> classes = new ArrayList<>();
        for (Path file : files()) {
            try (InputStream in = Files.newInputStream(file)) {
                classes.add(ClassFile.read(in));
            } catch (IOException e) {
                continue; // what cannot be read is not run either
            }
        }
        List<String> boot = classes.stream()
                .filter(c -> c.texts().contains(SPRING_BOOT))
                .map(ClassFile::name)
                .toList();
        List<String> mains =
                classes.stream().filter(ClassFile::main).map(ClassFile::name).toList();
        // Kotlin puts the main function of X.kt into a class XKt beside it
        List<String> booted = mains.stream()
                .filter(main -> boot.contains(main) || boot.contains(main.replaceFirst("Kt$", "")))
                .toList();
        List<String> candidates = booted.isEmpty() ? mains : booted;
        if (candidates.size() > 1) {
            throw new ContractException("service: which class is the service? " + candidates.size()
                    + " classes of this project can be run: "
                    + String.join(", ", candidates.subList(0, Math.min(MOST_NAMED, candidates.size())))
                    + (candidates.size() > MOST_NAMED ? ", ..." : "")
                    + ".\nName it: <service><mainClass>" + candidates.get(0) + "</mainClass></service>");
        }
        return candidates.stream().findFirst();
    }

    private String packageOf(Path file) {
        Path parent = folder.relativize(file).getParent();
        return parent == null
                ? ""
                : parent.toString().replace(parent.getFileSystem().getSeparator(), ".");
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            Path metaInf = folder.resolve("META-INF");
            return files.filter(f -> f.toString().endsWith(".class") && !f.startsWith(metaInf))
                    .filter(f -> !f.getFileName().toString().equals("module-info.class")
                            && !f.getFileName().toString().equals("package-info.class"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new ContractException("the classes in " + folder + " cannot be read: " + e, e);
        }
    }
}
