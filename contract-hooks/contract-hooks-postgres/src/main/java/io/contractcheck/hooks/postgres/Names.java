package io.contractcheck.hooks.postgres;

import java.security.SecureRandom;
import java.util.HexFormat;

/** How a database that the run starts is called, and its only user. */
final class Names {
    static final String DATABASE = "contract";
    static final String USER = "contract";

    private Names() {}

    /** 32 digits that nobody knows, as for a password: others on the machine can reach the port. */
    static String random() {
        byte[] bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
