package io.contractcheck.hook;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Starts what the service under test needs before it can start, such as a database, and stops it when the service is gone.
 *
 * <pre>{@code
 * public final class Mailbox implements ResourceHook {
 *     public Resource open(HookContext context) {
 *         Mailserver server = Mailserver.on(0);
 *         return Resource.of("mail server on port " + server.port(), Map.of("mailPort", "" + server.port()), server::stop);
 *     }
 * }
 * }</pre>
 */
public non-sealed interface ResourceHook extends Hook {
    /** Starts it, or finds it. Asked once, in the order of the hooks, before any set-up command of the service runs. */
    Resource open(HookContext context);

    /** What was started. */
    interface Resource extends AutoCloseable {
        /** What it is and where, in a line for the build's log, without secrets. */
        String describe();

        /**
         * What others need to know to use it, by name: the pom's {@code @{contract.name}} for commands and the service, and
         * {@link HookContext#provided} for hooks.
         */
        Map<String, String> provides();

        /** Stops it, with all that it left; from any thread, and more than once. */
        @Override
        void close();

        /** A resource of these parts. */
        static Resource of(String description, Map<String, String> provides, Runnable close) {
            Map<String, String> values = Collections.unmodifiableMap(new LinkedHashMap<>(provides));
            return new Resource() {
                @Override
                public String describe() {
                    return description;
                }

                @Override
                public Map<String, String> provides() {
                    return values;
                }

                @Override
                public void close() {
                    close.run();
                }
            };
        }
    }
}
