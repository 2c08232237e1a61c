package io.contractcheck.link;

import com.fasterxml.jackson.core.JsonPointer;
import io.contractcheck.openapi.MediaTypeContent;
import io.contractcheck.openapi.Operation;
import io.contractcheck.openapi.ParameterLocation;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A thing's name that its caller chooses when it makes it, in the path or in the body: {@code PUT /books/{isbn}}. */
final class ChosenName {
    private ChosenName() {}

    /**
     * Whether an operation may make a thing under the name at the end of its path: nothing else stands for making one.
     *
     * @param collections paths at which things are made, without a slash at their ends
     */
    static boolean isInPath(Operation operation, Set<String> collections) {
        return operation.method().equals("PUT")
                && last(operation).isPresent()
                && !collections.contains(collection(operation));
    }

    /**
     * Whether the document says that it does, or does not even speak of a list of what is there.
     *
     * @param lists paths that can be read, without a slash at their ends
     */
    static boolean isLikely(Operation operation, Set<String> lists) {
        return operation.responses().all().stream()
                        .anyMatch(response -> response.status().equals("201"))
                || !lists.contains(collection(operation));
    }

    /** The parameter that a path ends with. */
    static Optional<Target> last(Operation operation) {
        String path = stripped(operation.path());
        int begin = path.lastIndexOf("/{");
        return begin >= 0 && path.endsWith("}") && path.indexOf('}', begin) == path.length() - 1
                ? Optional.of(
                        new Target.OfParameter(ParameterLocation.PATH, path.substring(begin + 2, path.length() - 1)))
                : Optional.empty();
    }

    /** The member of the body that is sent to make a thing and is called as the parameter that names it later. */
    static Optional<Source> inBody(Operation maker, Input input, Anatomies anatomies) {
        return maker.requestBody().stream()
                .flatMap(body -> body.content().stream())
                .filter(Inputs::isJson)
                .findFirst()
                .flatMap(MediaTypeContent::schema)
                .flatMap(schema -> anatomies.of(schema).members().entrySet().stream()
                        .filter(member -> isCalled(anatomies.words(member.getKey()), input))
                        .filter(member ->
                                input.takes(anatomies.of(member.getValue()).types()))
                        .findFirst())
                .map(member -> new Source.RequestBody(pointer(member.getKey())));
    }

    private static boolean isCalled(List<String> words, Input input) {
        return !words.isEmpty()
                && (words.equals(input.name())
                        || words.equals(input.field()) && Nouns.isNaming(words)
                        || words.equals(Inputs.whole(input)));
    }

    private static JsonPointer pointer(String name) {
        return JsonPointer.empty().appendProperty(name);
    }

    private static String collection(Operation operation) {
        String path = stripped(operation.path());
        return path.substring(0, path.lastIndexOf('/'));
    }

    static String stripped(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
