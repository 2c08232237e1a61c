package io.contractcheck.link;

import io.contractcheck.openapi.Api;
import io.contractcheck.openapi.Operation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which operation brings what another one needs. Made from the document alone, and always the same.
 *
 * @param links those that the document spells out, then those that names and paths speak for, the surest first
 * @param unmet by operation, what it needs that no other operation brings: parameters of its path, and what else names a resource and is
 *     required
 * @param warnings what the document says of links that cannot be used
 */
public record LinkGraph(List<ResourceLink> links, Map<Operation, List<Target>> unmet, List<String> warnings) {
    public LinkGraph {
        links = List.copyOf(links);
        warnings = List.copyOf(warnings);
    }

    /** The graph of an API. */
    public static LinkGraph of(Api api) {
        Documented.Read documented = Documented.of(api);
        List<ResourceLink> links = new ArrayList<>(documented.links());
        Inference inference = new Inference(api);
        inference.links().stream()
                .sorted(Inference.order())
                .filter(link -> documented.links().stream().noneMatch(known -> says(known, link)))
                .forEach(links::add);
        return new LinkGraph(links, unmet(inference.needed(), links), documented.warnings());
    }

    /** Whether one says all that another says, and perhaps more. */
    private static boolean says(ResourceLink known, ResourceLink link) {
        return known.producer() == link.producer()
                && known.consumer() == link.consumer()
                && known.status().equals(link.status())
                && known.bindings().stream()
                        .map(Binding::target)
                        .toList()
                        .containsAll(
                                link.bindings().stream().map(Binding::target).toList());
    }

    private static Map<Operation, List<Target>> unmet(Map<Operation, List<Input>> needed, List<ResourceLink> links) {
        Map<Operation, Set<Target>> met = new LinkedHashMap<>();
        links.forEach(link -> link.bindings()
                .forEach(binding -> met.computeIfAbsent(link.consumer(), c -> new LinkedHashSet<>())
                        .add(binding.target())));
        Map<Operation, List<Target>> unmet = new LinkedHashMap<>();
        needed.forEach((operation, inputs) -> {
            List<Target> missing = inputs.stream()
                    .filter(Input::required)
                    .map(Input::target)
                    .filter(target -> !met.getOrDefault(operation, Set.of()).contains(target))
                    .toList();
            if (!missing.isEmpty()) {
                unmet.put(operation, missing);
            }
        });
        return unmet;
    }

    /** What brings something to an operation, the surest first. */
    public List<ResourceLink> to(Operation consumer) {
        return links.stream().filter(link -> link.consumer() == consumer).toList();
    }

    /** To what an operation brings something, the surest first. */
    public List<ResourceLink> from(Operation producer) {
        return links.stream().filter(link -> link.producer() == producer).toList();
    }
}
