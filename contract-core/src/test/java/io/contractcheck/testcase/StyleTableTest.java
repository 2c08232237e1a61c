package io.contractcheck.testcase;

import static io.contractcheck.testcase.Operations.BASE;
import static io.contractcheck.testcase.Operations.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contractcheck.http.Request;
import io.contractcheck.json.Json;
import io.contractcheck.openapi.Operation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every style in every place, with and without explode: what is sent, and that it is read back as it was meant. */
class StyleTableTest {
    private static final String LIST = "{type: array, items: {type: string}}";
    private static final String MIXED = "{type: array, items: {type: [string, boolean, integer, 'null']}}";
    private static final String OBJECT = "{type: object, required: [k], properties: {k: {type: string}, b: {type:"
            + " [boolean, 'null']}, i: {type: integer}}}";
    private static final String NESTED =
            "{type: object, properties: {a: {type: object, properties: {b: {type:" + " integer}}}}}";
    private static final String DEEP_LIST = "{type: object, properties: {a: {type: array, items: {type: integer}}}}";

    private static String schema(String name) {
        return switch (name) {
            case "LIST" -> LIST;
            case "MIXED" -> MIXED;
            case "OBJECT" -> OBJECT;
            case "NESTED" -> NESTED;
            case "DEEP_LIST" -> DEEP_LIST;
            default -> "{type: " + name + "}";
        };
    }

    private static String wire(Request request, String in) {
        return switch (in) {
            case "path" -> request.path().substring("/api/x/".length());
            case "query" -> request.query().orElse("nothing");
            case "header" -> request.header("n").orElse("nothing");
            default -> request.header("Cookie").orElse("nothing");
        };
    }

    private static void holds(Operation operation, String in, String json, String wire) {
        TestCase sent = given(operation, json);
        Request request = Wire.write(sent, BASE);
        assertThat(wire(request, in)).isEqualTo(wire);
        TestCase read = Wire.read(operation, request, BASE);
        if (wire.equals("nothing")) {
            assertThat(read.parameters()).isEmpty();
        } else {
            assertThat(Json.equal(read.parameters().get(0).value(), Json.parse(json)))
                    .as("%s", read.parameters())
                    .isTrue();
        }
    }

    @ParameterizedTest(name = "{0} {1} explode={2}: {4}")
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            path   ~ simple         ~ false ~ string    ~ "a b/ü+."                 ~ a%20b%2F%C3%BC%2B.
            path   ~ simple         ~ false ~ boolean   ~ true                      ~ true
            path   ~ simple         ~ false ~ 'null'    ~ null                      ~ null
            path   ~ simple         ~ false ~ number    ~ 1.50                      ~ 1.50
            path   ~ simple         ~ false ~ LIST      ~ ["a","b,c"]               ~ a,b%2Cc
            path   ~ simple         ~ true  ~ LIST      ~ ["a","b,c"]               ~ a,b%2Cc
            path   ~ simple         ~ false ~ OBJECT    ~ {"k":"v","b":true}        ~ k,v,b,true
            path   ~ simple         ~ true  ~ OBJECT    ~ {"k":"v","b":null}        ~ k=v,b=null
            path   ~ label          ~ false ~ string    ~ "v"                       ~ .v
            path   ~ label          ~ false ~ LIST      ~ ["a","b"]                 ~ .a,b
            path   ~ label          ~ true  ~ LIST      ~ ["a","b.c"]               ~ .a.b%2Ec
            path   ~ label          ~ false ~ OBJECT    ~ {"k":"v","i":7}           ~ .k,v,i,7
            path   ~ label          ~ true  ~ OBJECT    ~ {"k":"v","i":7}           ~ .k=v.i=7
            path   ~ matrix         ~ false ~ string    ~ "v"                       ~ ;n=v
            path   ~ matrix         ~ false ~ LIST      ~ ["a","b"]                 ~ ;n=a,b
            path   ~ matrix         ~ true  ~ LIST      ~ ["a","b;c"]               ~ ;n=a;n=b%3Bc
            path   ~ matrix         ~ false ~ OBJECT    ~ {"k":"v","b":false}       ~ ;n=k,v,b,false
            path   ~ matrix         ~ true  ~ OBJECT    ~ {"k":"v","b":false}       ~ ;k=v;b=false
            query  ~ form           ~ true  ~ string    ~ "a&b c"                   ~ n=a%26b%20c
            query  ~ form           ~ true  ~ string    ~ ""                        ~ n=
            query  ~ form           ~ true  ~ LIST      ~ ["a","b"]                 ~ n=a&n=b
            query  ~ form           ~ false ~ LIST      ~ ["a","b,c"]               ~ n=a,b%2Cc
            query  ~ form           ~ true  ~ LIST      ~ []                        ~ nothing
            query  ~ form           ~ false ~ LIST      ~ []                        ~ nothing
            query  ~ form           ~ false ~ MIXED     ~ ["a",true,null,3]         ~ n=a,true,null,3
            query  ~ form           ~ true  ~ OBJECT    ~ {"k":"v","b":true}        ~ k=v&b=true
            query  ~ form           ~ false ~ OBJECT    ~ {"k":"v","b":null}        ~ n=k,v,b,null
            query  ~ spaceDelimited ~ false ~ LIST      ~ ["a","b"]                 ~ n=a%20b
            query  ~ spaceDelimited ~ true  ~ LIST      ~ ["a","b"]                 ~ n=a&n=b
            query  ~ spaceDelimited ~ false ~ OBJECT    ~ {"k":"v","i":7}           ~ n=k%20v%20i%207
            query  ~ pipeDelimited  ~ false ~ LIST      ~ ["a","b"]                 ~ n=a%7Cb
            query  ~ pipeDelimited  ~ true  ~ LIST      ~ ["a","b"]                 ~ n=a&n=b
            query  ~ pipeDelimited  ~ false ~ OBJECT    ~ {"k":"v","i":7}           ~ n=k%7Cv%7Ci%7C7
            query  ~ deepObject     ~ true  ~ OBJECT    ~ {"k":"v","i":7}           ~ n%5Bk%5D=v&n%5Bi%5D=7
            query  ~ deepObject     ~ true  ~ NESTED    ~ {"a":{"b":1}}             ~ n%5Ba%5D%5Bb%5D=1
            query  ~ deepObject     ~ true  ~ DEEP_LIST ~ {"a":[1,2]}               ~ n%5Ba%5D%5B0%5D=1&n%5Ba%5D%5B1%5D=2
            header ~ simple         ~ false ~ string    ~ "v w"                     ~ v w
            header ~ simple         ~ false ~ integer   ~ 7                         ~ 7
            header ~ simple         ~ false ~ LIST      ~ ["a","b"]                 ~ a,b
            header ~ simple         ~ true  ~ LIST      ~ ["a","b"]                 ~ a,b
            header ~ simple         ~ false ~ OBJECT    ~ {"k":"v","b":true}        ~ k,v,b,true
            header ~ simple         ~ true  ~ OBJECT    ~ {"k":"v","b":true}        ~ k=v,b=true
            cookie ~ form           ~ true  ~ string    ~ "v"                       ~ n=v
            cookie ~ form           ~ true  ~ boolean   ~ false                     ~ n=false
            cookie ~ form           ~ true  ~ LIST      ~ ["a","b"]                 ~ n=a; n=b
            cookie ~ form           ~ false ~ LIST      ~ ["a","b"]                 ~ n=a,b
            cookie ~ form           ~ false ~ OBJECT    ~ {"k":"v","i":7}           ~ n=k,v,i,7
            cookie ~ form           ~ true  ~ OBJECT    ~ {"k":"v","i":7}           ~ k=v; i=7
            """)
    void a_value_is_written_by_its_style_and_read_back(
            String in, String style, boolean explode, String schema, String json, String wire) {
        Operation operation = Operations.parameters(
                in.equals("path") ? "/x/{n}" : "/x",
                "{name: n, in: " + in + ", required: " + in.equals("path") + ", style: " + style + ", explode: "
                        + explode + ", schema: " + schema(schema) + "}");
        holds(operation, in, json, wire);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            cookie ~ ["a,b","c"]
            header ~ ["a,b","c"]
            header ~ []
            path   ~ []
            """)
    void what_a_place_has_no_form_for_is_not_sent(String in, String json) {
        Operation operation = Operations.parameters(
                in.equals("path") ? "/x/{n}" : "/x",
                "{name: n, in: " + in + ", required: " + in.equals("path") + ", explode: false, schema: " + LIST + "}");
        assertThatThrownBy(() -> Wire.write(given(operation, json), BASE)).isInstanceOf(UnwritableException.class);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            path   ~ application/json                  ~ OBJECT  ~ {"k":"v","b":null} ~ %7B%22k%22%3A%22v%22%2C%22b%22%3Anull%7D
            query  ~ application/json                  ~ OBJECT  ~ {"k":"v"}          ~ n=%7B%22k%22%3A%22v%22%7D
            query  ~ application/vnd.a+json            ~ LIST    ~ []                 ~ n=%5B%5D
            header ~ application/json                  ~ OBJECT  ~ {"k":"v"}          ~ {"k":"v"}
            query  ~ text/plain                        ~ boolean ~ true               ~ n=true
            query  ~ application/x-www-form-urlencoded ~ OBJECT  ~ {"k":"v","i":1}    ~ n=k%3Dv%26i%3D1
            query  ~ application/yaml                  ~ LIST    ~ ["a"]              ~ n=%5B%22a%22%5D
            query  ~ application/x-unknown             ~ string  ~ "a"                ~ n=a
            """)
    void content_is_written_in_its_media_type(String in, String mediaType, String schema, String json, String wire) {
        Operation operation = Operations.parameters(
                in.equals("path") ? "/x/{n}" : "/x",
                "{name: n, in: " + in + ", required: true, content: {'" + mediaType + "': {schema: " + schema(schema)
                        + "}}}");
        holds(operation, in, json, wire);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            query  ~ csv   ~ string ~ ["a","b"]         ~ n=a,b
            query  ~ ssv   ~ string ~ ["a","b"]         ~ n=a%20b
            query  ~ tsv   ~ string ~ ["a","b"]         ~ n=a%09b
            query  ~ pipes ~ string ~ ["a","b"]         ~ n=a%7Cb
            query  ~ multi ~ string ~ ["a","b"]         ~ n=a&n=b
            path   ~ csv   ~ string ~ ["a","b"]         ~ a,b
            path   ~ ssv   ~ string ~ ["a","b"]         ~ a%20b
            path   ~ pipes ~ string ~ ["a","b"]         ~ a%7Cb
            header ~ csv   ~ string ~ ["a","b"]         ~ a,b
            header ~ ssv   ~ string ~ ["a","b"]         ~ a b
            header ~ pipes ~ string ~ ["a","b"]         ~ a|b
            query  ~ csv   ~ array, items: {type: integer}, collectionFormat: pipes ~ [[1,2],[3]] ~ n=1%7C2,3
            query  ~ multi ~ array, items: {type: integer}, collectionFormat: csv   ~ [[1,2],[3,4]] ~ n=1,2&n=3,4
            """)
    void collection_formats_join_arrays_and_arrays_in_them(
            String in, String format, String items, String json, String wire) {
        Operation operation = Operations.of(
                "2.0",
                in.equals("path") ? "/x/{n}" : "/x",
                "parameters: [{name: n, in: " + in + ", required: " + in.equals("path")
                        + ", type: array, collectionFormat: " + format + ", items: {type: " + items + "}}]");
        holds(operation, in, json, wire);
    }
}
