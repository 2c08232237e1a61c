package io.contractcheck.testcase.coverage;

import java.util.List;

/** Documents with every location, style and media type. */
final class Samples {
    private static final String SWAGGER_2 = """
            swagger: "2.0"
            info: {title: Shop, version: "1"}
            host: shop.example
            basePath: /v1
            consumes: [application/json, application/xml]
            produces: [application/json]
            paths:
              /books/{isbn}:
                parameters:
                  - {name: isbn, in: path, required: true, type: string, pattern: "^[0-9]{13}$"}
                get:
                  parameters:
                    - {name: lang, in: query, type: array, collectionFormat: pipes, items: {type: string, enum: [de, en]}}
                    - {name: ids, in: query, type: array, collectionFormat: multi, minItems: 1, maxItems: 3, items: {type: integer}}
                    - {name: matrix, in: query, type: array, items: {type: array, collectionFormat: pipes, items: {type: integer}}}
                    - {name: Authorization, in: header, required: true, type: string}
                    - {name: X-Trace, in: header, type: string, format: uuid}
                  responses: {"200": {description: ok, schema: {type: object}}}
                put:
                  parameters:
                    - name: book
                      in: body
                      required: true
                      schema:
                        type: object
                        required: [title, kind]
                        properties:
                          title: {type: string, minLength: 1, maxLength: 20}
                          kind: {type: string, enum: [paper, audio]}
                          price: {type: number, minimum: 0, exclusiveMinimum: true, multipleOf: 0.01}
                  responses: {"200": {description: ok}}
              /uploads:
                post:
                  consumes: [multipart/form-data]
                  parameters:
                    - {name: file, in: formData, required: true, type: file}
                    - {name: note, in: formData, type: string, maxLength: 5}
                  responses: {"201": {description: ok}}
              /forms:
                post:
                  consumes: [application/x-www-form-urlencoded]
                  parameters:
                    - {name: age, in: formData, required: true, type: integer, minimum: 18}
                    - {name: tags, in: formData, type: array, collectionFormat: multi, items: {type: string, minLength: 2}}
                  responses: {"201": {description: ok}}
            """;

    private static final String OPENAPI_3_0 = """
            openapi: 3.0.3
            info: {title: Shop, version: "1"}
            paths:
              /a/{simple}/{label}/{matrix}:
                get:
                  parameters:
                    - {name: simple, in: path, required: true, schema: {type: array, minItems: 1, items: {type: integer}}}
                    - {name: label, in: path, required: true, style: label, explode: true, schema: {type: string, enum: [x, y]}}
                    - {name: matrix, in: path, required: true, style: matrix, schema: {type: object, required: [k], properties: {k: {type: integer}}}}
                    - {name: form, in: query, required: true, schema: {type: string, minLength: 2}}
                    - {name: csv, in: query, explode: false, schema: {type: array, uniqueItems: true, items: {type: string}}}
                    - {name: pipes, in: query, style: pipeDelimited, explode: false, schema: {type: array, maxItems: 2, items: {type: integer}}}
                    - {name: spaces, in: query, style: spaceDelimited, explode: false, schema: {type: array, items: {type: boolean}}}
                    - {name: deep, in: query, style: deepObject, explode: true, schema: {type: object, required: [k], additionalProperties: false, properties: {k: {type: integer}, s: {type: string, maxLength: 3}}}}
                    - {name: json, in: query, content: {application/json: {schema: {type: object, required: [k], properties: {k: {type: integer}}}}}}
                    - {name: free, in: query, schema: {type: string}}
                    - {name: when, in: query, schema: {type: string, format: date-time}}
                    - {name: X-Kind, in: header, schema: {type: string, nullable: true, enum: [in progress, done, null]}}
                    - {name: session, in: cookie, required: true, schema: {type: string, pattern: '^[a-f0-9]{8}$'}}
                    - {name: depth, in: cookie, schema: {type: integer, minimum: 0, exclusiveMinimum: true}}
                  responses: {"200": {description: ok, content: {application/json: {schema: {type: object}}, text/csv: {}}}}
              /pets:
                post:
                  requestBody:
                    required: true
                    content:
                      application/json: {schema: {$ref: '#/components/schemas/Pet'}}
                      application/xml: {schema: {$ref: '#/components/schemas/Pet'}}
                      application/x-www-form-urlencoded: {schema: {$ref: '#/components/schemas/Pet'}}
                      multipart/form-data: {schema: {$ref: '#/components/schemas/Pet'}}
                      text/plain: {schema: {type: string, minLength: 3, maxLength: 5}}
                      application/yaml: {schema: {$ref: '#/components/schemas/Pet'}}
                      application/octet-stream: {schema: {type: string, format: binary}}
                  responses: {"200": {description: ok, content: {'*/*': {}}}}
                trace:
                  responses: {"200": {description: ok}}
            components:
              schemas:
                Pet:
                  type: object
                  required: [name, age]
                  additionalProperties: false
                  properties:
                    name: {type: string, minLength: 1, maxLength: 8}
                    age: {type: integer, minimum: 0}
                    id: {type: integer, readOnly: true}
                    tags: {type: array, maxItems: 2, items: {type: string, minLength: 2}}
                    good: {type: boolean}
                    owner: {type: object, required: [mail], properties: {mail: {type: string, format: email}}}
            """;

    private static final String OPENAPI_3_1 = """
            openapi: 3.1.0
            info: {title: Shop, version: "1"}
            paths:
              /ping:
                get: {responses: {"204": {description: ok}}}
                head: {responses: {"204": {description: ok}}}
              /trees/{id}:
                get:
                  parameters:
                    - {name: id, in: path, required: true, schema: {type: [integer, string], minLength: 3}}
                    - {name: any, in: query, schema: {}}
                    - {name: maybe, in: query, schema: {type: [integer, 'null'], maximum: 5}}
                    - {name: one, in: query, schema: {oneOf: [{type: integer, minimum: 5}, {type: integer, maximum: 10}]}}
                    - {name: X-List, in: header, schema: {type: array, minItems: 2, items: {type: integer}}}
                    - {name: X-Object, in: header, explode: true, schema: {type: object, properties: {a: {const: 1}}}}
                  responses: {"200": {description: ok, content: {application/json: {schema: {}}}}}
                patch:
                  parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
                  requestBody:
                    content:
                      application/merge-patch+json: {schema: {$ref: '#/components/schemas/Tree'}}
                      application/x-ndjson: {schema: {type: array, items: {type: integer}}}
                      application/vnd.unknown: {}
                      'image/*': {}
                  responses: {default: {description: ok}}
              /trees/oldest:
                get:
                  responses: {"200": {description: ok}}
                delete:
                  responses: {"200": {description: ok}}
            components:
              schemas:
                Tree:
                  type: object
                  required: [value]
                  properties:
                    value: {type: [integer, 'null']}
                    children: {type: array, items: {$ref: '#/components/schemas/Tree'}}
                    pair: {type: array, prefixItems: [{type: string}, {type: integer}], items: false}
                    card: {type: string}
                    cvc: {type: string, pattern: '^[0-9]{3}$'}
                  dependentRequired: {card: [cvc]}
            """;

    static final List<String> ALL = List.of(SWAGGER_2, OPENAPI_3_0, OPENAPI_3_1);

    private Samples() {}
}
