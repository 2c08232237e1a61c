package io.contractcheck.testcase;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** {@code .v}; arrays {@code .a,b}, exploded {@code .a.b}; objects {@code .k,v}, exploded {@code .k=v.k=v} (RFC 6570, section 3.2.5). */
record LabelStyle(Place place, boolean explode) implements PathStyle {
    @Override
    public String write(JsonNode value) {
        String text = text().write(value);
        if (text.isEmpty() || text.startsWith(".") || text.endsWith(".") || text.contains("..")) {
            throw new UnwritableException("an empty value has no form in a label");
        }
        return "." + text;
    }

    @Override
    public Raw read(String raw) {
        if (!raw.startsWith(".")) {
            throw new UnreadableException("'" + raw + "' does not begin with a dot");
        }
        return text().read(raw.substring(1));
    }

    private Delimited text() {
        return new Delimited(place, List.of(explode ? "." : ","), explode);
    }
}
