package io.contractcheck.internal.phase;

import io.contractcheck.openapi.Api;
import io.contractcheck.openapi.Operation;
import io.contractcheck.openapi.Parameter;
import io.contractcheck.openapi.ParameterLocation;
import java.util.List;
import java.util.Optional;

/**
 * A collection whose members can be created and read, as {@code /books} and {@code /books/{id}}; all but the list requires credentials.
 *
 * @param create on the collection
 * @param list on the collection, if there is one
 * @param read a member
 * @param writes change a member, then delete it
 * @param id the path parameter that names a member
 */
record Members(Operation create, Optional<Operation> list, Operation read, List<Operation> writes, Parameter id) {
    private static final List<String> CREATES = List.of("POST", "PUT");
    private static final List<String> WRITES = List.of("PUT", "PATCH", "DELETE");

    /** Those that the operation creates, if it does. */
    static Optional<Members> of(Operation create, Api api) {
        return CREATES.contains(create.method())
                ? api.operations().stream()
                        .filter(o -> o.method().equals("GET") && o.requiresCredentials() && isMember(o, create))
                        .findFirst()
                        .flatMap(read -> id(read).map(id -> of(create, read, id, api)))
                : Optional.empty();
    }

    private static Members of(Operation create, Operation read, Parameter id, Api api) {
        Optional<Operation> list = api.operations().stream()
                .filter(o -> o.method().equals("GET") && o.path().equals(create.path()))
                .findFirst();
        List<Operation> writes = WRITES.stream()
                .flatMap(method -> api.operations().stream()
                        .filter(o ->
                                o.method().equals(method) && o.path().equals(read.path()) && o.requiresCredentials()))
                .toList();
        return new Members(create, list, read, writes, id);
    }

    private static boolean isMember(Operation read, Operation create) {
        String collection = create.path().replaceAll("/$", "") + "/";
        return read.path().startsWith(collection)
                && read.path().substring(collection.length()).matches("\\{[^{}/]+}/?");
    }

    private static Optional<Parameter> id(Operation read) {
        String segment = read.path().replaceAll("/$", "");
        String name = segment.substring(segment.lastIndexOf('/') + 2, segment.length() - 1);
        return read.parameters().stream()
                .filter(p -> p.in() == ParameterLocation.PATH && p.name().equals(name))
                .findFirst();
    }
}
