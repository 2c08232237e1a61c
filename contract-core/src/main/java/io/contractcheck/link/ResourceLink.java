package io.contractcheck.link;

import io.contractcheck.openapi.Operation;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What one operation's answer brings to another one.
 *
 * @param producer whose answer it is
 * @param status the key of the documented response, as {@code 201}, {@code 2XX} or {@code default}
 * @param consumer that takes it
 * @param bindings what goes where; at least one comes out of the answer, or names what was made as the request did
 * @param origin how it is known
 * @param name of the link in the document, else the resource
 * @param certainty from 0 to 100: how much names and paths speak for it; of what the document says itself 100
 */
public record ResourceLink(
        Operation producer,
        String status,
        Operation consumer,
        List<Binding> bindings,
        Origin origin,
        String name,
        int certainty) {

    /** How a link is known. */
    public enum Origin {
        /** A user says so in the configuration. */
        CONFIGURED,
        /** A hook says so. */
        HOOK,
        /** The document says so. */
        DOCUMENTED,
        /** Names, paths and schemas say so. */
        INFERRED
    }

    public ResourceLink {
        bindings = List.copyOf(bindings);
    }

    /** What it brings something to, in order. */
    public List<Target> targets() {
        return bindings.stream().map(Binding::target).toList();
    }

    /** The same, known otherwise. */
    public ResourceLink by(Origin other) {
        return new ResourceLink(producer, status, consumer, bindings, other, name, certainty);
    }

    /** In a line, without the operations. */
    public String describe() {
        return bindings.stream().map(Binding::describe).collect(Collectors.joining(", "));
    }
}
