package io.contractcheck.maven;

import io.contractcheck.ContractException;
import io.contractcheck.hook.HookSettings;
import io.contractcheck.openapi.OperationFilter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** Turns the parameters about hooks into what users set for them. */
final class HookParameters {
    private static final String PROPERTIES = "contract.hookProperties";

    private HookParameters() {}

    /**
     * The settings by name: those of the pom, then those of the command line, which come in their place.
     *
     * @param user the properties given with -D
     * @throws ContractException if a line is none
     */
    static Map<String, String> properties(Map<String, String> pom, Properties user) {
        Map<String, String> settings = new LinkedHashMap<>(pom);
        user.getProperty(PROPERTIES, "")
                .lines()
                .map(String::trim)
                .filter(l -> !l.isEmpty())
                .forEach(line -> {
                    int equals = line.indexOf('=');
                    if (equals < 1) {
                        throw Values.wrong("hookProperties", "(a line without =)", "write name=value, one a line");
                    }
                    settings.put(
                            line.substring(0, equals).trim(),
                            line.substring(equals + 1).trim());
                });
        user.stringPropertyNames().stream()
                .filter(n -> n.startsWith(PROPERTIES + "."))
                .sorted()
                .forEach(n -> settings.put(n.substring(PROPERTIES.length() + 1), user.getProperty(n)));
        return settings;
    }

    /**
     * To which operations hooks apply; several lines of one hook count as one.
     *
     * @param lines each as {@code HookName: GET /books, tag:x, !POST /books}
     * @throws ContractException if a line is none
     */
    static List<HookSettings.Scope> scopes(List<String> lines) {
        Map<String, List<String>> filters = new LinkedHashMap<>();
        for (String line : lines) {
            int colon = line.indexOf(':');
            String hook = colon < 0 ? "" : line.substring(0, colon).trim();
            List<String> texts = colon < 0
                    ? List.of()
                    : Values.texts(List.of(line.substring(colon + 1).split(",")));
            if (!hook.matches("[\\w.$]+") || texts.isEmpty()) {
                throw Values.wrong(
                        "hookScopes",
                        line,
                        "write a hook's name, a colon and operations, such as MyHook: GET /books/*, tag:shop, !POST /books");
            }
            filters.computeIfAbsent(hook, h -> new ArrayList<>()).addAll(texts);
        }
        return filters.entrySet().stream()
                .map(e -> new HookSettings.Scope(
                        e.getKey(),
                        e.getValue().stream()
                                .filter(f -> !f.startsWith("!"))
                                .map(OperationFilter::new)
                                .toList(),
                        e.getValue().stream()
                                .filter(f -> f.startsWith("!"))
                                .map(f -> excluded(e.getKey(), f))
                                .toList()))
                .toList();
    }

    private static OperationFilter excluded(String hook, String filter) {
        if (filter.substring(1).isBlank()) {
            throw Values.wrong("hookScopes", hook + ": !", "write operations after the !, such as !POST /books");
        }
        return new OperationFilter(filter.substring(1));
    }
}
