package io.contractcheck.schema;

import static io.contractcheck.schema.Dialect.OPENAPI_3_0;
import static io.contractcheck.schema.Dialect.OPENAPI_3_1;
import static io.contractcheck.schema.Direction.REQUEST;
import static io.contractcheck.schema.Direction.RESPONSE;
import static io.contractcheck.schema.Written.components;
import static io.contractcheck.schema.Written.told;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DirectionTest {
    private static final String USER =
            "'User': {'type': 'object', 'required': ['id', 'name', 'password'], 'properties': {"
                    + "'id': {'type': 'integer', 'readOnly': true}, 'name': {'type': 'string'},"
                    + "'password': {'type': 'string', 'writeOnly': true}}}";

    @Test
    void what_is_read_only_is_not_sent() {
        Schema user = components(OPENAPI_3_0, REQUEST, USER);
        assertThat(told(user, "{'name': 'a', 'password': 'b'}")).isEmpty();
        assertThat(told(user, "{'name': 'a', 'password': 'b', 'id': 1}"))
                .containsExactly("readOnly /id User/properties/id/readOnly");
        assertThat(told(user, "{'name': 'a'}")).containsExactly("required  User/required");
        assertThat(user.normal().at("/properties/id").isBoolean()).isTrue();
    }

    @Test
    void what_is_write_only_does_not_come() {
        Schema user = components(OPENAPI_3_0, RESPONSE, USER);
        assertThat(told(user, "{'name': 'a', 'id': 1}")).isEmpty();
        assertThat(told(user, "{'name': 'a', 'id': 1, 'password': 'b'}"))
                .containsExactly("writeOnly /password User/properties/password/writeOnly");
        assertThat(told(user, "{'name': 'a'}")).containsExactly("required  User/required");
    }

    @Test
    void a_branch_forbids_for_its_siblings_and_for_the_parent() {
        for (String schema : List.of(
                "{'required': ['id'], 'allOf': [{'properties': {'id': {'readOnly': true}}}]}",
                "{'properties': {'id': {'readOnly': true}}, 'allOf': [{'required': ['id']}]}",
                "{'allOf': [{'required': ['id']}, {'allOf': [{'properties': {'id': {'readOnly': true}}}]}]}",
                "{'allOf': [{'$ref': '#/components/schemas/Needs'}, {'$ref': '#/components/schemas/Has'}]}")) {
            Schema thing = components(
                    OPENAPI_3_0,
                    REQUEST,
                    "'Thing': " + schema
                            + ", 'Needs': {'required': ['id', 'name']}, 'Has': {'properties': {'id': {'readOnly': true}}}");
            assertThat(told(thing, "{'name': ''}")).as(schema).isEmpty();
            assertThat(told(thing, "{'name': '', 'id': 1}")).as(schema).hasSize(1);
        }
    }

    @Test
    void a_shared_parent_keeps_its_requirements_for_others() {
        String components = "'Needs': {'required': ['id']},"
                + "'Has': {'allOf': [{'$ref': '#/components/schemas/Needs'}, {'properties': {'id': {'readOnly': true}}}]}";
        assertThat(told(components(OPENAPI_3_0, REQUEST, components), "{}"))
                .containsExactly("required  Needs/required");
    }

    @Test
    void the_keyword_may_stand_behind_a_reference_or_in_a_part() {
        String id = ", 'Id': {'type': 'integer', 'readOnly': true}";
        for (String property : List.of(
                "{'$ref': '#/components/schemas/Id'}",
                "{'allOf': [{'$ref': '#/components/schemas/Id'}]}",
                "{'allOf': [{'type': 'integer'}, {'readOnly': true}]}")) {
            Schema thing = components(
                    OPENAPI_3_0, REQUEST, "'Thing': {'required': ['id'], 'properties': {'id': " + property + "}}" + id);
            assertThat(told(thing, "{}")).as(property).isEmpty();
            assertThat(told(thing, "{'id': 1}")).as(property).hasSize(1);
        }
        Schema sibling = components(
                OPENAPI_3_1,
                REQUEST,
                "'Thing': {'required': ['id'], 'properties': {'id': {'$ref': '#/components/schemas/Plain', 'readOnly': true}}},"
                        + "'Plain': {}");
        assertThat(told(sibling, "{'id': 1}")).containsExactly("readOnly /id Thing/properties/id/readOnly");
    }

    @Test
    void alternatives_forbid_for_the_parent_what_all_of_them_forbid() {
        String both = "{'properties': {'id': {'readOnly': true}}}";
        Schema all =
                components(OPENAPI_3_0, REQUEST, "'A': {'required': ['id'], 'anyOf': [" + both + ", " + both + "]}");
        assertThat(told(all, "{}")).isEmpty();
        Schema one = components(
                OPENAPI_3_0, REQUEST, "'A': {'required': ['id'], 'anyOf': [" + both + ", {'type': 'object'}]}");
        assertThat(told(one, "{}")).containsExactly("required  A/required");
        assertThat(told(one, "{'id': 1}")).isEmpty();
    }

    @Test
    void in_plain_json_schema_both_are_remarks() {
        Schema plain = Schema.parse("{\"required\": [\"id\"], \"properties\": {\"id\": {\"readOnly\": true}}}");
        assertThat(told(plain, "{'id': 1}")).isEmpty();
        assertThat(told(plain, "{}")).hasSize(1);
    }

    @Test
    void recursive_properties_are_forbidden_at_every_depth() {
        Schema node = components(
                OPENAPI_3_0,
                REQUEST,
                "'Node': {'required': ['id'], 'properties': {'id': {'readOnly': true}, 'next': {'$ref': '#/components/schemas/Node'}}}");
        assertThat(told(node, "{'next': {'next': {'id': 1}}}"))
                .containsExactly("readOnly /next/next/id Node/properties/id/readOnly");
    }
}
