package io.contractcheck.testcase;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.openapi.Parameter;
import java.util.ArrayList;
import java.util.List;

/** A style whose value is one text: those of paths, and the simple one of headers. */
interface PathStyle {
    /** The value as it stands in the path or header. */
    String write(JsonNode value);

    /** Everything the text can mean. */
    Raw read(String raw);

    /** The style of a path parameter or header. */
    static PathStyle of(Parameter parameter, Place place) {
        return switch (parameter.style()) {
            case LABEL -> new LabelStyle(place, parameter.explode());
            case MATRIX -> new MatrixStyle(parameter.name(), place, parameter.explode());
            default -> new SimpleStyle(new Delimited(place, delimiters(parameter), parameter.explode()));
        };
    }

    private static List<String> delimiters(Parameter parameter) {
        List<String> all = new ArrayList<>();
        all.add(FormStyle.delimiter(parameter.style()));
        all.addAll(parameter.innerDelimiters());
        return all;
    }
}
