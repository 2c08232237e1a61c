package io.contractcheck.link;

import io.contractcheck.openapi.Api;
import io.contractcheck.openapi.Operation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Which operation brings what another one needs. Made from the document and from what users say of it, and always the same. */
public final class LinkGraph {
    /** Of no operations. */
    public static final LinkGraph EMPTY = new LinkGraph(List.of(), Map.of(), List.of());

    private final List<ResourceLink> links;
    private final Map<Operation, List<Target>> unmet;
    private final List<String> warnings;
    private final Map<Operation, List<ResourceLink>> to = new LinkedHashMap<>();
    private final Map<Operation, List<ResourceLink>> from = new LinkedHashMap<>();

    private LinkGraph(List<ResourceLink> links, Map<Operation, List<Target>> unmet, List<String> warnings) {
        this.links = List.copyOf(links);
        this.unmet = unmet;
        this.warnings = List.copyOf(warnings);
        for (ResourceLink link : links) {
            to.computeIfAbsent(link.consumer(), o -> new ArrayList<>()).add(link);
            from.computeIfAbsent(link.producer(), o -> new ArrayList<>()).add(link);
        }
    }

    /** The graph of an API, as its document alone gives it. */
    public static LinkGraph of(Api api) {
        return of(api, List.of(), UnaryOperator.identity());
    }

    /**
     * The graph of an API with what users say of it.
     *
     * @param rules of users, the later ones over the earlier
     * @param hooks what hooks make of all links, in the order of {@link #links}
     */
    public static LinkGraph of(Api api, List<LinkRule> rules, UnaryOperator<List<ResourceLink>> hooks) {
        Documented.Read documented = Documented.of(api);
        List<ResourceLink> links = new ArrayList<>(documented.links());
        Map<Operation, List<ResourceLink>> spelt = new LinkedHashMap<>();
        documented
                .links()
                .forEach(link -> spelt.computeIfAbsent(link.producer(), o -> new ArrayList<>())
                        .add(link));
        Inference inference = new Inference(api);
        inference.links().stream()
                .sorted(Inference.order())
                .filter(link ->
                        spelt.getOrDefault(link.producer(), List.of()).stream().noneMatch(known -> says(known, link)))
                .forEach(links::add);
        for (LinkRule rule : rules) {
            links = rule.applied(links, api);
        }
        List<ResourceLink> all = hooks.apply(links);
        return new LinkGraph(all, unmet(inference.needed(), all), documented.warnings());
    }

    /** Whether one says all that another says, and perhaps more. */
    private static boolean says(ResourceLink known, ResourceLink link) {
        return known.producer() == link.producer()
                && known.consumer() == link.consumer()
                && known.status().equals(link.status())
                && known.targets().containsAll(link.targets());
    }

    private static Map<Operation, List<Target>> unmet(Map<Operation, List<Input>> needed, List<ResourceLink> links) {
        Map<Operation, Set<Target>> met = new LinkedHashMap<>();
        links.forEach(link ->
                met.computeIfAbsent(link.consumer(), c -> new LinkedHashSet<>()).addAll(link.targets()));
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

    /** Those that users say, then those that the document spells out, then those that names and paths speak for, the surest first. */
    public List<ResourceLink> links() {
        return links;
    }

    /**
     * By operation, what it needs that no other operation brings: parameters of its path, and what else names a resource and is required.
     */
    public Map<Operation, List<Target>> unmet() {
        return unmet;
    }

    /** What the document says of links that cannot be used. */
    public List<String> warnings() {
        return warnings;
    }

    /** What brings something to an operation, the surest first. */
    public List<ResourceLink> to(Operation consumer) {
        return to.getOrDefault(consumer, List.of());
    }

    /** To what an operation brings something, the surest first. */
    public List<ResourceLink> from(Operation producer) {
        return from.getOrDefault(producer, List.of());
    }
}
