package io.contractcheck.testcase;

import static io.contractcheck.testcase.Operations.BASE;
import static io.contractcheck.testcase.Operations.body;
import static io.contractcheck.testcase.Operations.withBody;
import static org.assertj.core.api.Assertions.assertThat;

import io.contractcheck.http.Request;
import io.contractcheck.json.Json;
import io.contractcheck.openapi.Operation;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every media type: what is sent, and that it is read back as it was meant. */
class BodyTableTest {

    private static void holds(Operation operation, String json, String text) {
        Request request = Wire.write(withBody(operation, Json.parse(json)), BASE);
        assertThat(new String(Objects.requireNonNull(request.body()), StandardCharsets.UTF_8)
                        .replace("<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "")
                        .replace("\r\n", "\n")
                        .replace("\u001e", "<RS>")
                        .replace("\n", "^"))
                .isEqualTo(text);
        var read = Wire.read(operation, request, BASE).body().orElseThrow().value();
        assertThat(Json.equal(read, Json.parse(json))).as("%s", read).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            application/json                   ~ {"a":[1.50,true,null]}   ~ {"a":[1.50,true,null]}
            text/json                          ~ [null]                   ~ [null]
            application/vnd.shop.v1+json       ~ "a"                      ~ "a"
            application/problem+json           ~ {}                       ~ {}
            application/jose+json              ~ {}                       ~ {}
            application/graphql-response+json  ~ {"data":null}            ~ {"data":null}
            application/x-ndjson               ~ [{"a":1},[true],null]    ~ {"a":1}^[true]^null^
            application/jsonl                  ~ [1]                      ~ 1^
            application/json-seq               ~ [1,{"a":null}]           ~ <RS>1^<RS>{"a":null}^
            application/yaml                   ~ {"a":[true,"no"]}        ~ {"a":[true,"no"]}
            application/x-yaml                 ~ [1]                      ~ [1]
            text/yaml                          ~ [1]                      ~ [1]
            text/x-yaml                        ~ [1]                      ~ [1]
            text/vnd.yaml                      ~ [1]                      ~ [1]
            application/vnd.oai.openapi+yaml   ~ [1]                      ~ [1]
            '*/*'                              ~ {"a":true}               ~ {"a":true}
            application/*                      ~ {"a":true}               ~ {"a":true}
            """)
    void types_with_a_grammar_of_their_own_hold_any_value(String mediaType, String json, String text) {
        holds(body(mediaType.replace("'", ""), "{}"), json, text);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            text/plain ~ string  ~ "true"  ~ true
            text/plain ~ boolean ~ true    ~ true
            text/plain ~ boolean ~ false   ~ false
            text/plain ~ 'null'  ~ null    ~ null
            text/plain ~ number  ~ -1.50   ~ -1.50
            text/csv   ~ string  ~ "a,é"   ~ a,é
            text/html  ~ string  ~ "<p>"   ~ <p>
            """)
    void text_spells_scalars_as_json_does(String mediaType, String type, String json, String text) {
        holds(body(mediaType, "{schema: {type: " + type + "}}"), json, text);
    }

    @ParameterizedTest(name = "{0} => {3}")
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            l: {type: array, items: {type: integer}}   ~ ``                                      ~ {"l":[1,2]}          ~ l=1&l=2
            l: {type: array, items: {type: integer}}   ~ `l: {style: form, explode: false}`      ~ {"l":[1,2]}          ~ l=1,2
            l: {type: array, items: {type: integer}}   ~ `l: {style: spaceDelimited, explode: false}` ~ {"l":[1,2]}     ~ l=1%202
            l: {type: array, items: {type: integer}}   ~ `l: {style: pipeDelimited, explode: false}`  ~ {"l":[1,2]}     ~ l=1%7C2
            l: {type: array, items: {type: integer}}   ~ `l: {contentType: application/json}`    ~ {"l":[1,2]}          ~ l=%5B1%2C2%5D
            o: {type: object}                          ~ ``                                      ~ {"o":{"k":null}}     ~ o=%7B%22k%22%3Anull%7D
            o: {type: object, additionalProperties: {type: integer}} ~ `o: {style: deepObject}`  ~ {"o":{"k":1}}        ~ o%5Bk%5D=1
            o: {type: object, additionalProperties: {type: integer}} ~ `o: {style: form, explode: false}` ~ {"o":{"k":1}} ~ o=k,1
            s: {type: string}                          ~ ``                                      ~ {"s":"a b&=+ü"}      ~ s=a%20b%26%3D%2B%C3%BC
            s: {type: string}                          ~ `s: {allowReserved: true}`              ~ {"s":"/?:@"}         ~ s=/?:@
            b: {type: boolean}, n: {type: 'null'}      ~ ``                                      ~ {"b":true,"n":null}  ~ b=true&n=null
            """)
    void forms_follow_their_encodings(String properties, String encodings, String json, String text) {
        holds(
                body(
                        "application/x-www-form-urlencoded",
                        "{schema: {type: object, properties: {" + properties + "}}, encoding: {"
                                + (encodings == null ? "" : encodings) + "}}"),
                json,
                text);
    }

    @ParameterizedTest(name = "{0} => {3}")
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            p: {type: string}                               ~ ``                                 ~ {"p":"a"}       ~ "p"^Content-Type: text/plain;charset=UTF-8^^a
            p: {type: boolean}                              ~ ``                                 ~ {"p":true}      ~ "p"^Content-Type: text/plain;charset=UTF-8^^true
            p: {type: 'null'}                               ~ ``                                 ~ {"p":null}      ~ "p"^Content-Type: text/plain;charset=UTF-8^^null
            p: {type: object}                               ~ ``                                 ~ {"p":{"k":1}}   ~ "p"^Content-Type: application/json^^{"k":1}
            p: {type: array, items: {type: object}}         ~ ``                                 ~ {"p":[{"k":1}]} ~ "p"^Content-Type: application/json^^{"k":1}
            p: {type: string, format: binary}               ~ ``                                 ~ {"p":"abc"}     ~ "p"; filename="file"^Content-Type: application/octet-stream^^abc
            p: {type: array, items: {type: string, format: binary}} ~ ``                         ~ {"p":["abc"]}   ~ "p"; filename="file"^Content-Type: application/octet-stream^^abc
            p: {type: string, contentMediaType: image/png}  ~ ``                                 ~ {"p":"abc"}     ~ "p"; filename="file"^Content-Type: application/octet-stream^^abc
            p: {type: string}                               ~ `p: {contentType: 'image/png, image/jpeg'}` ~ {"p":"abc"} ~ "p"; filename="file"^Content-Type: image/png^^abc
            p: {type: string}                               ~ `p: {contentType: 'image/*'}`      ~ {"p":"abc"}     ~ "p"; filename="file"^Content-Type: image/png^^abc
            p: {type: string}                               ~ `p: {contentType: '*/*'}`          ~ {"p":"abc"}     ~ "p"^Content-Type: text/plain;charset=UTF-8^^abc
            p: {type: string}                               ~ `p: {contentType: text/csv}`       ~ {"p":"ü"}       ~ "p"^Content-Type: text/csv;charset=UTF-8^^ü
            p: {type: string}                               ~ `p: {contentType: application/json}` ~ {"p":"a"}     ~ "p"^Content-Type: application/json^^"a"
            p: {type: array, items: {type: integer}}        ~ `p: {contentType: application/json}` ~ {"p":[1,2]}   ~ "p"^Content-Type: application/json^^[1,2]
            p: {type: array, items: {type: integer}}        ~ `p: {style: form, explode: false}` ~ {"p":[1,2]}     ~ "p"^Content-Type: text/plain;charset=UTF-8^^1,2
            p: {type: object, xml: {name: q}, properties: {k: {type: integer, xml: {attribute: true}}}} ~ `p: {contentType: application/xml}` ~ {"p":{"k":1}} ~ "p"^Content-Type: application/xml^^<q k="1"></q>
            p: {type: object}                               ~ `p: {contentType: application/yaml}` ~ {"p":{"k":1}} ~ "p"^Content-Type: application/yaml^^{"k":1}
            p: {type: object, properties: {k: {type: integer}}} ~ `p: {contentType: application/x-www-form-urlencoded}` ~ {"p":{"k":1}} ~ "p"^Content-Type: application/x-www-form-urlencoded^^k=1
            """)
    void parts_have_the_media_type_of_their_encoding_else_of_their_kind(
            String properties, String encodings, String json, String part) {
        for (String type : new String[] {"multipart/form-data", "multipart/mixed"}) {
            holds(
                    body(
                            type,
                            "{schema: {type: object, properties: {" + properties + "}}, encoding: {"
                                    + (encodings == null ? "" : encodings) + "}}"),
                    json,
                    "--ContractCheck-0^Content-Disposition: form-data; name=" + part + "^--ContractCheck-0--^");
        }
    }

    @ParameterizedTest(name = "{0} => {2}")
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            properties: {a: {type: boolean}, n: {type: [string, 'null']}, i: {type: integer}} ~ {"a":true,"i":7} ~ <r><a>true</a><i>7</i></r>
            properties: {n: {type: ['null', string]}} ~ {"n":null} ~ <r><n xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true"></n></r>
            properties: {a: {type: string, xml: {name: b}}} ~ {"a":"<&\\""} ~ <r><b>&lt;&amp;"</b></r>
            properties: {a: {type: integer, xml: {attribute: true}}} ~ {"a":1} ~ <r a="1"></r>
            properties: {l: {type: array, items: {type: integer}}} ~ {"l":[1,2]} ~ <r><l>1</l><l>2</l></r>
            properties: {l: {type: array, items: {type: integer, xml: {name: i}}}} ~ {"l":[1,2]} ~ <r><i>1</i><i>2</i></r>
            properties: {l: {type: array, xml: {wrapped: true}, items: {type: integer}}} ~ {"l":[1,2]} ~ <r><l><l>1</l><l>2</l></l></r>
            properties: {l: {type: array, xml: {wrapped: true, name: all}, items: {type: integer, xml: {name: one}}}} ~ {"l":[1]} ~ <r><all><one>1</one></all></r>
            properties: {a: {type: integer, xml: {namespace: 'urn:a', prefix: p}}} ~ {"a":1} ~ <r><p:a xmlns:p="urn:a">1</p:a></r>
            properties: {a: {type: integer, xml: {namespace: 'urn:a'}}} ~ {"a":1} ~ <r><a xmlns="urn:a">1</a></r>
            properties: {a: {type: object, additionalProperties: {type: integer}}} ~ {"a":{"b":1}} ~ <r><a><b>1</b></a></r>
            """)
    void xml_follows_the_hints_of_the_schema(String schema, String json, String text) {
        for (String type : new String[] {"application/xml", "text/xml", "application/atom+xml"}) {
            holds(body(type, "{schema: {type: object, xml: {name: r}, " + schema + "}}"), json, text);
        }
    }
}
