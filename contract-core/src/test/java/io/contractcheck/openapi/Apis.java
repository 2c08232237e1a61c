package io.contractcheck.openapi;

import io.contractcheck.json.Documents;
import io.contractcheck.json.Located;
import io.contractcheck.json.Yaml;
import java.net.URI;

/** APIs from text. */
final class Apis {
    static final URI FILE = URI.create("file:///api/shop.yaml");

    private Apis() {}

    static Located root(String yaml) {
        return root(FILE, yaml);
    }

    static Located root(URI uri, String yaml) {
        return Documents.of(uri, Yaml.parse(yaml)).root(uri);
    }

    static Api read(String yaml) {
        return ApiReader.read(root(yaml));
    }

    /** The first operation of a document, which must be whole. */
    static Operation operation(String yaml) {
        Api api = read(yaml);
        if (!api.broken().isEmpty()) {
            throw new AssertionError(api.broken());
        }
        return api.operations().get(0);
    }

    /** OpenAPI 3.0 with one operation, whose members are given, indented by six spaces. */
    static Operation operation30(String members) {
        return operation(document("openapi: 3.0.3", "/books", members));
    }

    /** Swagger 2.0 with one operation, whose members are given, indented by six spaces. */
    static Operation operation20(String members) {
        return operation(document("swagger: '2.0'", "/books", members));
    }

    static String document(String version, String path, String members) {
        return version + "\ninfo: {title: Shop, version: '1'}\npaths:\n  '" + path + "':\n    post:\n"
                + members.indent(6);
    }
}
