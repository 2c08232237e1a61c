package io.contractcheck.internal.engine;

import io.contractcheck.hook.LinkHook;
import io.contractcheck.link.ResourceLink;
import io.contractcheck.openapi.Api;
import io.contractcheck.openapi.Operation;
import java.util.List;
import java.util.stream.Stream;

/** What a hook made of the links: those that are new are known as its own. */
final class Linked {
    private Linked() {}

    static List<ResourceLink> by(LinkHook hook, List<ResourceLink> before, List<ResourceLink> after, Api api) {
        return after.stream()
                .map(link -> before.contains(link) ? link : own(hook, link, api))
                .toList();
    }

    private static ResourceLink own(LinkHook hook, ResourceLink link, Api api) {
        for (Operation operation : Stream.of(link.producer(), link.consumer()).toList()) {
            if (api.operations().stream().noneMatch(tested -> tested == operation)) {
                throw new RunBrokenException(
                        "hook " + hook.getClass().getSimpleName() + " gave a link from " + link.producer() + " to "
                                + link.consumer() + ", and " + operation
                                + " is none of the operations that are tested: take both from the API that the hook is given",
                        null);
            }
        }
        return link.by(ResourceLink.Origin.HOOK);
    }
}
