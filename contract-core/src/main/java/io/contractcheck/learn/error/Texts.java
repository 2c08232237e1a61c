package io.contractcheck.learn.error;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Texts in answers. */
final class Texts {
    private static final int READ = 8000;
    private static final Pattern BETWEEN =
            Pattern.compile("\\s{0,3}[,;\\n]\\s{0,3}(?=[\\w$]{1,80}(?:[.\\[][^\\s:,]{0,120})?: )");

    private Texts() {}

    /** The first of those members that is a text with something in it; empty if there is none. */
    static String first(JsonNode object, String... names) {
        return Arrays.stream(names)
                .map(name -> object.path(name))
                .filter(value -> value.isTextual() && !value.textValue().isBlank())
                .map(JsonNode::textValue)
                .findFirst()
                .orElse("");
    }

    /** The entries of a list in one text, each with its place before a colon. */
    static List<String> listed(String text) {
        return text.indexOf(':') < 0
                ? List.of()
                : Arrays.stream(BETWEEN.split(text.substring(0, Math.min(text.length(), READ))))
                        .map(String::trim)
                        .toList();
    }
}
