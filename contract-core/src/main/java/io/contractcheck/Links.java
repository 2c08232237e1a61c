package io.contractcheck;

import io.contractcheck.internal.engine.HookList;
import io.contractcheck.internal.phase.Dependencies;
import io.contractcheck.link.LinkGraph;
import io.contractcheck.link.LinkRule;
import io.contractcheck.openapi.Api;
import io.contractcheck.openapi.Operation;
import io.contractcheck.openapi.OperationFilter;
import java.util.List;
import java.util.stream.Stream;

/** Which operation brings what another one needs, as the document, users and hooks have it, and the order of calls that comes of it. */
final class Links {
    private final LinkGraph graph;
    private final List<Operation> order;

    private Links(Api api, LinkGraph graph) {
        this.graph = graph;
        this.order = Dependencies.ordered(api.operations(), graph);
    }

    /**
     * Between the chosen operations.
     *
     * @param api with the chosen operations
     * @param whole with all operations
     * @throws ContractException if a user's link names what is not there
     */
    static Links of(Api api, Api whole, List<LinkRule> rules, HookList hooks) {
        for (int i = 0; i < rules.size(); i++) {
            check(rules.get(i), "links/" + (i + 1) + ". link", whole);
        }
        return new Links(api, LinkGraph.of(api, rules, links -> hooks.links(links, api)));
    }

    private static void check(LinkRule rule, String at, Api whole) {
        Stream.of(rule.from(), rule.to())
                .forEach(end -> end.ifPresent(
                        filter -> Choices.filter(at + (end == rule.from() ? "/from" : "/to"), filter.text(), whole)));
        if (rule.forbids()) {
            return;
        }
        one(rule.from().orElseThrow(() -> missing(at, "from")), at + "/from", whole);
        Operation consumer = one(rule.to().orElseThrow(() -> missing(at, "to")), at + "/to", whole);
        try {
            rule.read(consumer);
        } catch (IllegalArgumentException e) {
            throw new ContractException(at + "/bindings: " + e.getMessage(), e);
        }
    }

    private static ContractException missing(String at, String end) {
        return new ContractException(at + "/" + end + ": is missing. A link goes from one operation to another one, as"
                + " <from>POST /books</from><to>GET /books/{isbn}</to>.");
    }

    private static Operation one(OperationFilter filter, String at, Api whole) {
        List<Operation> all =
                whole.operations().stream().filter(filter::matches).toList();
        if (all.size() != 1) {
            throw new ContractException(at + ": '" + filter.text() + "' matches "
                    + (all.isEmpty()
                            ? "no operation that can be tested"
                            : all.size() + " operations, such as " + all.get(0) + " and " + all.get(1))
                    + ". A link with bindings is between two: write method and path, as POST /books.");
        }
        return all.get(0);
    }

    LinkGraph graph() {
        return graph;
    }

    /** The operations in the order in which a run calls them. */
    List<Operation> order() {
        return order;
    }
}
