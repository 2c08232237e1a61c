package io.contractcheck.link;

import io.contractcheck.openapi.Operation;
import io.contractcheck.openapi.ResponseSpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All values in answers that may name resources, found by what they are called. */
final class Offers {
    private final Map<List<String>, List<Offer>> byName = new LinkedHashMap<>();
    private final Map<Key, List<Offer>> byKey = new LinkedHashMap<>();
    private final Set<List<String>> wanted = new HashSet<>();
    private int count;

    /**
     * An output and whose it is.
     *
     * @param number among all, in their order
     */
    record Offer(int number, Operation producer, ResponseSpec response, Output output) {}

    /** A name with the last word of the resource: only where that is the same can resources be akin. */
    private record Key(List<String> name, String noun) {}

    /** Of what those inputs may take. */
    Offers(List<Input> inputs) {
        inputs.forEach(input -> wanted.addAll(names(input)));
    }

    /** What those of them are called that any input may take. */
    Set<List<String>> wanted() {
        return wanted;
    }

    void add(Operation producer, ResponseSpec response, Output output) {
        Offer offer = new Offer(count++, producer, response, output);
        byName.computeIfAbsent(output.name(), n -> new ArrayList<>()).add(offer);
        Set<String> nouns = new LinkedHashSet<>();
        output.nouns().stream().filter(noun -> !noun.isEmpty()).forEach(noun -> nouns.add(noun.get(noun.size() - 1)));
        nouns.forEach(noun -> byKey.computeIfAbsent(new Key(output.name(), noun), k -> new ArrayList<>())
                .add(offer));
    }

    /** Those that may be what an input takes. */
    List<Offer> to(Input input) {
        List<String> whole = Inputs.whole(input);
        Map<Integer, Offer> found = new LinkedHashMap<>();
        for (List<String> name : names(input)) {
            List<Offer> candidates = name.equals(whole) && name.size() > 1
                    ? byName.getOrDefault(name, List.of())
                    : input.noun().isEmpty()
                            ? List.<Offer>of()
                            : byKey.getOrDefault(
                                    new Key(name, input.noun().get(input.noun().size() - 1)), List.of());
            candidates.forEach(offer -> found.putIfAbsent(offer.number, offer));
        }
        return List.copyOf(found.values());
    }

    private static Set<List<String>> names(Input input) {
        Set<List<String>> names =
                new LinkedHashSet<>(List.of(input.field(), Inputs.whole(input), input.name(), List.of()));
        boolean parameter = input.target() instanceof Target.OfParameter;
        if (input.field().size() == 1 && Nouns.isId(input.field().get(0))
                || parameter && input.field().equals(input.noun())) {
            names.addAll(List.of(List.of("id"), List.of("uuid"), List.of("key")));
        }
        return names;
    }
}
