package io.contractcheck.learn.error;

import io.contractcheck.testcase.Mutation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a service says that something is wrong, in its own words.
 *
 * @param part of the request, if it says so
 * @param steps names as the service has them, outermost first, perhaps of its own classes and methods before those that callers know; any
 *     element of an array is {@code *}
 * @param value the value that it speaks of, as it repeats it, if it does
 */
public record Where(Optional<Mutation.Location> part, List<String> steps, Optional<String> value) {
    private static final Pattern STEP = Pattern.compile("\\[(?<index>[^\\]]*)\\]|(?<name>[^./\\[\\]]+)");
    private static final Pattern QUOTED = Pattern.compile("[\"'](.*)[\"']");
    private static final int LONGEST = 400;

    /** Nowhere in particular. */
    public static final Where UNKNOWN = new Where(Optional.empty(), List.of(), Optional.empty());

    public Where {
        steps = List.copyOf(steps);
    }

    /** The body as a whole. */
    static Where body() {
        return UNKNOWN.in(Mutation.Location.BODY);
    }

    /** A path with dots, slashes or brackets. */
    static Where at(String path) {
        List<String> steps = new ArrayList<>();
        Matcher step = STEP.matcher(path.substring(0, Math.min(path.length(), LONGEST)));
        while (step.find()) {
            String index = step.group("index");
            String name = step.group("name");
            if (name != null) {
                steps.addAll(named(name.trim()));
            } else {
                Matcher quoted = QUOTED.matcher(index);
                steps.add(quoted.matches() ? quoted.group(1) : "*");
            }
        }
        return new Where(Optional.empty(), steps, Optional.empty());
    }

    private static List<String> named(String name) {
        if (name.isEmpty() || name.startsWith("<") || name.equals("$") || name.equals("#")) {
            return List.of(); // how Bean Validation speaks of elements, and JSONPath of the root
        }
        return List.of(name.matches("\\d+") ? "*" : name);
    }

    /** A path whose first steps may be a part of the request's name, as {@code query.limit}. */
    static Where from(List<String> path) {
        if (path.isEmpty()) {
            return UNKNOWN;
        }
        Optional<Mutation.Location> part = part(path.get(0));
        List<String> rest = part.isPresent() ? path.subList(1, path.size()) : path;
        return new Where(
                part, rest.stream().map(s -> s.matches("\\d+") ? "*" : s).toList(), Optional.empty());
    }

    private static Optional<Mutation.Location> part(String name) {
        return switch (name) {
            case "body", "requestBody", "json" -> Optional.of(Mutation.Location.BODY);
            case "query", "querystring" -> Optional.of(Mutation.Location.QUERY);
            case "path", "params" -> Optional.of(Mutation.Location.PATH);
            case "header", "headers" -> Optional.of(Mutation.Location.HEADER);
            case "cookie", "cookies" -> Optional.of(Mutation.Location.COOKIE);
            default -> Optional.empty();
        };
    }

    /** The same in the part of the request that a word names, if it names one. */
    Where in(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "body" -> in(Mutation.Location.BODY);
            case "query", "request parameter", "querystring", "query_string" -> in(Mutation.Location.QUERY);
            case "path", "path variable", "uri template variable" -> in(Mutation.Location.PATH);
            case "header", "headers", "request header" -> in(Mutation.Location.HEADER);
            case "cookie", "cookies" -> in(Mutation.Location.COOKIE);
            default -> this;
        };
    }

    /** The same in a part of the request. */
    Where in(Mutation.Location other) {
        return new Where(Optional.of(other), steps, value);
    }

    /** The same with the value that is spoken of. */
    Where of(String other) {
        return new Where(part, steps, Optional.of(other));
    }

    /** A member of what is there. */
    Where get(String name) {
        List<String> more = new ArrayList<>(steps);
        more.add(name);
        return new Where(part, more, value);
    }

    boolean known() {
        return !steps.isEmpty() || value.isPresent();
    }
}
