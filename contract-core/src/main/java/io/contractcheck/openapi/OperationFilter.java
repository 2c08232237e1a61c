package io.contractcheck.openapi;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiPredicate;
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

    /** Whether the broken operation is chosen; empty if nobody can tell, since only its method and path are known. */
    public Optional<Boolean> matches(BrokenOperation broken) {
        int space = broken.label().indexOf(' ');
        return place().map(place -> place.test(
                broken.label().substring(0, Math.max(space, 0)), broken.label().substring(space + 1)));
    }

    private Predicate<Operation> predicate() {
        Optional<BiPredicate<String, String>> place = place();
        if (place.isPresent()) {
            return o -> place.get().test(o.method(), o.path());
        }
        int colon = text.indexOf(':');
        String rest = text.substring(colon + 1).trim();
        switch (kind()) {
            case "tag":
                return o -> o.tags().stream().anyMatch(wild(rest, false));
            case "operationid":
                return o -> o.operationId().filter(wild(rest, false)).isPresent();
            default:
                return o -> o.operationId().filter(wild(text, false)).isPresent();
        }
    }

    private String kind() {
        int colon = text.indexOf(':');
        return colon < 0 ? "" : text.substring(0, colon).trim().toLowerCase(Locale.ROOT);
    }

    /** What decides by method and path, if the filter speaks of no more. */
    private Optional<BiPredicate<String, String>> place() {
        String rest = text.substring(text.indexOf(':') + 1).trim();
        switch (kind()) {
            case "path":
                return Optional.of((m, p) -> wild(rest, false).test(p));
            case "method":
                return Optional.of((m, p) -> wild(rest, true).test(m));
            case "tag", "operationid":
                return Optional.empty();
            default:
                break;
        }
        int space = text.indexOf(' ');
        if (text.startsWith("/") || text.startsWith("*") && space < 0) {
            return Optional.of((m, p) -> wild(text, false).test(p));
        }
        if (space > 0) {
            Predicate<String> method = wild(text.substring(0, space), true);
            Predicate<String> path = wild(text.substring(space).trim(), false);
            return Optional.of((m, p) -> method.test(m) && path.test(p));
        }
        return METHODS.contains(text.toUpperCase(Locale.ROOT))
                ? Optional.of((m, p) -> wild(text, true).test(m))
                : Optional.empty();
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
