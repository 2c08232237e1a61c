package io.contractcheck.link;

import io.contractcheck.openapi.Operation;
import io.contractcheck.openapi.ResponseSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All values in answers that may name resources, found by what they are called. */
final class Offers {
    private final Map<List<String>, List<Offer>> byName = new LinkedHashMap<>();
    private final Map<Key, List<Offer>> byKey = new LinkedHashMap<>();
    private int count;

    /**
     * An output and whose it is.
     *
     * @param number among all, in their order
     */
    record Offer(int number, Operation producer, ResponseSpec response, Output output) {}

    /** A name with the last word of the resource: only where that is the same can resources be akin. */
    private record Key(List<String> name, String noun) {}

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
        Set<List<String>> names = new LinkedHashSet<>(List.of(input.field(), whole, input.name(), List.of()));
        boolean path = input.target() instanceof Target.OfParameter;
        if (input.field().size() == 1 && Nouns.isId(input.field().get(0))
                || path && input.field().equals(input.noun())) {
            names.addAll(List.of(List.of("id"), List.of("uuid"), List.of("key")));
        }
        Map<Integer, Offer> found = new LinkedHashMap<>();
        for (List<String> name : names) {
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
}
