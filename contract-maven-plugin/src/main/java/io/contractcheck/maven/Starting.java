package io.contractcheck.maven;

import io.contractcheck.ContractException;
import io.contractcheck.Resources;
import io.contractcheck.hook.Hook;
import io.contractcheck.hook.HookSettings;
import io.contractcheck.hook.Provided;
import io.contractcheck.http.Secrets;
import io.contractcheck.service.BoundedCommand;
import io.contractcheck.service.Cleanup;
import io.contractcheck.service.Keeper;
import io.contractcheck.service.LateValues;
import io.contractcheck.service.Service;
import io.contractcheck.service.ServiceException;
import io.contractcheck.service.ServiceSettings;
import io.contractcheck.service.Surroundings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.project.MavenProject;

/**
 * Starts the service with all that it needs.
 *
 * @param setUp commands
 * @param secrets what the log must not show
 * @param cleanup which ends what was started
 */
record Starting(
        Console console,
        Path reports,
        ServiceConfiguration service,
        List<String> setUp,
        Times times,
        Secrets secrets,
        Cleanup cleanup) {
    /** The service's log, in the reports. */
    static final String LOG = "service.log";

    /**
     * How long each may take.
     *
     * @param setUp each command
     */
    record Times(Duration setUp, Duration start, Duration stop) {
        static final Duration SET_UP = Duration.ofMinutes(5);
    }

    /**
     * Starts all, and tells the goals that follow.
     *
     * @param ended is done when all has ended
     * @throws ContractException if a hook fails, or a parameter is wrong
     * @throws ServiceException if a command or the service fails
     */
    Started start(List<Hook> hooks, HookSettings settings, MavenProject project, Runnable ended) {
        Optional<Keeper> keeper = keeper();
        LateValues values = service.values();
        Map<String, String> properties = new LinkedHashMap<>();
        settings.properties().forEach((name, value) -> properties.put(name, values.fillKnown(value)));
        Provided provided = Resources.open(
                hooks,
                new HookSettings(properties, settings.required(), settings.scopes()),
                secrets,
                cleanup,
                console::info,
                console::warn);
        provided.values().forEach(values::put);
        ServiceSettings serviceSettings = new ServiceSettings(
                service.program(),
                Optional.of(values.port()),
                service.readiness(),
                times.start(),
                times.stop(),
                reports.resolve(LOG));
        Map<String, String> environment = service.environment();
        environment.forEach((name, value) -> {
            if (Secrets.carriesCredentials(name)) {
                secrets.add(name, value);
            }
        });
        Surroundings surroundings = new Surroundings(service.directory(), environment, secrets, keeper);
        List<String> commands =
                setUp.stream().map(command -> values.fill("setUp", command)).toList();
        for (int i = 1; i <= commands.size(); i++) {
            setUp(i, commands, surroundings);
        }
        Service running = service(serviceSettings, surroundings, values);
        return Started.tell(project, values, provided, serviceSettings.log(), () -> {
            running.ended().ifPresent(console::warn);
            try {
                cleanup.close();
            } finally {
                ended.run();
            }
        });
    }

    private Optional<Keeper> keeper() {
        try {
            Keeper keeper = Keeper.start();
            // What could not be ended in the usual way is left to it
            cleanup.add(keeper::act);
            return Optional.of(keeper);
        } catch (ServiceException e) {
            console.warn("If Maven is killed, the service is not stopped: " + e.getMessage());
            return Optional.empty();
        }
    }

    private void setUp(int number, List<String> commands, Surroundings surroundings) {
        String command = commands.get(number - 1);
        console.info("Set-up " + number + " of " + commands.size() + ": " + surroundings.shown(command));
        BoundedCommand.setUp(number, command, times.setUp(), reports.resolve("set-up-" + number + ".log"))
                .run(surroundings, cleanup);
    }

    private Service service(ServiceSettings settings, Surroundings surroundings, LateValues values) {
        long begin = System.nanoTime();
        Service running = Service.start(settings, surroundings);
        cleanup.add(running::close);
        console.info("Service: " + surroundings.shown(settings.program().describe()) + " on port " + values.port()
                + " (process " + running.pid() + "), log: " + settings.log());
        told(service.conventions().keySet());
        running.awaitReady();
        console.info("Service: ready after " + Texts.seconds(Duration.ofNanos(System.nanoTime() - begin)));
        return running;
    }

    private void told(Set<String> variables) {
        List<String> told = new ArrayList<>();
        if (variables.contains("SERVER_PORT")) {
            told.add("port by SERVER_PORT");
        }
        if (variables.contains("SPRING_DATASOURCE_URL")) {
            told.add("database by SPRING_DATASOURCE_URL");
        }
        if (!told.isEmpty()) {
            console.info("Service: told of its " + String.join(", and of its ", told) + " and the like");
            console.debug("Service: variables of its environment: " + String.join(", ", variables));
        }
    }
}
