package io.contractcheck.it.life;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * An operation.
 *
 * @param template of its path
 * @param form of its body, if it takes one
 * @param work answers it
 */
record Route(String method, String template, Optional<Form> form, Function<Call, Reply> work) {
    static Route get(String template, Function<Call, Reply> work) {
        return new Route("GET", template, Optional.empty(), work);
    }

    static Route delete(String template, Function<Call, Reply> work) {
        return new Route("DELETE", template, Optional.empty(), work);
    }

    static Route act(String template, Function<Call, Reply> work) {
        return new Route("POST", template, Optional.empty(), work);
    }

    static Route post(String template, Form form, Function<Call, Reply> work) {
        return new Route("POST", template, Optional.of(form), work);
    }

    static Route put(String template, Form form, Function<Call, Reply> work) {
        return new Route("PUT", template, Optional.of(form), work);
    }

    static Route patch(String template, Form form, Function<Call, Reply> work) {
        return new Route("PATCH", template, Optional.of(form), work);
    }

    /** The values of the template's parameters in a path, if the path follows it; not yet decoded. */
    Optional<Map<String, String>> names(String path) {
        String[] expected = template.split("/", -1);
        String[] given = path.split("/", -1);
        if (expected.length != given.length) {
            return Optional.empty();
        }
        Map<String, String> names = new LinkedHashMap<>();
        for (int i = 0; i < given.length; i++) {
            if (expected[i].startsWith("{")) {
                names.put(expected[i].substring(1, expected[i].length() - 1), given[i]);
            } else if (!expected[i].equals(given[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(names);
    }
}
