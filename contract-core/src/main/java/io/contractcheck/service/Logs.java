package io.contractcheck.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that processes write to. */
final class Logs {
    private Logs() {}

    /**
     * Makes an empty file, with the folders that it is in.
     *
     * @throws ServiceException if it cannot be made
     */
    static Path begun(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            return Files.write(file, new byte[0]);
        } catch (IOException e) {
            throw new ServiceException("the log " + file + " cannot be written: " + e, e);
        }
    }
}
