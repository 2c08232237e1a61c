package io.contractcheck.maven;

import io.contractcheck.hook.Provided;
import io.contractcheck.service.LateValues;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * What contract:start started in a project, for the goals that follow. Kept in the project for as long as Maven runs, as types of the JDK only:
 * another execution of this plugin may have its own class loader.
 */
final class Started {
    private static final String KEY = Started.class.getName();
    private static final String VALUES = "values";
    private static final String SECRETS = "secrets";
    private static final String SETTINGS = "settings";
    private static final String LOG = "log";
    private static final String STOP = "stop";
    private static final String USE = "use";

    private final MavenProject project;
    private final Map<?, ?> parts;

    private Started(MavenProject project, Map<?, ?> parts) {
        this.project = project;
        this.parts = parts;
    }

    /** What runs now, if anything does. */
    static Optional<Started> in(MavenProject project) {
        return project.getContextValue(KEY) instanceof Map<?, ?> parts
                ? Optional.of(new Started(project, parts))
                : Optional.empty();
    }

    /**
     * Tells the goals that follow.
     *
     * @param values that stand for late placeholders
     * @param stop ends all, once
     */
    static Started tell(MavenProject project, LateValues values, Provided provided, Path log, Runnable stop) {
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put(VALUES, new LinkedHashMap<>(values.all()));
        parts.put(SECRETS, new LinkedHashMap<>(provided.secrets()));
        parts.put(SETTINGS, new ArrayList<>(provided.settings()));
        parts.put(LOG, log.toString());
        parts.put(STOP, stop);
        parts.put(USE, new ReentrantReadWriteLock());
        project.setContextValue(KEY, parts);
        return new Started(project, parts);
    }

    /** What late placeholders stand for: nothing, where nothing was started. */
    static LateValues values(MavenProject project) {
        return LateValues.of(in(project).map(s -> s.texts(VALUES)).orElse(Map.of()));
    }

    /** What hooks provide. */
    Provided provided() {
        List<String> settings = new ArrayList<>();
        if (parts.get(SETTINGS) instanceof List<?> list) {
            list.forEach(name -> settings.add(String.valueOf(name)));
        }
        return new Provided(texts(VALUES), texts(SECRETS), settings);
    }

    /** What the service writes. */
    Path log() {
        return Path.of(String.valueOf(parts.get(LOG)));
    }

    /** The service's port. */
    Optional<String> port() {
        return Optional.ofNullable(texts(VALUES).get("port"));
    }

    /** Does some work with the service, which is not stopped meanwhile even if Maven is to end, unless it takes long. */
    static <T> T during(MavenProject project, Supplier<T> work) {
        Optional<ReentrantReadWriteLock> lock = in(project).flatMap(Started::lock);
        lock.ifPresent(l -> l.readLock().lock());
        try {
            return work.get();
        } finally {
            lock.ifPresent(l -> l.readLock().unlock());
        }
    }

    /** Stops all, once. */
    void stop() {
        project.setContextValue(KEY, null);
        if (parts.get(STOP) instanceof Runnable stop) {
            stop.run();
        }
    }

    /** Stops all once nobody needs it any more, but not later than that. */
    void stopAfterUse(long millis) {
        try {
            lock().ifPresent(l -> waitFor(l, millis));
        } finally {
            stop();
        }
    }

    private static void waitFor(ReentrantReadWriteLock lock, long millis) {
        try {
            if (lock.writeLock().tryLock(millis, TimeUnit.MILLISECONDS)) {
                lock.writeLock().unlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<ReentrantReadWriteLock> lock() {
        return parts.get(USE) instanceof ReentrantReadWriteLock lock ? Optional.of(lock) : Optional.empty();
    }

    private Map<String, String> texts(String key) {
        Map<String, String> copy = new LinkedHashMap<>();
        @Nullable Object part = parts.get(key);
        if (part instanceof Map<?, ?> known) {
            known.forEach((name, value) -> copy.put(String.valueOf(name), String.valueOf(value)));
        }
        return copy;
    }
}
