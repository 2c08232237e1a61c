package io.contractcheck.maven;

import io.contractcheck.ContractException;
import io.contractcheck.link.LinkRule;
import io.contractcheck.openapi.OperationFilter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code <link>}: what one operation brings to another one, or that it does not. */
@SuppressWarnings("NullAway.Init") // Maven fills the fields
public final class LinkParameter {
    /** Whose answers the values come out of. */
    @Nullable String from;

    /** What takes them. */
    @Nullable String to;

    /** What goes where, each as {@code contract:links} shows it. */
    @Nullable Lines bindings;

    /** Whether it is not to be. */
    @Nullable String forbidden;

    /** For Maven, which makes it. */
    public LinkParameter() {}

    /**
     * As read.
     *
     * @param number among all, from 1
     * @throws ContractException if it is wrong
     */
    LinkRule read(int number) {
        String at = "links/" + number + ". link";
        boolean forbids = forbidden != null && !forbidden.isBlank() && Values.flag(at + "/forbidden", forbidden);
        List<String> all = bindings == null ? List.of() : bindings.all();
        Optional<OperationFilter> producer = filter(from);
        Optional<OperationFilter> consumer = filter(to);
        if (forbids && !all.isEmpty()) {
            throw new ContractException(
                    at + ": has <bindings> and is <forbidden>. What is forbidden brings nothing: take"
                            + " one of them away.");
        }
        if (forbids && producer.isEmpty() && consumer.isEmpty()) {
            throw new ContractException(at + ": forbids all links there are. Write whose with <from> or <to>, as"
                    + " <from>GET /search</from>.");
        }
        if (!forbids && all.isEmpty()) {
            throw new ContractException(at + "/bindings: is missing. Write what goes where, as"
                    + " <binding>path.isbn = $response.body#/code</binding>; or <forbidden>true</forbidden>, if there is"
                    + " no such link.");
        }
        return new LinkRule(producer, consumer, all);
    }

    private static Optional<OperationFilter> filter(@Nullable String text) {
        return Optional.ofNullable(text).filter(t -> !t.isBlank()).map(OperationFilter::new);
    }
}
