package io.contractcheck.link;

import io.contractcheck.openapi.Api;
import io.contractcheck.openapi.HeaderSpec;
import io.contractcheck.openapi.Operation;
import io.contractcheck.openapi.Parameter;
import io.contractcheck.openapi.ParameterLocation;
import io.contractcheck.openapi.ResponseSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Links that a document does not spell out, from the names that paths, parameters and schemas have in common. */
final class Inference {
    private static final int LOCATION = 80;
    private static final int LIKELY_LOCATION = 60;
    private static final int CHOSEN_NAME = 92;
    private static final int SENT_NAME = 57;
    private static final int UNDESCRIBED = 50;

    private final Api api;
    private final Map<String, List<Operation>> makers = new LinkedHashMap<>();
    private final Map<String, List<Operation>> namers = new LinkedHashMap<>();
    private final Map<Operation, Integer> places = new IdentityHashMap<>();
    private final Map<Operation, List<Input>> inputs = new LinkedHashMap<>();
    private final Anatomies anatomies = new Anatomies();
    private final Offers offers;
    private final Map<Candidates.Kind, Candidates> candidates = new HashMap<>();
    private final Map<ResponseSpec, Boolean> undescribed = new IdentityHashMap<>();

    /** A binding with what speaks for it. */
    private record Scored(Binding binding, int certainty) {}

    private record Pair(Operation producer, String status) {}

    Inference(Api api) {
        this.api = api;
        api.operations().stream()
                .filter(operation -> operation.method().equals("POST"))
                .forEach(operation -> makers.computeIfAbsent(
                                ChosenName.stripped(operation.path()), path -> new ArrayList<>())
                        .add(operation));
        Set<String> lists = new HashSet<>();
        api.operations().stream()
                .filter(operation -> operation.method().equals("GET"))
                .forEach(operation -> lists.add(ChosenName.stripped(operation.path())));
        api.operations().stream()
                .filter(operation ->
                        ChosenName.isInPath(operation, makers.keySet()) && ChosenName.isLikely(operation, lists))
                .forEach(operation -> namers.computeIfAbsent(
                                ChosenName.stripped(operation.path()), path -> new ArrayList<>())
                        .add(operation));
        for (Operation operation : api.operations()) {
            places.put(operation, places.size());
            inputs.put(operation, Inputs.of(operation, anatomies));
        }
        this.offers = new Offers(inputs.values().stream().flatMap(List::stream).toList());
        for (Operation operation : api.operations()) {
            if (operation.method().equals("DELETE")) {
                continue; // what is gone names nothing
            }
            for (ResponseSpec response : successes(operation)) {
                for (Output output : Outputs.of(operation, response, anatomies, offers.wanted())) {
                    offers.add(operation, response, output);
                }
            }
        }
    }

    /** The values by which each operation names resources, but for the names that it may give itself to what it makes. */
    Map<Operation, List<Input>> needed() {
        Map<Operation, List<Input>> needed = new LinkedHashMap<>();
        inputs.forEach((operation, all) -> needed.put(
                operation,
                namers.getOrDefault(ChosenName.stripped(operation.path()), List.of())
                                .contains(operation)
                        ? all.stream()
                                .filter(input -> !ChosenName.last(operation).equals(Optional.of(input.target())))
                                .toList()
                        : all));
        return needed;
    }

    /** The 2xx responses; where there is none, what the document says of all others. */
    static List<ResponseSpec> successes(Operation operation) {
        List<ResponseSpec> good = operation.responses().all().stream()
                .filter(response -> response.status().startsWith("2"))
                .toList();
        return good.isEmpty() ? operation.responses().forStatus(200).stream().toList() : good;
    }

    /** In the order of the operations that take something. */
    List<ResourceLink> links() {
        List<ResourceLink> links = new ArrayList<>();
        for (Operation consumer : api.operations()) {
            Map<Pair, Map<Target, Scored>> found = new LinkedHashMap<>();
            Map<Pair, List<String>> names = new LinkedHashMap<>();
            for (Input input : inputs.getOrDefault(consumer, List.of())) {
                for (Candidates.Weighed weighed : surest(input, consumer)) {
                    Offers.Offer offer = weighed.offer();
                    Pair pair = new Pair(offer.producer(), offer.response().status());
                    keep(found.computeIfAbsent(pair, p -> new LinkedHashMap<>()), input, offer, weighed.certainty());
                    names.putIfAbsent(pair, input.noun());
                }
            }
            located(consumer, found, names);
            List<ResourceLink> other = new ArrayList<>();
            sent(consumer, found, other);
            undescribed(consumer, other);
            found.forEach((pair, bindings) -> {
                ResourceLink link = link(consumer, pair, bindings, names.get(pair));
                if (link.bindings().stream().anyMatch(b -> !(b.source() instanceof Source.RequestParameter))) {
                    links.add(link);
                }
            });
            links.addAll(other);
            chosen(consumer, links);
        }
        return links;
    }

    /** Names that a thing was given in the body that made it, where no answer's body says them. */
    private void sent(Operation consumer, Map<Pair, Map<Target, Scored>> found, List<ResourceLink> links) {
        for (Input input : inputs.getOrDefault(consumer, List.of())) {
            for (Operation producer : makers(input, consumer)) {
                Optional<Source> source = ChosenName.inBody(producer, input, anatomies);
                for (ResponseSpec response : source.isPresent() ? successes(producer) : List.<ResponseSpec>of()) {
                    Pair pair = new Pair(producer, response.status());
                    Scored known = found.getOrDefault(pair, Map.of()).get(input.target());
                    if (known == null || known.binding.source() instanceof Source.Location) {
                        Map<Target, Binding> bindings = shared(consumer, pair);
                        bindings.put(input.target(), new Binding(input.target(), source.get()));
                        links.add(link(consumer, pair, bindings, SENT_NAME, input.noun()));
                    }
                }
            }
        }
    }

    /** Names in answers of which the document says nothing. */
    private void undescribed(Operation consumer, List<ResourceLink> links) {
        for (Input input : inputs.getOrDefault(consumer, List.of())) {
            for (Operation producer : makers(input, consumer)) {
                for (ResponseSpec response : successes(producer)) {
                    if (input.target() instanceof Target.OfParameter target && isUndescribed(response)) {
                        Pair pair = new Pair(producer, response.status());
                        for (Source place : Undescribed.places(target, input)) {
                            Map<Target, Binding> bindings = shared(consumer, pair);
                            bindings.put(target, new Binding(target, place));
                            links.add(link(consumer, pair, bindings, UNDESCRIBED, input.noun()));
                        }
                    }
                }
            }
        }
    }

    /** Names that a thing was given in the path that made it. */
    private void chosen(Operation consumer, List<ResourceLink> links) {
        for (Operation producer : above(consumer)) {
            List<String> noun =
                    Nouns.ofPath(producer.path()).stream().findFirst().orElse(List.of());
            for (ResponseSpec response : successes(producer)) {
                Pair pair = new Pair(producer, response.status());
                links.add(link(consumer, pair, shared(consumer, pair), CHOSEN_NAME, noun));
            }
        }
    }

    /** Those that make what the operation works on, or what that is within, under names of their caller. */
    private List<Operation> above(Operation consumer) {
        if (namers.isEmpty()) {
            return List.of();
        }
        List<Operation> above = new ArrayList<>();
        String path = ChosenName.stripped(consumer.path());
        for (int end = path.indexOf('/', 1); end >= 0; end = path.indexOf('/', end + 1)) {
            above.addAll(namers.getOrDefault(path.substring(0, end), List.of()));
        }
        above.addAll(namers.getOrDefault(path, List.of()));
        above.remove(consumer);
        above.sort(Comparator.comparing(places::get));
        return above;
    }

    private boolean isUndescribed(ResponseSpec response) {
        return undescribed.computeIfAbsent(response, r -> Undescribed.is(r, anatomies));
    }

    private List<Candidates.Weighed> surest(Input input, Operation consumer) {
        return candidates
                .computeIfAbsent(Candidates.Kind.of(input), kind -> new Candidates(input, offers))
                .surest(consumer, collection(input, consumer).orElse(""));
    }

    /** What makes the things that the input chooses from. */
    private List<Operation> makers(Input input, Operation consumer) {
        return collection(input, consumer)
                .map(path -> makers.getOrDefault(path, List.of()))
                .orElse(List.of());
    }

    private static ResourceLink link(
            Operation consumer, Pair pair, Map<Target, Scored> found, @Nullable List<String> noun) {
        Map<Target, Binding> bindings = shared(consumer, pair);
        found.forEach((target, scored) -> bindings.putIfAbsent(target, scored.binding));
        return link(
                consumer,
                pair,
                bindings,
                found.values().stream().mapToInt(Scored::certainty).max().orElse(0),
                noun == null ? List.of() : noun);
    }

    private static ResourceLink link(
            Operation consumer, Pair pair, Map<Target, Binding> bindings, int certainty, List<String> noun) {
        return new ResourceLink(
                pair.producer,
                pair.status,
                consumer,
                List.copyOf(bindings.values()),
                ResourceLink.Origin.INFERRED,
                String.join(" ", noun),
                certainty);
    }

    /** What both have in their paths. */
    private static Map<Target, Binding> shared(Operation consumer, Pair pair) {
        Map<Target, Binding> bindings = new LinkedHashMap<>();
        for (Parameter parameter : consumer.parameters()) {
            if (parameter.in() == ParameterLocation.PATH && isShared(parameter.name(), pair.producer, consumer)) {
                Target target = new Target.OfParameter(ParameterLocation.PATH, parameter.name());
                bindings.put(
                        target,
                        new Binding(target, new Source.RequestParameter(ParameterLocation.PATH, parameter.name())));
            }
        }
        return bindings;
    }

    /** Whether both paths are the same up to and with that parameter, so that it names the same thing in both. */
    private static boolean isShared(String parameter, Operation producer, Operation consumer) {
        String place = "{" + parameter + "}";
        int end = consumer.path().indexOf(place);
        return end >= 0 && producer.path().startsWith(consumer.path().substring(0, end + place.length()));
    }

    private static void keep(Map<Target, Scored> bindings, Input input, Offers.Offer offer, int certainty) {
        Scored known = bindings.get(input.target());
        if (known == null || known.certainty < certainty) {
            bindings.put(
                    input.target(),
                    new Scored(new Binding(input.target(), offer.output().source()), certainty));
        }
    }

    /** The path of the collection that an input in a path chooses from; a producer there is near. */
    private static Optional<String> collection(Input input, Operation consumer) {
        if (!(input.target() instanceof Target.OfParameter parameter) || !Candidates.isPath(input)) {
            return Optional.empty();
        }
        int at = consumer.path().indexOf("/{" + parameter.name() + "}");
        return at < 0
                ? Optional.empty()
                : Optional.of(ChosenName.stripped(consumer.path().substring(0, at)));
    }

    /** What a Location header names: the thing that was created, and everything below it (RFC 9110, section 15.3.2). */
    private void located(Operation consumer, Map<Pair, Map<Target, Scored>> found, Map<Pair, List<String>> names) {
        for (Input input : inputs.getOrDefault(consumer, List.of())) {
            if (!(input.target() instanceof Target.OfParameter parameter) || parameter.in() != ParameterLocation.PATH) {
                continue;
            }
            for (Operation producer : makers(input, consumer)) {
                for (ResponseSpec response : successes(producer)) {
                    Optional<HeaderSpec> header = response.headers().stream()
                            .filter(h -> h.name().equalsIgnoreCase("Location"))
                            .findFirst();
                    Pair pair = new Pair(producer, response.status());
                    Map<Target, Scored> bindings = found.getOrDefault(pair, new LinkedHashMap<>());
                    boolean likely = header.isPresent() || response.status().equals("201");
                    if (!likely || bindings.containsKey(input.target())) {
                        continue;
                    }
                    String end = "/{" + parameter.name() + "}";
                    String path = consumer.path().substring(0, consumer.path().indexOf(end) + end.length());
                    bindings.put(
                            input.target(),
                            new Scored(
                                    new Binding(input.target(), new Source.Location(path, parameter.name())),
                                    header.isPresent() ? LOCATION : LIKELY_LOCATION));
                    found.put(pair, bindings);
                    names.putIfAbsent(pair, input.noun());
                }
            }
        }
    }

    /** What speaks most for a link first; of equals, what makes new things before what only shows them. */
    static Comparator<ResourceLink> order() {
        return Comparator.comparingInt((ResourceLink link) -> -link.certainty())
                .thenComparing(link -> !link.producer().method().equals("POST"));
    }
}
