package io.contractcheck.hooks.postgres;

import io.contractcheck.hook.HookContext;
import io.contractcheck.hook.HookException;
import io.contractcheck.hook.ResourceHook.Resource;
import org.testcontainers.utility.DockerImageName;

/** Where a database comes from. */
final class Databases {
    private Databases() {}

    /**
     * Opens one, as the settings say.
     *
     * @throws HookException if there is none to be had; then nothing is left running
     */
    static Resource open(HookContext context) {
        Settings settings = Settings.of(context);
        Database database = switch (settings.database()) {
            case URL -> Existing.open(settings, context);
            case TESTCONTAINERS -> Container.open(settings, Container.image(settings));
            case EMBEDDED -> Embedded.open(settings, "");
            case AUTO -> settings.databaseUrl().isPresent() ? Existing.open(settings, context) : any(settings);
        };
        return database.toResource(context);
    }

    private static Database any(Settings settings) {
        DockerImageName image = Container.image(settings);
        HookException noContainer;
        try {
            return Container.open(settings, image);
        } catch (HookException e) {
            noContainer = e;
        }
        String why = noContainer.getMessage().lines().findFirst().orElseThrow();
        if (settings.strict()) {
            throw new HookException(
                    noContainer.getMessage()
                            + ".\nAn embedded PostgreSQL would do, but strict forbids to fall back to it:"
                            + " set database to embedded if it may be that one.",
                    noContainer);
        }
        try {
            return Embedded.open(settings, ", since " + why);
        } catch (HookException e) {
            e.addSuppressed(noContainer);
            throw new HookException(e.getMessage() + "\nIt was tried since " + why + ".", e);
        }
    }
}
