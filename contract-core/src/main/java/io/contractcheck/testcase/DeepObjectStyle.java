package io.contractcheck.testcase;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code n[k]=v}. OpenAPI leaves deeper levels open: objects in it are {@code n[a][b]=v}, arrays {@code n[a][0]=v}; {@code n[a]=v&n[a]=v}
 * and {@code n[a][]=v} are read too. Brackets are percent-encoded, as a query requires (RFC 3986, section 3.4).
 */
record DeepObjectStyle(String name, Place place) implements PairStyle {
    @Override
    public List<Pair> write(JsonNode value) {
        if (!value.isContainerNode()) {
            // defined for objects only (OpenAPI 3.1, section 4.8.12.3): services that look for brackets do not see it
            throw new UnwritableException("a value that is no object has no form in style deepObject");
        }
        List<Pair> pairs = new ArrayList<>();
        if (!value.isEmpty()) {
            write(name, value, pairs);
        }
        return pairs;
    }

    private void write(String path, JsonNode value, List<Pair> pairs) {
        if (value.isContainerNode() && value.isEmpty()) {
            throw new UnwritableException("an empty array or object has no form inside a deep object");
        }
        if (value.isObject()) {
            for (Map.Entry<String, JsonNode> member : value.properties()) {
                if (member.getKey().isEmpty()
                        || member.getKey().contains("[")
                        || member.getKey().contains("]")) {
                    throw new UnwritableException(
                            "the name '" + member.getKey() + "' has no form inside a deep object");
                }
                write(path + "[" + member.getKey() + "]", member.getValue(), pairs);
            }
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                write(path + "[" + i + "]", value.get(i), pairs);
            }
        } else {
            pairs.add(new Pair(place.item(path, List.of("=")), place.write(Scalars.text(value))));
        }
    }

    @Override
    public Optional<Raw> read(List<Pair> pairs, Set<String> others) {
        Branch root = new Branch(new LinkedHashMap<>(), new ArrayList<>());
        for (Pair pair : pairs) {
            String key = place.read(pair.name());
            if (key.equals(name) || key.startsWith(name + "[") && key.endsWith("]")) {
                Branch branch = root;
                if (!key.equals(name)) {
                    String inner = key.substring(name.length() + 1, key.length() - 1);
                    for (String step : inner.split("]\\[", -1)) {
                        branch = step.isEmpty() ? branch : branch.child(step);
                    }
                }
                branch.values.add(place.read(pair.value()));
            }
        }
        return root.isEmpty() ? Optional.empty() : Optional.of(root.raw());
    }

    private record Branch(Map<String, Branch> children, List<String> values) {
        Branch child(String step) {
            return children.computeIfAbsent(step, s -> new Branch(new LinkedHashMap<>(), new ArrayList<>()));
        }

        boolean isEmpty() {
            return children.isEmpty() && values.isEmpty();
        }

        Raw raw() {
            List<Raw> readings = new ArrayList<>();
            if (!children.isEmpty()) {
                if (indexed()) {
                    readings.add(new Raw.Items(
                            children.values().stream().map(Branch::raw).toList()));
                }
                Map<String, Raw> members = new LinkedHashMap<>();
                children.forEach((step, child) -> members.put(step, child.raw()));
                readings.add(new Raw.Members(members));
            }
            if (!values.isEmpty()) {
                List<Raw> texts = new ArrayList<>();
                values.forEach(v -> texts.add(new Raw.Text(v)));
                if (texts.size() == 1) {
                    readings.add(texts.get(0));
                }
                readings.add(new Raw.Items(texts));
                readings.add(texts.get(0));
            }
            return new Raw.Either(readings);
        }

        private boolean indexed() {
            int index = 0;
            for (String step : children.keySet()) {
                if (!step.equals(Integer.toString(index++))) {
                    return false;
                }
            }
            return true;
        }
    }
}
