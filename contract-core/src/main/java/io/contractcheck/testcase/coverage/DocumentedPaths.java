package io.contractcheck.testcase.coverage;

import io.contractcheck.json.JsonException;
import io.contractcheck.json.Located;
import io.contractcheck.json.ReferenceException;
import io.contractcheck.openapi.Api;
import io.contractcheck.openapi.Operation;
import io.contractcheck.testcase.PathTemplates;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All paths of a document, those of operations that are not tested among them. */
final class DocumentedPaths {
    private static final List<String> METHODS =
            List.of("get", "put", "post", "delete", "options", "head", "patch", "trace", "query");

    private final Api api;
    private @Nullable PathTemplates templates;

    DocumentedPaths(Api api) {
        this.api = api;
    }

    /** The methods that the document has on a path as it is sent, whichever template it fits. */
    Set<String> methods(String path) {
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
