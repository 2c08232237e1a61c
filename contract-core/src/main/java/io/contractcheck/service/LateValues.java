package io.contractcheck.service;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What is known only once the service's surroundings are there, and stands for {@code @{contract.name}} in what users write: {@code port}, a
 * free port for the service; {@code port.anything}, more free ports; and what hooks provide, such as {@code jdbcUrl}. Thread-safe.
 */
public final class LateValues {
    private static final Pattern PLACEHOLDER = Pattern.compile("@\\{\\s*(contract\\.)?([^}\\s]*)\\s*}");
    private static final String PORT = "port";

    private final Map<String, String> values = new LinkedHashMap<>();
    private final boolean picking;

    private LateValues(boolean picking) {
        this.picking = picking;
    }

    /** Nothing yet; ports are picked as they are asked for. */
    public static LateValues picking() {
        return new LateValues(true);
    }

    /** These, by names as {@code port} and {@code jdbcUrl}, and no others. */
    public static LateValues of(Map<String, String> values) {
        LateValues late = new LateValues(false);
        late.values.putAll(values);
        return late;
    }

    /** Makes a value known. */
    public synchronized void put(String name, String value) {
        values.put(name, value);
    }

    /** The port of the service, which is picked if nobody has set it. */
    public int port() {
        return value(PORT).map(Integer::parseInt).orElseThrow(() -> new IllegalStateException("no port"));
    }

    /** All by name. */
    public synchronized Map<String, String> all() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** Whether a text has a placeholder of that name, or one that begins so where it ends in a star. */
    public static boolean mentions(String text, String name) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .filter(m -> m.group(1) != null)
                .map(m -> m.group(2))
                .anyMatch(n -> name.endsWith("*") ? n.startsWith(name.replace("*", "")) : n.equals(name));
    }

    /**
     * The text with values in place of placeholders. {@code @{name}} of anything else stays as it is.
     *
     * @param parameter in which the text stands, for messages
     * @throws ServiceException if there is no value of that name
     */
    public String fill(String parameter, String text) {
        return replaced(text, placeholder -> {
            if (placeholder.group(1) == null) {
                // Other tools have placeholders that look like this
                if (all().containsKey(placeholder.group(2))) {
                    throw new ServiceException(parameter + ": " + placeholder.group()
                            + " is not replaced: write @{contract." + placeholder.group(2) + "}");
                }
                return placeholder.group();
            }
            return value(placeholder.group(2)).orElseThrow(() -> unknown(parameter, placeholder.group()));
        });
    }

    /** The same, where those that are not known yet stay as they are. */
    public String fillKnown(String text) {
        return replaced(
                text,
                placeholder -> placeholder.group(1) == null
                        ? placeholder.group()
                        : value(placeholder.group(2)).orElse(placeholder.group()));
    }

    private static String replaced(String text, Function<Matcher, String> value) {
        Matcher matcher = PLACEHOLDER.matcher(text);
        StringBuilder filled = new StringBuilder();
        int from = 0;
        while (matcher.find()) {
            filled.append(text, from, matcher.start()).append(value.apply(matcher));
            from = matcher.end();
        }
        return filled.append(text.substring(from)).toString();
    }

    private synchronized Optional<String> value(String name) {
        boolean port = name.equals(PORT) || name.startsWith(PORT + ".") && name.length() > PORT.length() + 1;
        if (picking && port && !values.containsKey(name)) {
            values.put(name, Integer.toString(Ports.free(values.values())));
        }
        return Optional.ofNullable(values.get(name));
    }

    private ServiceException unknown(String parameter, String placeholder) {
        Map<String, String> known = all();
        String message = parameter + ": nothing gives a value for " + placeholder + ".";
        if (!picking && known.isEmpty()) {
            return new ServiceException(
                    message + " Such values are there once the goal contract:start has run in this build,"
                            + " before this one.");
        }
        String names = known.keySet().stream().map(n -> "@{contract." + n + "}").collect(Collectors.joining(", "));
        boolean hooks = known.keySet().stream().anyMatch(n -> !n.equals(PORT) && !n.startsWith(PORT + "."));
        return new ServiceException(message + " Known: " + (names.isEmpty() ? "@{contract.port}" : names)
                + (picking ? ", and @{contract.port.NAME} for further ports" : "") + "."
                + (hooks
                        ? ""
                        : "\nOthers come from hooks, such as @{contract.jdbcUrl} from contract-hooks-postgres: its jar belongs"
                                + " under the <dependencies> of contract-maven-plugin."));
    }
}
