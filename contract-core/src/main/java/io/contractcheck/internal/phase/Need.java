package io.contractcheck.internal.phase;

import com.fasterxml.jackson.core.JsonPointer;
import io.contractcheck.link.Binding;
import io.contractcheck.link.LinkGraph;
import io.contractcheck.link.ResourceLink;
import io.contractcheck.link.Source;
import io.contractcheck.link.Target;
import io.contractcheck.openapi.Operation;
import io.contractcheck.openapi.ParameterLocation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A value of an operation that other calls bring.
 *
 * @param target where it goes
 * @param links that bring it, in the order in which they are worth a try: what makes a new thing, then what lists some
 */
record Need(Target target, List<ResourceLink> links) {
    /** Below that, a POST may well make another thing, and only mention this one. */
    static final int OWN_THING = 55;

    /** Of so many producers of one value, few are ever tried; large documents know hundreds. */
    private static final int MOST = 8;

    /** Members within each other: what is named the same further within is hardly ever what is meant. */
    private static final int DEEPEST = 2;

    private static final List<String> SPOILING = List.of("PUT", "PATCH", "DELETE");
    static final List<String> READING = List.of("GET", "HEAD", "QUERY");

    Need {
        links = List.copyOf(links);
    }

    /** What an operation needs: in its path from the end on, since what stands at the end brings what is in front of it; then the rest. */
    static List<Need> of(Operation operation, LinkGraph graph) {
        List<ResourceLink> links = lawful(operation, graph);
        List<Target> targets = new ArrayList<>(targets(links));
        targets.removeIf(target -> (isDeep(target) || isOwnName(operation, target, graph))
                && links.stream()
                        .filter(link -> link.origin() != ResourceLink.Origin.INFERRED)
                        .noneMatch(link -> link.targets().contains(target)));
        targets.sort(Comparator.comparingInt(target -> -place(operation, target)));
        List<Need> needs = new ArrayList<>();
        for (Target target : targets) {
            List<ResourceLink> bringing = bringing(target, links, graph);
            if (!bringing.isEmpty() && !(isOwn(operation, target) && createsItself(operation, bringing))) {
                needs.add(new Need(target, bringing));
            }
        }
        return List.copyOf(needs);
    }

    private static boolean isDeep(Target target) {
        return target instanceof Target.OfBody of
                && of.steps().stream()
                                .filter(step -> !step.equals(Source.ResponseBody.EACH))
                                .count()
                        > DEEPEST;
    }

    /** Whether a POST gives by it the name to what it makes: one that is there already is taken. */
    private static boolean isOwnName(Operation operation, Target target, LinkGraph graph) {
        return target instanceof Target.OfBody of
                && of.steps().size() == 1
                && ownNames(operation, graph).contains(of.steps().get(0));
    }

    /** What members of the body may be called by which a POST gives the name to what it makes. */
    static Set<String> ownNames(Operation operation, LinkGraph graph) {
        Set<String> names = new LinkedHashSet<>();
        if (operation.method().equals("POST")) {
            String members = operation.path().replaceAll("/$", "") + "/";
            for (ResourceLink link : graph.from(operation)) {
                for (Binding binding : link.bindings()) {
                    if (binding.target() instanceof Target.OfParameter parameter
                            && parameter.in() == ParameterLocation.PATH
                            && link.consumer().path().startsWith(members + "{" + parameter.name() + "}")) {
                        names.add(parameter.name());
                        called(binding.source()).ifPresent(names::add);
                    }
                }
            }
        }
        return names;
    }

    private static Optional<String> called(Source source) {
        if (source instanceof Source.RequestBody sent) {
            return Optional.of(sent.pointer())
                    .filter(pointer -> !pointer.matches() && pointer.tail().matches())
                    .map(JsonPointer::getMatchingProperty);
        }
        return source instanceof Source.ResponseBody body && !body.steps().isEmpty()
                ? Optional.of(body.steps().get(body.steps().size() - 1))
                : Optional.empty();
    }

    private static Set<Target> targets(List<ResourceLink> links) {
        Set<Target> targets = new LinkedHashSet<>();
        links.forEach(link -> link.bindings().forEach(binding -> targets.add(binding.target())));
        return targets;
    }

    /** In the path; -1 elsewhere. */
    private static int place(Operation operation, Target target) {
        return target instanceof Target.OfParameter of && of.in() == ParameterLocation.PATH
                ? operation.path().indexOf("{" + of.name() + "}")
                : -1;
    }

    /** Ranked once, not in each comparison. */
    private record Ranked(ResourceLink link, int rank) {}

    private static List<ResourceLink> bringing(Target target, List<ResourceLink> links, LinkGraph graph) {
        List<ResourceLink> all = links.stream()
                .filter(link -> source(link, target)
                        .filter(source -> brings(link, source))
                        .isPresent())
                .map(link -> new Ranked(link, rank(link, target)))
                .sorted(Comparator.comparingInt(Ranked::rank).thenComparing(ranked -> -ranked.link.certainty()))
                .map(Ranked::link)
                .toList();
        List<ResourceLink> kept = new ArrayList<>();
        Set<Operation> producers = new LinkedHashSet<>();
        Set<Operation> rejected = new LinkedHashSet<>();
        for (ResourceLink link : all) {
            Operation producer = link.producer();
            if (rejected.contains(producer)
                    || producers.size() == MOST && !producers.contains(producer)
                    || isReader(producer, graph)
                    || needsOne(producer, producers, graph)) {
                rejected.add(producer);
                continue;
            }
            producers.add(producer);
            kept.add(link);
        }
        return kept;
    }

    /**
     * What brings something to an operation. What is changed or deleted is the scenario's own, where the document has something that makes it:
     * what a list shows besides may be what others live on, such as the very account that the run is made with. What is spelt out holds as it is.
     */
    private static List<ResourceLink> lawful(Operation operation, LinkGraph graph) {
        List<ResourceLink> links = graph.to(operation);
        Optional<Target> spoilt = targets(links).stream()
                .filter(target -> SPOILING.contains(operation.method())
                        && place(operation, target) >= 0
                        && place(operation, target) == operation.path().lastIndexOf('{'))
                .findFirst();
        return spoilt.isEmpty()
                        || bringing(spoilt.get(), links, graph).stream().noneMatch(l -> rank(l, spoilt.get()) == 0)
                ? links
                : links.stream()
                        .filter(link -> link.origin() != ResourceLink.Origin.INFERRED
                                || !READING.contains(link.producer().method())
                                || !link.targets().contains(spoilt.get()))
                        .toList();
    }

    private static Optional<Source> source(ResourceLink link, Target target) {
        return link.bindings().stream()
                .filter(binding -> binding.target().equals(target))
                .map(Binding::source)
                .findFirst();
    }

    /** What the producer was sent itself is something new only where it made a thing of that name. */
    static boolean brings(ResourceLink link, Source source) {
        if (source instanceof Source.RequestParameter parameter) {
            return isOwn(link.producer(), new Target.OfParameter(parameter.in(), parameter.name()));
        }
        return !(source instanceof Source.Constant);
    }

    /** Whether an operation may make a thing that has that parameter for a name: {@code PUT /books/{isbn}}. */
    static boolean isOwn(Operation operation, Target target) {
        return operation.method().equals("PUT")
                && target instanceof Target.OfParameter of
                && of.in() == ParameterLocation.PATH
                && operation.path().replaceAll("/$", "").endsWith("/{" + of.name() + "}");
    }

    /** Whether an operation deletes by it what only a read shows, so that it is not the run's own: nothing is known to make such things. */
    boolean isOfOthers(Operation operation) {
        return operation.method().equals("DELETE")
                && place(operation, target) >= 0
                && place(operation, target) == operation.path().lastIndexOf('{')
                && links.stream()
                        .allMatch(link -> READING.contains(link.producer().method())
                                && link.origin() != ResourceLink.Origin.CONFIGURED
                                && link.origin() != ResourceLink.Origin.HOOK);
    }

    /** Whether the value is the name that a producer is sent for the thing that it makes. */
    boolean isNamedByCallerOf(Operation producer) {
        return links.stream()
                .anyMatch(link -> link.producer() == producer
                        && source(link, target)
                                .filter(Source.RequestParameter.class::isInstance)
                                .isPresent());
    }

    /** Whether the document says that the operation makes the thing, and nothing else does. */
    private static boolean createsItself(Operation operation, List<ResourceLink> bringing) {
        boolean made =
                bringing.stream().anyMatch(link -> link.producer().method().equals("POST"));
        return !made
                && operation.responses().all().stream()
                        .anyMatch(response -> response.status().equals("201"));
    }

    /** Whether the value is that of one of several things. */
    static boolean isListed(ResourceLink link, Target target) {
        return source(link, target)
                .filter(Source.ResponseBody.class::isInstance)
                .map(Source.ResponseBody.class::cast)
                .filter(body -> body.steps().contains(Source.ResponseBody.EACH))
                .isPresent();
    }

    private static int rank(ResourceLink link, Target target) {
        if (link.origin() == ResourceLink.Origin.CONFIGURED || link.origin() == ResourceLink.Origin.HOOK) {
            return -1;
        }
        boolean each = isListed(link, target);
        boolean writes = Stream.of("POST", "PUT").anyMatch(link.producer().method()::equals);
        return writes && !each && link.certainty() >= OWN_THING ? 0 : each ? 1 : 2;
    }

    /** Whether it only tells more of a thing whose name it must be given, which nothing gives it. */
    private static boolean isReader(Operation producer, LinkGraph graph) {
        String path = producer.path().replaceAll("/$", "");
        if (!path.endsWith("}")
                || producer.method().equals("PUT")
                || producer.method().equals("POST")) {
            return false;
        }
        Target last = new Target.OfParameter(
                ParameterLocation.PATH, path.substring(path.lastIndexOf('{') + 1, path.length() - 1));
        return !targets(graph.to(producer)).contains(last);
    }

    /** Whether an operation cannot be called without what one of the others brings. */
    private static boolean needsOne(Operation operation, Set<Operation> others, LinkGraph graph) {
        for (ResourceLink link : graph.to(operation)) {
            if (others.contains(link.producer())) {
                for (Binding binding : link.bindings()) {
                    if (!(binding.source() instanceof Source.RequestParameter)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
