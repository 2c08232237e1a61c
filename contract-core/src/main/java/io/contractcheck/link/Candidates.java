package io.contractcheck.link;

import io.contractcheck.openapi.Operation;
import io.contractcheck.openapi.ParameterLocation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What inputs of one kind may take, with what speaks for it: worked out once, as paths name the same things over and over. */
final class Candidates {
    /** Below that, names agree by chance as often as not. */
    private static final int SURE_ENOUGH = 50;

    private static final int SAME_ID = 90;
    private static final int AKIN_ID = 75;
    private static final int OTHER_ID = 55;
    private static final int FOREIGN_KEY = 52;
    private static final int WHOLE_ANSWER = 60;
    private static final int NEIGHBOUR = 8;

    /** Of one value. */
    private static final int MOST_PRODUCERS = 16;

    private static final Comparator<Weighed> SUREST =
            Comparator.comparingInt((Weighed weighed) -> -weighed.certainty).thenComparingInt(Weighed::rank);

    private final List<Weighed> far = new ArrayList<>();
    private final Map<String, List<Weighed>> near = new LinkedHashMap<>();

    /**
     * A candidate with what speaks for it.
     *
     * @param rank among all, in which they were found
     */
    record Weighed(Offers.Offer offer, int rank, int certainty) {}

    /** What tells inputs apart that may take other things, but for where they stand. */
    record Kind(
            List<String> noun,
            List<String> field,
            List<String> name,
            Set<Input.Type> types,
            boolean parameter,
            boolean path) {
        static Kind of(Input input) {
            return new Kind(
                    input.noun(),
                    input.field(),
                    input.name(),
                    input.types(),
                    input.target() instanceof Target.OfParameter,
                    isPath(input));
        }
    }

    Candidates(Input input, Offers offers) {
        List<String> whole = Inputs.whole(input);
        int rank = 0;
        for (Offers.Offer offer : offers.to(input)) {
            if (!input.takes(offer.output().types())) {
                continue;
            }
            int apart = certainty(input, whole, offer, false);
            if (apart >= SURE_ENOUGH) {
                far.add(new Weighed(offer, rank, apart));
            }
            int beside = certainty(input, whole, offer, true);
            if (beside >= SURE_ENOUGH) {
                near.computeIfAbsent(place(offer), path -> new ArrayList<>()).add(new Weighed(offer, rank, beside));
            }
            rank++;
        }
        far.sort(SUREST);
        near.values().forEach(list -> list.sort(SUREST));
    }

    /**
     * Of many producers only those for which most speaks: where all things are called alike, each could come of each.
     *
     * @param collection path of which the input chooses; a producer there is near
     */
    List<Weighed> surest(Operation consumer, String collection) {
        List<Weighed> beside = near.getOrDefault(collection, List.of());
        List<Weighed> surest = new ArrayList<>();
        Set<Operation> producers = new HashSet<>();
        int n = 0;
        int f = 0;
        while (n < beside.size() || f < far.size()) {
            boolean nearest = f == far.size() || n < beside.size() && SUREST.compare(beside.get(n), far.get(f)) < 0;
            Weighed next = nearest ? beside.get(n++) : far.get(f++);
            if (next.offer.producer() == consumer
                    || !nearest && place(next.offer).equals(collection)) {
                continue;
            }
            producers.add(next.offer.producer());
            if (producers.size() > MOST_PRODUCERS) {
                break;
            }
            surest.add(next);
        }
        return surest;
    }

    private static String place(Offers.Offer offer) {
        return ChosenName.stripped(offer.producer().path());
    }

    private static int certainty(Input input, List<String> whole, Offers.Offer offer, boolean near) {
        Output output = offer.output();
        boolean same = output.nouns().stream().anyMatch(noun -> Nouns.same(noun, input.noun()));
        boolean akin = output.nouns().stream().anyMatch(noun -> Nouns.akin(noun, input.noun()));
        if (output.name().isEmpty()) {
            return near && (same || akin) && !offer.producer().method().equals("GET") ? WHOLE_ANSWER : 0;
        }
        boolean named = output.name().equals(input.field()) || output.name().equals(whole);
        if (named && (same || akin)) {
            return (same ? SAME_ID : AKIN_ID) + (near ? NEIGHBOUR : 0);
        }
        if (output.name().equals(whole) && output.name().size() > 1) {
            return FOREIGN_KEY;
        }
        return same
                        && near
                        && isPath(input)
                        && Nouns.isNaming(output.name())
                        && Nouns.isId(output.name().get(0))
                ? OTHER_ID
                : 0;
    }

    static boolean isPath(Input input) {
        return input.target() instanceof Target.OfParameter parameter && parameter.in() == ParameterLocation.PATH;
    }
}
