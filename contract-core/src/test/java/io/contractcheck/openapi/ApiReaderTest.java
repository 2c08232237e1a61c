package io.contractcheck.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contractcheck.json.Json;
import io.contractcheck.json.Located;
import io.contractcheck.json.Origin;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ApiReaderTest {
    @Test
    void an_api_of_several_files_is_read_from_the_class_path() {
        Api api = ApiReader.read("classpath:documents/shop.yaml");
        assertThat(api.title()).isEqualTo("Shop");
        assertThat(api.version()).isEqualTo("1.10");
        assertThat(api.specification()).isEqualTo("3.0.3");
        assertThat(api.spec()).isEqualTo(SpecVersion.OPENAPI_3_0);
        assertThat(api.servers()).containsExactly("https://shop.example/api/v1");
        assertThat(api.broken()).isEmpty();
        Operation operation = api.operations().get(0);
        assertThat(operation.label()).isEqualTo("GET /books");
        assertThat(operation.basePath()).isEqualTo("/api/v1");
        assertThat(operation.operationId()).contains("listBooks");
        assertThat(operation.source().describe()).isEqualTo("books.yaml#/get");
        assertThat(operation.parameters().get(0).examples()).containsExactly(Json.parse("10"));
        assertThat(operation.responses().forStatus(200)).isPresent();
    }

    @Test
    void a_document_may_be_changed_before_it_is_read() {
        Located root = ApiReader.open(Origin.of("classpath:documents/shop.yaml"));
        ObjectNode changed = root.node().deepCopy();
        ((ObjectNode) changed.get("info")).put("title", "Changed");
        Api api = ApiReader.read(
                root.documents().replace(root.document(), changed).root(root.document()));
        assertThat(api.title()).isEqualTo("Changed");
        assertThat(api.operations()).hasSize(1);
    }

    @Test
    void what_is_no_api_document_is_refused_by_name() {
        assertThatThrownBy(() -> Apis.read("name: x\nversion: 1"))
                .isInstanceOf(OpenApiException.class)
                .hasMessageStartingWith(
                        "shop.yaml is no OpenAPI document: it has neither `openapi` nor `swagger` at its root")
                .hasMessageContaining("name, version");
        assertThatThrownBy(() -> Apis.read("<html>"))
                .isInstanceOf(OpenApiException.class)
                .hasMessageContaining("its root must be an object, but is the text '<html>'");
        assertThatThrownBy(() -> Apis.read("openapi: 4.0.0"))
                .isInstanceOf(OpenApiException.class)
                .hasMessageContaining("version 4.0.0 in `openapi` is not supported");
        assertThatThrownBy(() -> Apis.read("swagger: 1.2"))
                .isInstanceOf(OpenApiException.class)
                .hasMessageContaining("version 1.2 in `swagger` is not supported");
        assertThatThrownBy(() -> Apis.read("openapi: 3.0.0\npaths: []"))
                .isInstanceOf(OpenApiException.class)
                .hasMessage("shop.yaml#/paths: must be an object, but is an array");
        assertThatThrownBy(() -> ApiReader.read("no/such.yaml"))
                .isInstanceOf(OpenApiException.class)
                .hasMessageStartingWith("cannot read the API document: no file such.yaml (looked for /");
        assertThatThrownBy(() -> ApiReader.read(""))
                .isInstanceOf(OpenApiException.class)
                .hasMessageContaining("empty");
    }

    @Test
    void versions_are_families() {
        assertThat(Apis.read("swagger: 2.0").spec()).isEqualTo(SpecVersion.SWAGGER_2_0);
        assertThat(Apis.read("openapi: 3.0").spec()).isEqualTo(SpecVersion.OPENAPI_3_0);
        assertThat(Apis.read("openapi: 3.1.1").spec()).isEqualTo(SpecVersion.OPENAPI_3_1);
        Api next = Apis.read("openapi: 3.2.0\npaths: {/x: {query: {}, additionalOperations: {LINK: {}}}}");
        assertThat(next.spec()).isEqualTo(SpecVersion.OPENAPI_3_1);
        assertThat(next.operations()).extracting(Operation::label).containsExactly("QUERY /x", "LINK /x");
        assertThat(next.warnings()).contains("shop.yaml#: OpenAPI 3.2.0 is read as 3.1");
    }

    @Test
    void operations_come_in_document_order_without_what_is_none() {
        Api api = Apis.read("""
                openapi: 3.0.3
                paths:
                  x-paths: {get: {}}
                  /b: {post: {}, x-get: {}, summary: s, get: {deprecated: true, tags: [t, u]}}
                  a: {GET: {}, delete: {}}
                """);
        assertThat(api.operations()).extracting(Operation::label).containsExactly("POST /b", "GET /b", "DELETE /a");
        assertThat(api.operations().get(1).deprecated()).isTrue();
        assertThat(api.operations().get(1).tags()).containsExactly("t", "u");
        assertThat(api.warnings())
                .contains("shop.yaml#/paths/a: a path must begin with '/'; it is read as /a")
                .contains(
                        "shop.yaml#/paths/a/GET: no member of a path item and ignored; methods are written in lower case");
    }

    @Test
    void one_broken_operation_never_stops_the_others() {
        Api api = Apis.read("""
                openapi: 3.0.3
                paths:
                  /a:
                    get: {parameters: [{$ref: '#/components/parameters/Gone'}]}
                    post: {responses: {200: {description: ok}}}
                    put: {requestBody: text}
                  /b: {$ref: 'items.yaml#/b', get: {}}
                  /c: {parameters: [{name: q}], get: {}, put: {}}
                  /d/{id}: {get: {}}
                  /e: []
                """);
        assertThat(api.operations()).extracting(Operation::label).containsExactly("POST /a");
        assertThat(api.broken())
                .containsExactly(
                        new BrokenOperation(
                                "GET /a",
                                "shop.yaml#/paths/~1a/get/parameters/0: $ref '#/components/parameters/Gone' leads nowhere:"
                                        + " no member 'components' at shop.yaml#"),
                        new BrokenOperation(
                                "PUT /a",
                                "shop.yaml#/paths/~1a/put/requestBody: must be an object, but is the text 'text'"),
                        new BrokenOperation(
                                "GET /b",
                                "shop.yaml#/paths/~1b: $ref 'items.yaml#/b' leads nowhere:"
                                        + " references lead into this one document only"),
                        new BrokenOperation(
                                "GET /c", "shop.yaml#/paths/~1c/parameters/0/in: must be a text, but is missing"),
                        new BrokenOperation(
                                "PUT /c", "shop.yaml#/paths/~1c/parameters/0/in: must be a text, but is missing"),
                        new BrokenOperation(
                                "GET /d/{id}",
                                "shop.yaml#/paths/~1d~1{id}/get: the path has {id}, but no parameter declares it;"
                                        + " add one to `parameters` with name: id, in: path"),
                        new BrokenOperation("/e", "shop.yaml#/paths/~1e: must be an object, but is an array"));
    }

    @Test
    void a_parameter_behind_the_question_mark_of_a_path_breaks_its_operation() {
        Api api = Apis.read(Apis.document(
                "openapi: 3.0.3",
                "/books?author={author}",
                "parameters: [{in: path, name: author, required: true, schema: {type: string}}]"));
        assertThat(api.operations()).isEmpty();
        assertThat(api.broken().get(0).reason())
                .contains("the path has {author} behind a '?'")
                .contains("declare author with in: query");
    }

    @Test
    void a_broken_reference_deep_in_a_schema_breaks_the_operations_that_reach_it() {
        Api api = Apis.read("""
                openapi: 3.0.3
                paths:
                  /a: {get: {responses: {200: {content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}}}}
                  /b: {get: {responses: {200: {content: {application/json: {schema: {$ref: '#/components/schemas/B'}}}}}}}
                  /c: {post: {requestBody: {content: {application/json: {schema: {items: {$ref: '#/components/schemas/C'}}}}}}}
                  /d: {get: {responses: {200: {content: {application/json: {schema: {$ref: '#/components/schemas/D'}}}}}}}
                components:
                  schemas:
                    A: {properties: {b: {$ref: '#/components/schemas/B'}, gone: {allOf: [{$ref: '#/components/schemas/Gone'}]}}}
                    B: {additionalProperties: {$ref: '#/components/schemas/A'}}
                    C: {properties: {self: {$ref: '#/components/schemas/C'}}}
                    D: {properties: {e: {$ref: '#/components/schemas/E'}}}
                    E: {$ref: '#/components/schemas/E'}
                """);
        String gone =
                "shop.yaml#/components/schemas/A/properties/gone/allOf/0: $ref '#/components/schemas/Gone' leads nowhere:"
                        + " no member 'Gone' at shop.yaml#/components/schemas";
        assertThat(api.operations()).extracting(Operation::label).containsExactly("POST /c");
        assertThat(api.broken())
                .startsWith(new BrokenOperation("GET /a", gone), new BrokenOperation("GET /b", gone))
                .hasSize(3);
        assertThat(api.broken().get(2).reason()).contains("it is a circle");
    }

    @Test
    void members_beside_the_reference_of_a_path_item_come_first() {
        Api api = Apis.read("""
                openapi: 3.1.0
                paths: {/a: {$ref: '#/components/pathItems/a', get: {operationId: own}}}
                components: {pathItems: {a: {get: {operationId: theirs}, put: {}}}}
                """);
        assertThat(api.operations()).extracting(Operation::label).containsExactly("GET /a", "PUT /a");
        assertThat(api.operations().get(0).operationId()).contains("own");
    }

    @Test
    void servers_become_absolute_against_an_http_document() {
        URI document = URI.create("http://localhost:8080/docs/openapi.json");
        assertThat(ApiReader.read(Apis.root(document, "openapi: 3.0.0")).servers())
                .containsExactly("http://localhost:8080");
        Api api = ApiReader.read(Apis.root(document, """
                openapi: 3.0.0
                servers:
                  - {url: ../api/}
                  - {url: 'https://{region}.example/{v}', variables: {region: {enum: [eu], default: us}, v: {enum: [v1]}}}
                  - {url: 'https://{open}.example'}
                paths: {/x: {get: {}}}
                """));
        assertThat(api.servers())
                .containsExactly("http://localhost:8080/api", "https://us.example/v1", "https://{open}.example");
        assertThat(api.operations().get(0).basePath()).isEqualTo("/api");
        assertThat(Apis.read("openapi: 3.0.0").servers()).isEmpty();
        assertThat(Apis.read("openapi: 3.0.0\nservers: [{url: '/v1/'}]").servers())
                .containsExactly("/v1");
    }

    @Test
    void swagger_serves_schemes_host_and_base_path() {
        Api api = Apis.read(
                "swagger: '2.0'\nhost: shop.example\nbasePath: /v2/\nschemes: [https, http, ws]\npaths: {/x: {get: {}}}");
        assertThat(api.servers()).containsExactly("https://shop.example/v2", "http://shop.example/v2");
        assertThat(api.operations().get(0).basePath()).isEqualTo("/v2");
        assertThat(Apis.read("swagger: '2.0'\nbasePath: /v2").servers()).containsExactly("/v2");
        assertThat(Apis.read("swagger: '2.0'\nbasePath: /").servers()).isEmpty();
        assertThat(ApiReader.read(Apis.root(URI.create("https://h:1/d.json"), "swagger: '2.0'\nbasePath: /v2"))
                        .servers())
                .containsExactly("https://h:1/v2");
    }

    @Test
    void security_of_an_operation_replaces_that_of_the_document() {
        Api api = Apis.read("""
                openapi: 3.0.3
                security: [{key: []}]
                paths:
                  /a: {get: {}, put: {security: []}, post: {security: [{}, {oauth: [read, write], key: []}, {gone: []}]}}
                components:
                  securitySchemes:
                    key: {type: apiKey, in: header, name: X-Key}
                    oauth: {type: oauth2}
                    basic: {type: http, scheme: Basic}
                    odd: {$ref: '#/nowhere'}
                """);
        assertThat(api.operations().get(0).security())
                .containsExactly(new SecurityRequirement(Map.of("key", List.of())));
        assertThat(api.operations().get(1).security()).isEmpty();
        assertThat(api.operations().get(2).security())
                .containsExactly(
                        new SecurityRequirement(Map.of()),
                        new SecurityRequirement(Map.of("oauth", List.of("read", "write"), "key", List.of())),
                        new SecurityRequirement(Map.of("gone", List.of())));
        assertThat(api.securitySchemes()).containsOnlyKeys("key", "oauth", "basic");
        SecurityScheme key = api.securitySchemes().get("key");
        assertThat(key.in()).contains(ParameterLocation.HEADER);
        assertThat(key.parameter()).contains("X-Key");
        assertThat(api.securitySchemes().get("basic").scheme()).contains("basic");
        assertThat(api.warnings())
                .anyMatch(warning -> warning.contains("no security scheme named gone"))
                .anyMatch(warning -> warning.contains("the security scheme odd is not read"));
    }

    @Test
    void swaggers_basic_is_http() {
        SecurityScheme basic = Apis.read("swagger: '2.0'\nsecurityDefinitions: {b: {type: basic}}")
                .securitySchemes()
                .get("b");
        assertThat(basic.type()).isEqualTo("http");
        assertThat(basic.scheme()).isEqualTo(Optional.of("basic"));
    }

    @Test
    void a_parsers_findings_are_warnings() {
        Api api = Apis.read("""
                openapi: 3.0.3
                info: {title: Shop, version: '1', colour: red}
                paths: {/x: {get: {responses: {200: {description: ok}}}}}
                """);
        assertThat(api.diagnostics()).anyMatch(warning -> warning.contains("colour"));
        assertThat(api.operations()).hasSize(1);
    }

    @Test
    void oauth_schemes_tell_their_flows_under_one_set_of_names() {
        Api three = Apis.read("""
                openapi: 3.0.3
                components:
                  securitySchemes:
                    oauth:
                      type: oauth2
                      flows:
                        clientCredentials: {tokenUrl: /token, refreshUrl: /again, scopes: {read: reads, write: writes}}
                        password: {tokenUrl: /token, scopes: []}
                    oidc: {type: openIdConnect, openIdConnectUrl: https://id.test/.well-known/openid-configuration}
                    jwt: {type: http, scheme: Bearer, bearerFormat: JWT}
                    cert: {type: mutualTLS}
                """);
        Map<String, SecurityScheme> schemes = three.securitySchemes();
        assertThat(schemes.get("oauth").flows())
                .containsExactly(
                        new SecurityScheme.Flow(
                                "clientCredentials",
                                Optional.of("/token"),
                                Optional.of("/again"),
                                List.of("read", "write")),
                        new SecurityScheme.Flow("password", Optional.of("/token"), Optional.empty(), List.of()));
        assertThat(three.tokenUrls()).containsExactly("/token", "/again");
        assertThat(schemes.get("oidc").openIdConnectUrl()).contains("https://id.test/.well-known/openid-configuration");
        assertThat(schemes.get("jwt").bearerFormat()).contains("JWT");
        assertThat(schemes.values()).filteredOn(SecurityScheme::sendable).hasSize(3);
        assertThat(schemes.get("jwt").describe()).isEqualTo("jwt (http bearer)");

        Api two = Apis.read("""
                swagger: '2.0'
                securityDefinitions:
                  app: {type: oauth2, flow: application, tokenUrl: https://id.test/token, scopes: {read: reads}}
                """);
        assertThat(two.securitySchemes().get("app").flows())
                .containsExactly(new SecurityScheme.Flow(
                        "clientCredentials", Optional.of("https://id.test/token"), Optional.empty(), List.of("read")));
    }
}
