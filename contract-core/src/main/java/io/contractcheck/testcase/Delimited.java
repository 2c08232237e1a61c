package io.contractcheck.testcase;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Arrays as {@code a,b} and objects as {@code k,v,k,v} or {@code k=v,k=v}: what all styles share.
 *
 * @param place where the text stands
 * @param delimiters outermost first; inner ones serve arrays in arrays (Swagger 2.0)
 * @param assigned whether members are {@code k=v}
 */
record Delimited(Place place, List<String> delimiters, boolean assigned) {

    /** The value as text; scalars by themselves. */
    String write(JsonNode value) {
        if (value.isArray()) {
            return join(items(value, 0), 0);
        }
        return value.isObject() ? join(members(value), 0) : place.write(Scalars.text(value));
    }

    private String join(List<String> pieces, int level) {
        return String.join(place.delimiter(delimiters.get(level)), pieces);
    }

    private List<String> items(JsonNode array, int level) {
        if (array.isEmpty()) {
            throw new UnwritableException("an empty array has no form here");
        }
        List<String> items = new ArrayList<>();
        for (JsonNode item : array) {
            if (item.isArray() && level + 1 < delimiters.size()) {
                items.add(join(items(item, level + 1), level + 1));
            } else {
                items.add(place.item(Scalars.text(item), delimiters));
            }
        }
        return items;
    }

    private List<String> members(JsonNode object) {
        List<String> reserved = assigned ? with("=") : delimiters;
        List<String> pieces = new ArrayList<>();
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            String key = place.item(member.getKey(), reserved);
            String value = place.item(Scalars.text(member.getValue()), delimiters);
            if (assigned) {
                pieces.add(key + "=" + value);
            } else {
                pieces.add(key);
                pieces.add(value);
            }
        }
        return pieces;
    }

    private List<String> with(String other) {
        List<String> all = new ArrayList<>(delimiters);
        all.add(other);
        return all;
    }

    /** Everything the text can mean. */
    Raw read(String raw) {
        List<String> pieces = place.split(raw, delimiters.get(0));
        Raw items = items(pieces);
        List<Raw> readings = new ArrayList<>();
        if (pieces.size() > 1) {
            readings.add(items);
        }
        Map<String, Raw> members = raw.isEmpty() ? new LinkedHashMap<>() : members(pieces);
        if (members != null && pieces.size() > 1) {
            readings.add(new Raw.Members(members));
        }
        readings.add(new Raw.Text(place.read(raw)));
        if (pieces.size() == 1) {
            readings.add(items);
            if (members != null) {
                readings.add(new Raw.Members(members));
            }
        }
        return new Raw.Either(readings);
    }

    private Raw items(List<String> pieces) {
        List<Raw> items = new ArrayList<>();
        for (String piece : pieces) {
            items.add(
                    delimiters.size() > 1
                            ? new Delimited(place, delimiters.subList(1, delimiters.size()), false).read(piece)
                            : new Raw.Text(place.read(piece)));
        }
        return new Raw.Items(items);
    }

    /** Null where the pieces are no members. */
    private @Nullable Map<String, Raw> members(List<String> pieces) {
        Map<String, Raw> members = new LinkedHashMap<>();
        if (!assigned && pieces.size() % 2 != 0) {
            return null;
        }
        for (int i = 0; i < pieces.size(); i += assigned ? 1 : 2) {
            String piece = pieces.get(i);
            int equals = piece.indexOf('=');
            if (assigned && equals < 0) {
                return null;
            }
            String key = assigned ? piece.substring(0, equals) : piece;
            String value = assigned ? piece.substring(equals + 1) : pieces.get(i + 1);
            members.put(place.read(key), new Raw.Text(place.read(value)));
        }
        return members;
    }
}
