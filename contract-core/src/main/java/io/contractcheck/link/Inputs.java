package io.contractcheck.link;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.http.MediaType;
import io.contractcheck.openapi.MediaTypeContent;
import io.contractcheck.openapi.Operation;
import io.contractcheck.openapi.Parameter;
import io.contractcheck.openapi.ParameterLocation;
import io.contractcheck.schema.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The values by which an operation names resources: all in its path, and those elsewhere whose name says so. */
final class Inputs {
    private static final int DEEPEST = 4;

    private final Operation operation;
    private final Anatomies anatomies;
    private final List<Input> inputs = new ArrayList<>();

    private Inputs(Operation operation, Anatomies anatomies) {
        this.operation = operation;
        this.anatomies = anatomies;
    }

    static List<Input> of(Operation operation, Anatomies anatomies) {
        Inputs inputs = new Inputs(operation, anatomies);
        operation.parameters().forEach(inputs::add);
        operation
                .requestBody()
                .ifPresent(body -> body.content().stream()
                        .filter(Inputs::isJson)
                        .findFirst()
                        .flatMap(MediaTypeContent::schema)
                        .ifPresent(schema -> inputs.addBody(schema, List.of(), body.required())));
        return List.copyOf(inputs.inputs);
    }

    static boolean isJson(MediaTypeContent content) {
        return MediaType.parse(content.mediaType())
                .filter(type -> type.isJson() || type.isRange())
                .isPresent();
    }

    private void add(Parameter parameter) {
        List<String> words = anatomies.words(parameter.name());
        Nouns.Named named = Nouns.parts(words);
        boolean path = parameter.in() == ParameterLocation.PATH;
        if (words.isEmpty() || !path && (named.noun().isEmpty() || parameter.in() != ParameterLocation.QUERY)) {
            return;
        }
        List<String> noun = named.noun().isEmpty() ? Nouns.before(operation.path(), parameter.name()) : named.noun();
        Set<Input.Type> types = anatomies.of(parameter.schema()).types();
        if (!types.isEmpty()) {
            inputs.add(new Input(
                    new Target.OfParameter(parameter.in(), parameter.name()),
                    noun,
                    named.field(),
                    words,
                    path || parameter.required(),
                    types));
        }
    }

    /** Members whose names end as ids do, and ids within members: {@code customerId}, {@code tagIds}, {@code customer: {id}}. */
    private void addBody(Schema schema, List<String> steps, boolean required) {
        if (steps.size() > DEEPEST) {
            return;
        }
        Anatomy anatomy = anatomies.of(schema);
        Set<String> must = required(schema);
        for (Map.Entry<String, Schema> member : anatomy.members().entrySet()) {
            List<String> words = anatomies.words(member.getKey());
            Nouns.Named named = Nouns.parts(words);
            Anatomy inner = anatomies.of(member.getValue());
            boolean needed = required && must.contains(member.getKey());
            List<String> place = with(steps, member.getKey());
            Set<Input.Type> types = inner.types();
            if (inner.elements().isPresent()) {
                place = with(place, Source.ResponseBody.EACH);
                types = anatomies.of(inner.elements().get()).types();
            }
            boolean within = steps.size() > 0 && words.equals(List.of("id"));
            List<String> noun = within ? around(steps) : named.noun();
            if (!types.isEmpty() && !noun.isEmpty() && (within || !named.noun().isEmpty())) {
                inputs.add(new Input(
                        new Target.OfBody(place), noun, within ? words : named.field(), words, needed, types));
            } else if (!inner.members().isEmpty()) {
                addBody(member.getValue(), place, needed);
            } else if (inner.elements().isPresent()) {
                addBody(inner.elements().get(), place, needed);
            }
        }
    }

    private static List<String> around(List<String> steps) {
        for (int i = steps.size() - 1; i >= 0; i--) {
            if (!steps.get(i).equals(Source.ResponseBody.EACH)) {
                return Words.singular(Words.of(steps.get(i)));
            }
        }
        return List.of();
    }

    private static Set<String> required(Schema schema) {
        Set<String> names = new HashSet<>();
        required(schema, names, 0);
        return names;
    }

    private static void required(Schema schema, Set<String> names, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        JsonNode normal = schema.normal();
        normal.path("required").forEach(name -> names.add(name.asText()));
        if (normal.path("$ref").isTextual()) {
            required(schema.target(normal.path("$ref").textValue()), names, depth + 1);
        }
        normal.path("allOf").forEach(part -> required(schema.derive(part), names, depth + 1));
    }

    /** The words of the resource and of the value's name within it. */
    static List<String> whole(Input input) {
        List<String> whole = new ArrayList<>(input.noun());
        whole.addAll(input.field());
        return whole;
    }

    static List<String> with(List<String> steps, String step) {
        List<String> more = new ArrayList<>(steps);
        more.add(step);
        return more;
    }
}
