package io.contractcheck.hooks.postgres;

import io.contractcheck.hook.HookContext;
import io.contractcheck.hook.ResourceHook.Resource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A database that can be used.
 *
 * @param kind where it comes from
 * @param description what it is, without secrets; where it is is added
 * @param address where it is
 * @param user as whom it is used, and who may do everything in it, if the run started it
 * @param password a secret
 * @param close ends it with all that it left, or does nothing; called once
 */
record Database(Settings.Kind kind, String description, Address address, String user, String password, Runnable close) {
    /** Whether the run started it, so that nothing else is in it. */
    boolean owned() {
        return kind != Settings.Kind.URL;
    }

    /** What commands, the service and other hooks need to know of it. */
    Resource toResource(HookContext context) {
        if (!password.isEmpty()) {
            context.secret(Settings.PASSWORD_VARIABLE, password);
        }
        Map<String, String> provides = new LinkedHashMap<>();
        provides.put("jdbcUrl", address.jdbcUrl());
        provides.put("databaseHost", address.host());
        provides.put("databasePort", Integer.toString(address.port()));
        provides.put("databaseName", address.name());
        provides.put("databaseUser", user);
        provides.put("databasePassword", password);
        provides.put("databaseOwned", Boolean.toString(owned()));
        provides.put("databaseKind", kind.text());
        AtomicBoolean closed = new AtomicBoolean();
        return Resource.of(description, provides, () -> {
            if (!closed.getAndSet(true)) {
                close.run();
            }
        });
    }
}
