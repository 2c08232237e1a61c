package io.contractcheck.auth;

import java.nio.file.Path;
import java.util.List;

/** Who calls, as a Web Fuzzing Commons authentication file says it. */
public final class WfcAuthFile {
    private WfcAuthFile() {}

    /**
     * Reads such a file, JSON or YAML.
     *
     * @param users names of those taken, in that order; empty for all
     * @throws AuthException if it cannot be read; the message names the file and the pointer
     */
    public static AuthSettings read(Path file, List<String> users) {
        throw new AuthException(file + " cannot be read yet: " + users);
    }
}
