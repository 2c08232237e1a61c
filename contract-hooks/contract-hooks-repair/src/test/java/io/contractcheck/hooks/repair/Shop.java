package io.contractcheck.hooks.repair;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.http.Exchange;
import io.contractcheck.http.Header;
import io.contractcheck.http.Request;
import io.contractcheck.http.Response;
import io.contractcheck.json.Documents;
import io.contractcheck.json.Yaml;
import io.contractcheck.openapi.ApiReader;
import io.contractcheck.openapi.Operation;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** A document, its operations, and answers to them. */
final class Shop {
    static final String TEXT = """
            openapi: 3.0.3
            info: {title: Shop, version: "1"}
            paths:
              /auth/token:
                post:
                  operationId: login
                  tags: [auth]
                  responses:
                    "200":
                      description: a token
                      content:
                        application/json:
                          schema:
                            type: object
                            additionalProperties: false
                            required: [token, tokenType]
                            properties: {token: {type: string}, tokenType: {type: string, enum: [Bearer]}}
              /orders/{id}/ship:
                parameters: [{name: id, in: path, required: true, schema: {type: string, pattern: "^[a-z]{3}$"}}]
                post:
                  operationId: ship
                  responses:
                    "200":
                      description: how it stands
                      content:
                        application/vnd.shop+json:
                          schema: {type: object, required: [status], properties: {status: {type: string}}}
            """;

    private Shop() {}

    static JsonNode document() {
        return Yaml.parse(TEXT);
    }

    static Operation operation(String id) {
        URI uri = URI.create("memory:/shop.yaml");
        return ApiReader.read(Documents.of(uri, document()).root(uri)).operations().stream()
                .filter(o -> o.operationId().orElse("").equals(id))
                .findFirst()
                .orElseThrow();
    }

    static Exchange answered(int status, String type, String body) {
        return answered(new Response(
                status, "", List.of(new Header("Content-Type", type)), body.getBytes(StandardCharsets.UTF_8), false));
    }

    static Exchange answered(Response response) {
        return new Exchange(
                new Request("POST", "http://127.0.0.1:1", "/", List.of(), null), response, Duration.ofMillis(1));
    }

    static String body(Exchange exchange) {
        return new String(exchange.response().body(), StandardCharsets.UTF_8);
    }
}
