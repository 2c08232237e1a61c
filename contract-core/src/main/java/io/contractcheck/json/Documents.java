package io.contractcheck.json;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The documents of one API, each read once, on first use; references between them are followed lazily. Thread-safe. */
public final class Documents {
    private final DocumentLoader loader;
    private final Map<URI, Outcome> outcomes = new ConcurrentHashMap<>();
    private final Map<Class<?>, Object> kept = new ConcurrentHashMap<>();

    public Documents(DocumentLoader loader) {
        this.loader = loader;
    }

    /** A single tree in memory, with references into itself only. */
    public static Documents of(URI uri, JsonNode root) {
        return new Documents(other -> {
                    throw new IOException("references lead into this one document only");
                })
                .replace(uri, root);
    }

    /** The same documents with another tree in the place of one; to be called before anything is read. */
    public Documents replace(URI uri, JsonNode root) {
        Documents documents = new Documents(loader);
        URI plain = plain(uri);
        documents.outcomes.put(plain, new Outcome(new Document(plain, root), null));
        return documents;
    }

    /** What another floor keeps beside these documents for as long as they live, made on first use. */
    public <T> T keep(Class<T> type, Supplier<T> make) {
        Object known = kept.get(type); // without the lock that computing takes, as this is asked for each request
        return type.cast(known == null ? kept.computeIfAbsent(type, t -> make.get()) : known);
    }

    /**
     * The root of a document, read if it was not yet.
     *
     * @throws UncheckedIOException if it cannot be read
     * @throws JsonException if it is neither JSON nor YAML
     */
    public Located root(URI uri) {
        Document document = document(plain(uri));
        return new Located(this, document.uri, JsonPointer.empty(), document.root);
    }

    /** The roots of those that were read so far, in no order that could be relied on. */
    public List<JsonNode> roots() {
        return outcomes.values().stream()
                .map(Outcome::document)
                .filter(Objects::nonNull)
                .map(document -> document.root)
                .toList();
    }

    /**
     * Follows one reference, resolved against the document it stands in (RFC 3986, RFC 6901 fragments, and plain-name anchors).
     *
     * @throws ReferenceException if it leads nowhere
     */
    public Located resolve(Located from, String reference) {
        try {
            return target(from, reference);
        } catch (UncheckedIOException | JsonException | IllegalArgumentException e) {
            throw new ReferenceException(
                    from.describe() + ": $ref '" + reference + "' leads nowhere: " + e.getMessage());
        }
    }

    private Located target(Located from, String reference) {
        Document own = document(from.document());
        URI base = own.names().around(own.uri, from.pointer());
        String place = References.beforeFragment(reference);
        String fragment = References.fragment(reference);
        URI uri = References.resolve(base, place);
        JsonPointer resource = own.names().resources().get(uri);
        if (resource == null && !uri.equals(own.uri)) {
            return named(elsewhere(own, uri, place), uri, fragment);
        }
        if (resource != null && (fragment.isEmpty() || fragment.startsWith("/"))) {
            JsonPointer inside = resource.append(JsonPointer.compile(References.decode(fragment)));
            if (References.walk(own.root, inside).arrived()) {
                return at(own, inside);
            }
        }
        return named(own, uri, fragment);
    }

    /** Documents with an {@code $id} are often meant to be found beside each other all the same. */
    private Document elsewhere(Document own, URI uri, String place) {
        URI beside = References.resolve(own.uri, place);
        if (beside.equals(uri)) {
            return document(uri);
        }
        try {
            return document(uri);
        } catch (UncheckedIOException e) {
            return document(beside);
        }
    }

    private Located named(Document document, URI uri, String fragment) {
        String decoded = References.decode(fragment);
        if (!decoded.isEmpty() && !decoded.startsWith("/")) {
            return anchored(document, uri, decoded);
        }
        References.Step step = References.walk(document.root, JsonPointer.compile(decoded));
        if (!step.arrived() && fragment.startsWith("/") && !decoded.equals(fragment)) {
            References.Step undecoded = References.walk(document.root, JsonPointer.compile(fragment));
            step = undecoded.arrived() ? undecoded : step;
        }
        if (!step.arrived()) {
            throw new IllegalArgumentException("no member '" + step.missing() + "' at "
                    + at(document, step.pointer()).describe());
        }
        return at(document, step.pointer());
    }

    /** An anchor of the document goes by the document's own address, and by the {@code $id} of its root. */
    private Located anchored(Document document, URI uri, String name) {
        Document.Names names = document.names();
        JsonPointer anchor = names.anchors().get(uri + "#" + name);
        if (anchor == null) {
            anchor = names.anchors().get(names.around(document.uri, JsonPointer.empty()) + "#" + name);
        }
        if (anchor == null) {
            throw new IllegalArgumentException("no $anchor '" + name + "' in "
                    + at(document, JsonPointer.empty()).describe());
        }
        return at(document, anchor);
    }

    private Located at(Document document, JsonPointer pointer) {
        return new Located(this, document.uri, pointer, document.root.at(pointer));
    }

    private Document document(URI uri) {
        Outcome outcome = outcomes.computeIfAbsent(uri, this::load);
        if (outcome.document() != null) {
            return outcome.document();
        }
        if (outcome.error() instanceof IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
        throw new JsonException(
                outcome.error() == null ? "" : String.valueOf(outcome.error().getMessage()));
    }

    private Outcome load(URI uri) {
        try {
            return new Outcome(Document.parse(uri, loader.load(uri)), null);
        } catch (IOException | JsonException e) {
            return new Outcome(null, e);
        }
    }

    private static URI plain(URI uri) {
        return URI.create(References.beforeFragment(uri.toString())).normalize();
    }

    /** A document, or why there is none. */
    private record Outcome(
            @Nullable Document document, @Nullable Exception error) {}
}
