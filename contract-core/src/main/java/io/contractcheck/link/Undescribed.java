package io.contractcheck.link;

import io.contractcheck.openapi.ResponseSpec;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What an answer to the making of a thing may say, though the document does not tell: its id, as services commonly call it. */
final class Undescribed {
    private Undescribed() {}

    /** Whether the document neither says what is in the answer, nor that there is nothing, nor that a header tells. */
    static boolean is(ResponseSpec response, Anatomies anatomies) {
        return !response.status().equals("204")
                && response.headers().stream().noneMatch(header -> header.name().equalsIgnoreCase("Location"))
                && response.content().stream()
                        .allMatch(content -> Inputs.isJson(content)
                                && content.schema()
                                        .map(anatomies::of)
                                        .filter(anatomy -> !anatomy.members().isEmpty()
                                                || anatomy.elements().isPresent()
                                                || anatomy.others().isPresent()
                                                || !anatomy.types().isEmpty())
                                        .isEmpty());
    }

    /** Where the value that the input takes may stand, likeliest first. */
    static List<Source> places(Target.OfParameter target, Input input) {
        Set<String> names = new LinkedHashSet<>(List.of("id", target.name()));
        if (!input.noun().isEmpty()) {
            StringBuilder camel = new StringBuilder(input.noun().get(0));
            input.noun().stream()
                    .skip(1)
                    .forEach(word ->
                            camel.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1)));
            names.add(camel.append("Id").toString());
        }
        return names.stream()
                .<Source>map(name -> new Source.ResponseBody(List.of(name)))
                .toList();
    }
}
