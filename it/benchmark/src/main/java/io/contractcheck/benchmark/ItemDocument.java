package io.contractcheck.benchmark;

/** The document of {@link ItemService}: groups of five operations each, with what documents commonly have. */
final class ItemDocument {
    /** Operations of a group. */
    static final int OPERATIONS = 5;

    private static final String GROUP = """
              /g#/items:
                get:
                  parameters:
                    - {name: limit, in: query, schema: {type: integer, minimum: 1, maximum: 100}}
                    - {name: offset, in: query, schema: {type: integer, minimum: 0, maximum: 1000000}}
                    - {name: sort, in: query, schema: {type: string, enum: [name, price, newest]}}
                    - {name: q, in: query, schema: {type: string, minLength: 1, maxLength: 40}}
                  responses:
                    '200': {description: some, content: {application/json: {schema: {$ref: '#/components/schemas/Items'}}}}
                    '400': {$ref: '#/components/responses/Refused'}
                post:
                  requestBody: {$ref: '#/components/requestBodies/Item'}
                  responses:
                    '201': {description: made, content: {application/json: {schema: {$ref: '#/components/schemas/Item'}}}}
                    '400': {$ref: '#/components/responses/Refused'}
              /g#/items/{id}:
                parameters:
                  - {name: id, in: path, required: true, schema: {type: integer, minimum: 1, maximum: 1000000}}
                get:
                  responses:
                    '200': {description: one, content: {application/json: {schema: {$ref: '#/components/schemas/Item'}}}}
                    '400': {$ref: '#/components/responses/Refused'}
                put:
                  requestBody: {$ref: '#/components/requestBodies/Item'}
                  responses:
                    '200': {description: changed, content: {application/json: {schema: {$ref: '#/components/schemas/Item'}}}}
                    '400': {$ref: '#/components/responses/Refused'}
                delete:
                  responses:
                    '204': {description: gone}
                    '400': {$ref: '#/components/responses/Refused'}
            """;

    private static final String COMPONENTS = """
            components:
              requestBodies:
                Item:
                  required: true
                  content: {application/json: {schema: {$ref: '#/components/schemas/NewItem'}}}
              responses:
                Refused:
                  description: not valid
                  content: {application/json: {schema: {$ref: '#/components/schemas/Problem'}}}
              schemas:
                NewItem:
                  type: object
                  required: [name, price]
                  properties:
                    name: {type: string, minLength: 1, maxLength: 60}
                    price: {type: number, minimum: 0, maximum: 100000}
                    code: {type: string, pattern: '^[A-Z]{2}\\d{3}$'}
                    tags: {type: array, maxItems: 5, items: {type: string, maxLength: 20}}
                    size: {$ref: '#/components/schemas/Size'}
                Item:
                  allOf:
                    - {$ref: '#/components/schemas/NewItem'}
                    - {type: object, required: [id], properties: {id: {type: integer, minimum: 1}}}
                Items:
                  type: object
                  required: [total, items]
                  properties:
                    total: {type: integer, minimum: 0}
                    items: {type: array, items: {$ref: '#/components/schemas/Item'}}
                Size:
                  type: object
                  required: [width, height]
                  properties:
                    width: {type: integer, minimum: 1, maximum: 5000}
                    height: {type: integer, minimum: 1, maximum: 5000}
                Problem:
                  type: object
                  required: [title, status]
                  properties:
                    title: {type: string}
                    status: {type: integer}
            """;

    private ItemDocument() {}

    /** With that many groups. */
    static String of(int groups) {
        StringBuilder document = new StringBuilder("openapi: 3.0.3\ninfo: {title: Items, version: '1'}\npaths:\n");
        for (int i = 0; i < groups; i++) {
            document.append(GROUP.replace("#/items", i + "/items"));
        }
        return document.append(COMPONENTS).toString();
    }
}
