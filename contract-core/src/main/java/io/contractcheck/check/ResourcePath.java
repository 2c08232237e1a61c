package io.contractcheck.check;

import io.contractcheck.openapi.ParameterLocation;
import io.contractcheck.testcase.TestCase;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where in an API a call goes: the segments of its path, those with parameters by their values. The last {@code s} of a word does not count,
 * so that {@code /user/7} is within {@code /users/7}.
 *
 * @param segments each begins with {@code =} if it is a value
 */
record ResourcePath(List<String> segments) {
    private static final Pattern PARAMETER = Pattern.compile("\\{([^{}]+)}");

    ResourcePath {
        segments = List.copyOf(segments);
    }

    static ResourcePath of(TestCase call) {
        List<String> segments = new ArrayList<>();
        for (String segment : split(call.operation().path())) {
            if (segment.indexOf('{') >= 0) {
                Matcher parameter = PARAMETER.matcher(segment);
                if (parameter.find()) {
                    segments.add(
                            "=" + parameter.replaceAll(found -> Matcher.quoteReplacement(value(call, found.group(1)))));
                    continue;
                }
            }
            segments.add(segment.endsWith("s") ? segment.substring(0, segment.length() - 1) : segment);
        }
        return new ResourcePath(segments);
    }

    /** Without a slash at either end. */
    private static List<String> split(String path) {
        int end = path.length() > 1 && path.endsWith("/") ? path.length() - 1 : path.length();
        List<String> segments = new ArrayList<>();
        int begin = path.startsWith("/") ? 1 : 0;
        for (int slash = path.indexOf('/', begin); slash >= 0 && slash < end; slash = path.indexOf('/', begin)) {
            segments.add(path.substring(begin, slash));
            begin = slash + 1;
        }
        segments.add(path.substring(begin, end));
        return segments;
    }

    private static String value(TestCase call, String name) {
        return call.parameters().stream()
                .filter(v -> v.parameter().in() == ParameterLocation.PATH
                        && v.parameter().name().equals(name))
                .map(v ->
                        v.value().isValueNode() ? v.value().asText() : v.value().toString())
                .findFirst()
                .orElse("{" + name + "}");
    }

    /** Whether it names one thing of a kind, by a value at its end. */
    boolean isMember() {
        return segments.get(segments.size() - 1).startsWith("=");
    }

    /** Up to its last value; nothing if it has none. */
    ResourcePath thing() {
        int end = segments.size();
        while (end > 0 && !segments.get(end - 1).startsWith("=")) {
            end--;
        }
        return new ResourcePath(segments.subList(0, end));
    }

    /** Whether it is that or leads further. */
    boolean isWithin(ResourcePath other) {
        return segments.size() >= other.segments.size()
                && segments.subList(0, other.segments.size()).equals(other.segments);
    }

    /** Whether it names a member right within that. */
    boolean isMemberOf(ResourcePath collection) {
        return isMember() && segments.size() == collection.segments.size() + 1 && isWithin(collection);
    }
}
