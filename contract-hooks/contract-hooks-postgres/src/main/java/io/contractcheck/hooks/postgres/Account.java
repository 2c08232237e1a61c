package io.contractcheck.hooks.postgres;

import io.contractcheck.hook.HookException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * As whom programs of PostgreSQL run. They refuse to run as root, so where root builds they get a user namespace of their own, or where
 * that is forbidden, as in most containers, another user.
 *
 * @param prefix what stands before a command
 * @param other whether files must be given to {@link #NOBODY}
 */
record Account(List<String> prefix, boolean other) {
    /** A user without rights, on all systems with a {@code setpriv}. */
    private static final int NOBODY = 65534;

    static final Account OWN = new Account(List.of(), false);
    static final Account NAMESPACE = new Account(List.of("unshare", "-U"), false);
    static final Account ANOTHER =
            new Account(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"), true);

    /**
     * The one for those who own a folder.
     *
     * @throws HookException if it is root, who can be nobody else
     */
    static Account of(Path folder) {
        if (!isRoot(folder)) {
            return OWN;
        }
        if (NAMESPACE.works()) {
            return NAMESPACE;
        }
        if (ANOTHER.works()) {
            return ANOTHER;
        }
        throw new HookException(
                "an embedded PostgreSQL does not run as root, and neither 'unshare -U' nor 'setpriv' works here."
                        + " Run the build as another user, or set database to testcontainers or url.");
    }

    private static boolean isRoot(Path folder) {
        try {
            return Files.getFileStore(folder).supportsFileAttributeView("unix")
                    && Integer.valueOf(0).equals(Files.getAttribute(folder, "unix:uid"));
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return false;
        }
    }

    private boolean works() {
        List<String> command = new ArrayList<>(prefix);
        command.add("true");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (process.waitFor(10, TimeUnit.SECONDS)) {
                return process.exitValue() == 0;
            }
            process.destroyForcibly();
            return false;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Gives a file or an empty folder to the one who runs the programs. */
    void handOver(Path path) throws IOException {
        if (other) {
            Files.setAttribute(path, "unix:gid", NOBODY);
            Files.setAttribute(path, "unix:uid", NOBODY);
        }
    }
}
