package io.contractcheck.openapi;

import io.contractcheck.json.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads OpenAPI 3's styles and Swagger 2.0's collection formats. */
final class Styles {
    private Styles() {}

    static Style standard(ParameterLocation in) {
        return switch (in) {
            case PATH, HEADER -> Style.SIMPLE;
            case QUERY, COOKIE -> Style.FORM;
        };
    }

    /** The style given, if OpenAPI has it. */
    static Optional<Style> given(Located place, Reading reading) {
        return Structure.text(place).flatMap(name -> {
            Optional<Style> style = named(name);
            if (style.isEmpty()) {
                reading.warn(place, "the style '" + name + "' is unknown and ignored");
            }
            return style;
        });
    }

    private static Optional<Style> named(String name) {
        return switch (name) {
            case "matrix" -> Optional.of(Style.MATRIX);
            case "label" -> Optional.of(Style.LABEL);
            case "simple" -> Optional.of(Style.SIMPLE);
            // of OpenAPI 3.2, for cookies, whose values are never percent-encoded here
            case "form", "cookie" -> Optional.of(Style.FORM);
            case "spaceDelimited" -> Optional.of(Style.SPACE_DELIMITED);
            case "pipeDelimited" -> Optional.of(Style.PIPE_DELIMITED);
            case "deepObject" -> Optional.of(Style.DEEP_OBJECT);
            default -> Optional.empty();
        };
    }

    static boolean fits(Style style, ParameterLocation in) {
        return switch (in) {
            case PATH -> style == Style.MATRIX || style == Style.LABEL || style == Style.SIMPLE;
            case HEADER -> style == Style.SIMPLE;
            case COOKIE -> style == Style.FORM;
            case QUERY ->
                style == Style.FORM
                        || style == Style.SPACE_DELIMITED
                        || style == Style.PIPE_DELIMITED
                        || style == Style.DEEP_OBJECT;
        };
    }

    /** Swagger 2.0: how an array becomes text, where commas are the style given. */
    static Style collection(Located holder, Style commas) {
        return switch (format(holder)) {
            case "multi" -> Style.FORM;
            case "ssv" -> Style.SPACE_DELIMITED;
            case "tsv" -> Style.TAB_DELIMITED;
            case "pipes" -> Style.PIPE_DELIMITED;
            default -> commas;
        };
    }

    /** Swagger 2.0: whether an array is repeated, not joined. */
    static boolean multi(Located holder) {
        return format(holder).equals("multi");
    }

    private static String format(Located holder) {
        return Structure.text(holder.get("collectionFormat")).orElse("csv");
    }

    /** Swagger 2.0: the delimiters of nested arrays, outermost first; none if there is no array. */
    static List<String> delimiters(Located holder) {
        List<String> delimiters = new ArrayList<>();
        for (Located level = holder; level.node().path("type").asText().equals("array"); level = level.get("items")) {
            delimiters.add(
                    switch (format(level)) {
                        case "ssv" -> " ";
                        case "tsv" -> "\t";
                        case "pipes" -> "|";
                        default -> ",";
                    });
        }
        return List.copyOf(delimiters);
    }

    /** Those of {@link #delimiters} below the outermost. */
    static List<String> innerDelimiters(Located holder) {
        List<String> all = delimiters(holder);
        return all.isEmpty() ? all : all.subList(1, all.size());
    }
}
