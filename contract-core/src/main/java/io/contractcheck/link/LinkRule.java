package io.contractcheck.link;

import io.contractcheck.openapi.Api;
import io.contractcheck.openapi.Operation;
import io.contractcheck.openapi.OperationFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a user says of links: that one operation brings something to another one, in place of what would be believed of the same values; or,
 * without bindings, that some do not.
 *
 * @param from whose answers they come out of; absent for any operation
 * @param to what takes them; absent for any operation
 * @param bindings what goes where, each as {@code path.isbn = $response.body#/code}; none where links are forbidden
 */
public record LinkRule(Optional<OperationFilter> from, Optional<OperationFilter> to, List<String> bindings) {
    private static final int CERTAIN = 100;

    public LinkRule {
        bindings = List.copyOf(bindings);
    }

    /** In a line. */
    public String describe() {
        String ends = from.map(OperationFilter::text).orElse("*") + " -> "
                + to.map(OperationFilter::text).orElse("*");
        return forbids() ? "not " + ends : ends + ": " + String.join(", ", bindings);
    }

    /** Whether it forbids links, in place of saying one. */
    public boolean forbids() {
        return bindings.isEmpty();
    }

    /**
     * What each binding says.
     *
     * @throws IllegalArgumentException if one cannot be understood; the message says which and what to write
     */
    public List<Binding> read(Operation consumer) {
        return bindings.stream().map(text -> BindingText.read(text, consumer)).toList();
    }

    List<ResourceLink> applied(List<ResourceLink> links, Api api) {
        if (forbids()) {
            return links.stream()
                    .filter(link -> !(matches(from, link.producer()) && matches(to, link.consumer())))
                    .toList();
        }
        List<ResourceLink> own = new ArrayList<>();
        for (Operation producer : chosen(from, api)) {
            for (Operation consumer : chosen(to, api)) {
                String status = Inference.successes(producer).stream()
                        .findFirst()
                        .map(response -> response.status())
                        .orElse("2XX");
                own.add(new ResourceLink(
                        producer,
                        status,
                        consumer,
                        read(consumer),
                        ResourceLink.Origin.CONFIGURED,
                        producer.label() + " -> " + consumer.label(),
                        CERTAIN));
            }
        }
        List<ResourceLink> all = new ArrayList<>(own);
        links.stream()
                .filter(link -> own.stream().noneMatch(said -> replaces(said, link)))
                .forEach(all::add);
        return all;
    }

    private static boolean replaces(ResourceLink said, ResourceLink link) {
        return said.producer() == link.producer()
                && said.consumer() == link.consumer()
                && link.targets().stream().anyMatch(said.targets()::contains);
    }

    private static List<Operation> chosen(Optional<OperationFilter> filter, Api api) {
        return api.operations().stream()
                .filter(operation -> matches(filter, operation))
                .toList();
    }

    private static boolean matches(Optional<OperationFilter> filter, Operation operation) {
        return filter.map(f -> f.matches(operation)).orElse(true);
    }
}
