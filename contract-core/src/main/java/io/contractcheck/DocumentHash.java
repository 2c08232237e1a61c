package io.contractcheck;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contractcheck.json.Json;
import io.contractcheck.openapi.Api;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** By which a document is known again, wherever it lies, in whichever spelling, and wherever it says that the service is. */
final class DocumentHash {
    private static final List<String> WHERE_THE_SERVICE_IS = List.of("servers", "host", "schemes");

    private DocumentHash() {}

    /** Of the document that an API was read from, with the others that it refers to, as far as they were read. */
    static String of(Api api) {
        return api.operations().stream()
                .findFirst()
                .map(any -> any.source().documents().roots().stream()
                        .map(DocumentHash::of)
                        .sorted()
                        .collect(Collectors.joining("-")))
                .orElse("");
    }

    private static String of(JsonNode document) {
        JsonNode known = document;
        if (document instanceof ObjectNode root) {
            ObjectNode without = root.objectNode();
            root.properties().stream()
                    .filter(p -> !WHERE_THE_SERVICE_IS.contains(p.getKey()))
                    .forEach(p -> without.set(p.getKey(), p.getValue()));
            known = without;
        }
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
                Json.write(known, out);
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 16);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
