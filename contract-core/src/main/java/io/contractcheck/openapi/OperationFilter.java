package io.contractcheck.openapi;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Chooses operations, as users write it; {@code *} stands for any text:
 *
 * <ul>
 *   <li>{@code /books/*}: by path
 *   <li>{@code GET} or {@code method:GET}: by method
 *   <li>{@code GET /books/*}: by both
 *   <li>{@code tag:admin}: by tag
 *   <li>{@code operationId:find*}, or a bare word: by operation id
 * </ul>
 *
 * @param text as written
 */
public record OperationFilter(String text) {
    private static final List<String> METHODS =
            List.of("GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE");

    public OperationFilter {
        text = text.trim();
        if (text.isEmpty()) {
            throw new IllegalArgumentException(
                    "an operation filter is empty: write a path such as /books/*, GET /books,"
                            + " tag:name, method:GET or operationId:name");
        }
    }

    /** Whether the operation is chosen. */
    public boolean matches(Operation operation) {
        return predicate().test(operation);
    }

    private Predicate<Operation> predicate() {
        int colon = text.indexOf(':');
        String kind = colon < 0 ? "" : text.substring(0, colon).trim().toLowerCase(Locale.ROOT);
        String rest = text.substring(colon + 1).trim();
        switch (kind) {
            case "path":
                return o -> wild(rest, false).test(o.path());
            case "method":
                return o -> wild(rest, true).test(o.method());
            case "tag":
                return o -> o.tags().stream().anyMatch(wild(rest, false));
            case "operationid":
                return o -> o.operationId().filter(wild(rest, false)).isPresent();
            default:
                break;
        }
        if (text.startsWith("/")) {
            return o -> wild(text, false).test(o.path());
        }
        int space = text.indexOf(' ');
        if (space > 0) {
            Predicate<String> method = wild(text.substring(0, space), true);
            Predicate<String> path = wild(text.substring(space).trim(), false);
            return o -> method.test(o.method()) && path.test(o.path());
        }
        if (text.startsWith("*")) {
            return o -> wild(text, false).test(o.path());
        }
        if (METHODS.contains(text.toUpperCase(Locale.ROOT))) {
            return o -> wild(text, true).test(o.method());
        }
        return o -> o.operationId().filter(wild(text, false)).isPresent();
    }

    private static Predicate<String> wild(String pattern, boolean ignoreCase) {
        StringBuilder regex = new StringBuilder();
        for (String literal : pattern.split("\\*", -1)) {
            regex.append(regex.isEmpty() ? "" : ".*").append(Pattern.quote(literal));
        }
        Pattern compiled = Pattern.compile(regex.toString(), ignoreCase ? Pattern.CASE_INSENSITIVE : 0);
        return s -> compiled.matcher(s).matches();
    }
}
