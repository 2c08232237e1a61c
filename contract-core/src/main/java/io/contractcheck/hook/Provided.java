package io.contractcheck.hook;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@link ResourceHook}s give to the runs of a build.
 *
 * @param values by name
 * @param secrets what must never be seen, by the shell variable that stands for it
 * @param settings names that the hooks asked for as they opened, so that these have an effect although no run asks for them
 */
public record Provided(Map<String, String> values, Map<String, String> secrets, List<String> settings) {
    /** Nothing. */
    public static final Provided NOTHING = new Provided(Map.of(), Map.of(), List.of());

    public Provided {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        secrets = Collections.unmodifiableMap(new LinkedHashMap<>(secrets));
        settings = List.copyOf(settings);
    }

    /** Without what is secret, since it may be printed. */
    @Override
    public String toString() {
        return "Provided" + values.keySet();
    }
}
