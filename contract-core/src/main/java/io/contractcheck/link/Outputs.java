package io.contractcheck.link;

import io.contractcheck.openapi.MediaTypeContent;
import io.contractcheck.openapi.Operation;
import io.contractcheck.openapi.ResponseSpec;
import io.contractcheck.schema.Schema;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The values in an operation's answers that may name resources, seen through the envelopes that resources travel in. */
final class Outputs {
    private static final int DEEPEST = 5;

    /** Members that hold what an answer is about. */
    private static final Set<String> ENVELOPES = new LinkedHashSet<>(List.of(
            "data",
            "items",
            "results",
            "result",
            "content",
            "contents",
            "records",
            "value",
            "values",
            "list",
            "entries",
            "elements",
            "rows",
            "hits",
            "embedded",
            "payload",
            "response",
            "body",
            "resources",
            "objects",
            "collection",
            "page",
            "attributes",
            "edges",
            "node",
            "nodes",
            "docs",
            "documents",
            "entity",
            "entities",
            "resource"));

    private final Anatomies anatomies;
    private final Set<List<String>> wanted;
    private final List<List<String>> nouns;
    private final List<Output> outputs = new ArrayList<>();

    private Outputs(Operation operation, Anatomies anatomies, Set<List<String>> wanted) {
        this.anatomies = anatomies;
        this.wanted = wanted;
        this.nouns = Nouns.ofPath(operation.path());
    }

    /**
     * Of one of the operation's responses.
     *
     * @param wanted names of the members that anything takes; others are left out
     */
    static List<Output> of(Operation operation, ResponseSpec response, Anatomies anatomies, Set<List<String>> wanted) {
        Outputs outputs = new Outputs(operation, anatomies, wanted);
        response.content().stream()
                .filter(Inputs::isJson)
                .findFirst()
                .flatMap(MediaTypeContent::schema)
                .ifPresent(schema -> outputs.look(schema, List.of(), outputs.nouns, true));
        return List.copyOf(outputs.outputs);
    }

    /**
     * Looks at a value.
     *
     * @param called what the resource at that place may be called, if nothing there says so
     * @param main whether that is what the answer is about
     */
    private void look(Schema schema, List<String> steps, List<List<String>> called, boolean main) {
        if (steps.size() > DEEPEST) {
            return;
        }
        Anatomy anatomy = anatomies.of(schema);
        Set<List<String>> names = new LinkedHashSet<>();
        anatomy.names().forEach(name -> names.add(anatomies.noun(name)));
        names.addAll(called);
        List<List<String>> own = List.copyOf(names);
        if (anatomy.elements().isPresent()) {
            look(anatomy.elements().get(), Inputs.with(steps, Source.ResponseBody.EACH), own, main);
        }
        if (anatomy.members().isEmpty()) {
            if (!anatomy.types().isEmpty() && main) {
                outputs.add(new Output(new Source.ResponseBody(steps), own, List.of(), anatomy.types()));
            }
            anatomy.others().ifPresent(other -> look(other, Inputs.with(steps, Source.ResponseBody.EACH), own, main));
            return;
        }
        for (Map.Entry<String, Schema> member : anatomy.members().entrySet()) {
            List<String> words = anatomies.words(member.getKey());
            Anatomy inner = anatomies.of(member.getValue());
            if (!inner.types().isEmpty() && inner.members().isEmpty()) {
                if (wanted.contains(words)) {
                    List<String> place = Inputs.with(steps, member.getKey());
                    outputs.add(new Output(new Source.ResponseBody(place), own, words, inner.types()));
                }
                continue;
            }
            List<String> place = Inputs.with(steps, member.getKey());
            if (ENVELOPES.contains(String.join("", words)) || anatomy.members().size() == 1) {
                look(member.getValue(), place, nouns, main);
            } else {
                look(member.getValue(), place, List.of(Words.singular(words)), false);
            }
        }
    }
}
