package io.contractcheck.hooks.postgres;

import java.util.Optional;

/**
 * Which database, and as whom.
 *
 * @param owned whether this run started it, so that nothing in it has to be tidied up
 */
record Target(String jdbcUrl, Optional<String> user, Optional<String> password, boolean owned) {
    /** Without the password. */
    @Override
    public String toString() {
        return jdbcUrl + user.map(u -> " as " + u).orElse("");
    }
}
