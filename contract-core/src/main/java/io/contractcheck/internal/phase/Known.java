package io.contractcheck.internal.phase;

import io.contractcheck.learn.Knowledge;
import io.contractcheck.link.LinkGraph;
import java.util.function.Supplier;

/**
 * What is known of a service when a phase begins. The same for all of the phase, so that its cases do not depend on which of them come first.
 */
public final class Known {
    /** Nothing at all. */
    public static final Known NOTHING = new Known(() -> LinkGraph.EMPTY, Knowledge.NONE);

    private final Lazy<LinkGraph> links;
    private final Knowledge knowledge;

    private Known(Lazy<LinkGraph> links, Knowledge knowledge) {
        this.links = links;
        this.knowledge = knowledge;
    }

    /** @param links made when they are first asked for, once */
    public Known(Supplier<LinkGraph> links, Knowledge knowledge) {
        this(new Lazy<>(links), knowledge);
    }

    /** The same with other knowledge. */
    public Known with(Knowledge other) {
        return new Known(links, other);
    }

    /** Which operation brings what another one needs. */
    public LinkGraph links() {
        return links.get();
    }

    /** What the service's answers told beyond its document. */
    public Knowledge knowledge() {
        return knowledge;
    }
}
