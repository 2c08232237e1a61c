package io.contractcheck;

import java.security.CodeSource;

/** Where an object's class came from. */
final class Origins {
    private Origins() {}

    /** The name of the jar or folder. */
    static String of(Object object) {
        CodeSource source = object.getClass().getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return "unknown";
        }
        String path = source.getLocation().getPath().replaceAll("/+$", "");
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
