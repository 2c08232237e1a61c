package io.contractcheck.testcase;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code ;n=v}; arrays {@code ;n=a,b}, exploded {@code ;n=a;n=b}; objects {@code ;n=k,v}, exploded {@code ;k=v;k=v} (RFC 6570,
 * section 3.2.7).
 */
record MatrixStyle(String name, Place place, boolean explode) implements PathStyle {
    @Override
    public String write(JsonNode value) {
        if (value.isContainerNode() && value.isEmpty()) {
            throw new UnwritableException("an empty " + (value.isArray() ? "array" : "object") + " has no form here");
        }
        if (explode && value.isArray()) {
            StringBuilder out = new StringBuilder();
            value.forEach(item -> out.append(assign(name, place.item(Scalars.text(item), List.of(";")))));
            return out.toString();
        }
        if (explode && value.isObject()) {
            StringBuilder out = new StringBuilder();
            for (Map.Entry<String, JsonNode> member : value.properties()) {
                out.append(assign(member.getKey(), place.item(Scalars.text(member.getValue()), List.of(";"))));
            }
            return out.toString();
        }
        return assign(name, text().write(value));
    }

    private String assign(String key, String value) {
        String written = ";" + place.item(key, List.of(";", "="));
        return value.isEmpty() ? written : written + "=" + value;
    }

    @Override
    public Raw read(String raw) {
        if (!raw.startsWith(";")) {
            throw new UnreadableException("'" + raw + "' does not begin with a semicolon");
        }
        List<Raw> own = new ArrayList<>();
        Map<String, Raw> members = new LinkedHashMap<>();
        String first = "";
        for (Pair pair : Pair.parse(raw, ";")) {
            String key = place.read(pair.name());
            Raw value = new Raw.Text(place.read(pair.value()));
            members.put(key, value);
            if (key.equals(name)) {
                first = own.isEmpty() ? pair.value() : first;
                own.add(value);
            }
        }
        if (!explode) {
            if (own.isEmpty()) {
                throw new UnreadableException("'" + raw + "' does not name '" + name + "'");
            }
            return text().read(first);
        }
        List<Raw> readings = new ArrayList<>();
        if (own.size() == 1) {
            readings.add(own.get(0));
        }
        if (!own.isEmpty()) {
            readings.add(new Raw.Items(own));
        }
        readings.add(new Raw.Members(members));
        readings.add(own.isEmpty() ? new Raw.Text(place.read(raw)) : own.get(0));
        return new Raw.Either(readings);
    }

    private Delimited text() {
        return new Delimited(place, List.of(","), false);
    }
}
