package io.contractcheck.testcase.coverage;

import io.contractcheck.json.JsonException;
import io.contractcheck.json.Located;
import io.contractcheck.json.ReferenceException;
import io.contractcheck.openapi.Api;
import io.contractcheck.openapi.Operation;
import io.contractcheck.testcase.PathTemplates;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** All paths of a document, those of operations that are not tested among them. Thread-safe. */
final class DocumentedPaths {
    private static final List<String> METHODS =
            List.of("get", "put", "post", "delete", "options", "head", "patch", "trace", "query");

    private static final Pattern PARAMETER = Pattern.compile("\\{[^{}/]+}");

    private final Api api;
    private final Map<String, List<Operation>> sharing = new LinkedHashMap<>();
    private final Set<String> literal = new LinkedHashSet<>();
    private final Map<String, Operation> speakers = new LinkedHashMap<>();
    private @Nullable PathTemplates templates;

    DocumentedPaths(Api api) {
        this.api = api;
        for (Operation operation : api.operations()) {
            sharing.computeIfAbsent(path(operation), path -> new ArrayList<>()).add(operation);
            literal.add(operation.path());
        }
    }

    /** Whether an operation stands for its path: the first there that can be called, names of parameters apart. */
    synchronized boolean speaks(Operation operation) {
        return speakers.computeIfAbsent(path(operation), path -> speaker(path, operation)) == operation;
    }

    private Operation speaker(String path, Operation callable) {
        for (Operation operation : sharing.getOrDefault(path, List.of())) {
            if (operation == callable || isCallable(operation)) {
                return operation;
            }
        }
        return callable;
    }

    /** Whether an operation that is tested has this very path. */
    boolean isLiteral(String path) {
        return literal.contains(path);
    }

    private static boolean isCallable(Operation operation) {
        try {
            Baseline.of(operation, warning -> {});
            return true;
        } catch (RuntimeException e) {
            return false; // told where the operation itself is walked
        }
    }

    private static String path(Operation operation) {
        return PARAMETER.matcher(operation.path()).replaceAll("{}");
    }

    /** The methods that the document has on a path as it is sent, whichever template it fits. */
    synchronized Set<String> methods(String path) {
        PathTemplates read = templates;
        if (read == null) {
            read = read();
            templates = read;
        }
        return read.methods(path);
    }

    private PathTemplates read() {
        PathTemplates read = new PathTemplates();
        for (Operation operation : api.operations()) {
            read.add(operation.path(), operation.pathMethods());
        }
        api.operations().stream().findFirst().ifPresent(any -> {
            Located paths = any.source().documents().root(api.document()).get("paths");
            paths.node().fieldNames().forEachRemaining(path -> read.add(path, methods(paths.get(path))));
        });
        return read;
    }

    private static List<String> methods(Located item) {
        List<String> methods = new ArrayList<>();
        for (Located part : List.of(item, resolved(item))) {
            METHODS.stream()
                    .filter(m -> part.node().has(m))
                    .map(m -> m.toUpperCase(Locale.ROOT))
                    .forEach(methods::add);
            part.node().path("additionalOperations").fieldNames().forEachRemaining(methods::add);
        }
        return methods;
    }

    private static Located resolved(Located item) {
        try {
            return item.resolve();
        } catch (ReferenceException | JsonException e) {
            return item;
        }
    }
}
