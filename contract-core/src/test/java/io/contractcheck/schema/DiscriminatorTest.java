package io.contractcheck.schema;

import static io.contractcheck.schema.Dialect.OPENAPI_3_0;
import static io.contractcheck.schema.Dialect.OPENAPI_3_1;
import static io.contractcheck.schema.Dialect.SWAGGER_2_0;
import static io.contractcheck.schema.Direction.REQUEST;
import static io.contractcheck.schema.Direction.RESPONSE;
import static io.contractcheck.schema.Written.components;
import static io.contractcheck.schema.Written.json;
import static io.contractcheck.schema.Written.told;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DiscriminatorTest {
    private static final String KINDS =
            ", 'Cat': {'type': 'object', 'required': ['kind', 'lives'], 'properties': {'kind': {'type': 'string'},"
                    + " 'lives': {'type': 'integer'}}},"
                    + " 'Dog': {'type': 'object', 'required': ['kind'], 'properties': {'kind': {'type': 'string'}}}";
    private static final String CHOICE =
            "'oneOf': [{'$ref': '#/components/schemas/Cat'}, {'$ref': '#/components/schemas/Dog'}]";

    @Test
    void the_name_decides_between_alternatives_that_overlap() {
        Schema pet = components(
                OPENAPI_3_0,
                RESPONSE,
                "'Pet': {" + CHOICE + ", 'discriminator': {'propertyName': 'kind', 'mapping': {'cat': 'Cat',"
                        + " 'kitten': '#/components/schemas/Cat', 'dog': '#/components/schemas/Dog'}}}" + KINDS);
        assertThat(told(pet, "{'kind': 'cat', 'lives': 9}")).isEmpty();
        assertThat(told(pet, "{'kind': 'kitten', 'lives': 9}")).isEmpty();
        assertThat(told(pet, "{'kind': 'dog', 'lives': 9}")).isEmpty();
        assertThat(told(pet, "{'kind': 'cat'}")).containsExactly("required  Cat/required");
        assertThat(pet.normal().path("discriminator"))
                .isEqualTo(json("{'propertyName': 'kind', 'values': ['cat', 'kitten', 'dog']}"));
    }

    @Test
    void an_unknown_name_has_a_message_of_its_own() {
        Schema pet = components(
                OPENAPI_3_1, RESPONSE, "'Pet': {" + CHOICE + ", 'discriminator': {'propertyName': 'kind'}}" + KINDS);
        assertThat(told(pet, "{'kind': 'Cat', 'lives': 9}")).isEmpty();
        assertThat(pet.validate(json("{'kind': 'bird'}"))).singleElement().satisfies(v -> {
            assertThat(v.keyword()).isEqualTo("discriminator");
            assertThat(v.instance()).hasToString("/kind");
            assertThat(v.schema()).isEqualTo("shop.json#/components/schemas/Pet/discriminator");
            assertThat(v.message())
                    .isEqualTo(
                            "must be one of \"Cat\", \"Dog\", the names that the discriminator knows, but is \"bird\"");
        });
        assertThat(told(pet, "{}")).containsExactly("discriminator  Pet/discriminator");
    }

    @Test
    void a_constant_of_the_alternative_beats_its_name() {
        Schema pet = components(
                OPENAPI_3_1,
                RESPONSE,
                "'Pet': {'oneOf': [{'$ref': '#/components/schemas/A'}, {'$ref': '#/components/schemas/B'}],"
                        + " 'discriminator': {'propertyName': 'kind'}},"
                        + " 'A': {'required': ['kind'], 'properties': {'kind': {'const': 'a'}}},"
                        + " 'B': {'required': ['kind'], 'properties': {'kind': {'$ref': '#/components/schemas/Kind'}}},"
                        + " 'Kind': {'enum': ['b', 'c']}");
        assertThat(told(pet, "{'kind': 'a'}")).isEmpty();
        assertThat(told(pet, "{'kind': 'c'}")).isEmpty();
        assertThat(told(pet, "{'kind': 'A'}")).isNotEmpty();
        assertThat(pet.normal().at("/discriminator/values")).isEqualTo(json("['a', 'b', 'c']"));
    }

    private static final String FAMILY =
            "'Pet': {'type': 'object', 'required': ['kind'], 'properties': {'kind': {'type': 'string'}},"
                    + " 'discriminator': {'propertyName': 'kind'%s}},"
                    + " 'Cat': {'allOf': [{'$ref': '#/components/schemas/Pet'}, {'required': ['lives']}]},"
                    + " 'Lion': {'allOf': [{'$ref': '#/components/schemas/Cat'}, {'required': ['mane']}]},"
                    + " 'Dog': {'allOf': [{'$ref': '#/components/schemas/Pet'}]}";
    private static final String MAPPING =
            ", 'mapping': {'cat': 'Cat', 'lion': 'Lion', 'dog': '#/components/schemas/Dog'}";

    @Test
    void a_request_with_the_parent_is_one_of_its_kinds() {
        Schema pet = components(OPENAPI_3_0, REQUEST, FAMILY.formatted(MAPPING));
        assertThat(told(pet, "{'kind': 'dog'}")).isEmpty();
        assertThat(told(pet, "{'kind': 'cat', 'lives': 9}")).isEmpty();
        assertThat(told(pet, "{'kind': 'lion', 'lives': 9, 'mane': 1}")).isEmpty();
        assertThat(told(pet, "{'kind': 'cat'}")).containsExactly("required  Cat/allOf/1/required");
        assertThat(told(pet, "{'kind': 'lion', 'lives': 9}")).containsExactly("required  Lion/allOf/1/required");
        assertThat(told(pet, "{'kind': 'Pet'}")).containsExactly("discriminator /kind Pet/discriminator");
        assertThat(pet.normal().at("/discriminator/values")).isEqualTo(json("['cat', 'lion', 'dog']"));
    }

    @Test
    void a_response_with_the_parent_needs_a_known_name_only() {
        Schema pet = components(OPENAPI_3_0, RESPONSE, FAMILY.formatted(""));
        assertThat(told(pet, "{'kind': 'Cat'}")).isEmpty();
        assertThat(told(pet, "{'kind': 'Pet'}")).isEmpty();
        assertThat(told(pet, "{'kind': 'Lion'}")).isEmpty();
        assertThat(told(pet, "{'kind': 'bird'}")).containsExactly("discriminator /kind Pet/discriminator");
    }

    @Test
    void a_child_goes_by_its_own_names() {
        String components = FAMILY.formatted(MAPPING);
        Schema list = components(
                OPENAPI_3_0, REQUEST, "'List': {'items': {'$ref': '#/components/schemas/Cat'}}, " + components);
        assertThat(told(list, "[{'kind': 'cat', 'lives': 9}, {'kind': 'lion', 'lives': 9}]"))
                .isEmpty();
        assertThat(told(list, "[{'kind': 'dog', 'lives': 9}]"))
                .containsExactly("discriminator /0/kind Pet/discriminator");
    }

    @Test
    void a_wrapped_parent_is_still_a_choice() {
        Schema owner = components(
                OPENAPI_3_0,
                REQUEST,
                "'Owner': {'properties': {'pet': {'allOf': [{'$ref': '#/components/schemas/Pet'}]}}}, "
                        + FAMILY.formatted(MAPPING));
        assertThat(told(owner, "{'pet': {'kind': 'cat'}}")).containsExactly("required /pet Cat/allOf/1/required");
    }

    @Test
    void names_that_cannot_be_known_constrain_nothing() {
        Schema pet = components(
                OPENAPI_3_0,
                RESPONSE,
                "'Pet': {'properties': {'kind': {'enum': ['CAT', 'DOG']}}, 'discriminator': {'propertyName': 'kind'}},"
                        + " 'Cat': {'allOf': [{'$ref': '#/components/schemas/Pet'}]}");
        assertThat(told(pet, "{'kind': 'CAT'}")).isEmpty();
        assertThat(told(pet, "{}")).isEmpty();
        Schema alone = components(
                OPENAPI_3_0, RESPONSE, "'Pet': {'type': 'object', 'discriminator': {'propertyName': 'kind'}}");
        assertThat(told(alone, "{'kind': 'any'}")).isEmpty();
    }

    @Test
    void in_swagger_the_discriminator_is_a_name() {
        String components =
                "'Pet': {'type': 'object', 'discriminator': 'kind', 'properties': {'kind': {'type': 'string'}}},"
                        + " 'Cat': {'allOf': [{'$ref': '#/definitions/Pet'}, {'required': ['lives']}]}";
        Schema request = components(SWAGGER_2_0, REQUEST, components);
        assertThat(told(request, "{'kind': 'Cat', 'lives': 9}")).isEmpty();
        assertThat(told(request, "{'kind': 'Cat'}")).hasSize(1);
        Schema response = components(SWAGGER_2_0, RESPONSE, components);
        assertThat(told(response, "{'kind': 'Pet'}")).isEmpty();
        assertThat(told(response, "{'kind': 'bird'}")).hasSize(1);
    }

    @Test
    void inline_alternatives_without_names_are_left_alone() {
        Schema pet = components(
                OPENAPI_3_0,
                RESPONSE,
                "'Pet': {'oneOf': [{'type': 'object', 'required': ['a']}, {'type': 'object', 'required': ['b']}],"
                        + " 'discriminator': {'propertyName': 'kind'}}");
        assertThat(told(pet, "{'a': 1}")).isEmpty();
    }

    @Test
    void no_name_leads_to_an_alternative_that_stands_there_itself() {
        String schemas =
                "'Pet': {'anyOf': [{'$ref': '#/components/schemas/Cat'}, {'type': 'object'}, {'type': 'boolean'}],"
                        + " 'discriminator': {'propertyName': 'kind'}}" + KINDS;
        Schema sent = components(OPENAPI_3_0, REQUEST, schemas);
        assertThat(sent.accepts(json("{'kind': 'Cat', 'lives': 9}"))).isTrue();
        assertThat(sent.accepts(json("true"))).isTrue();
        assertThat(sent.accepts(json("{}"))).isFalse();
        assertThat(sent.accepts(json("{'kind': 'bird'}"))).isFalse();
        Schema answered = components(OPENAPI_3_0, RESPONSE, schemas);
        assertThat(answered.accepts(json("{}"))).isTrue();
    }

    @Test
    void an_alternative_without_a_name_stays_where_it_is_the_only_one_or_tells_its_name() {
        Schema only = components(
                OPENAPI_3_0,
                REQUEST,
                "'Pet': {'oneOf': [{'type': 'object'}], 'discriminator': {'propertyName': 'kind'}}" + KINDS);
        assertThat(only.accepts(json("{}"))).isTrue();
        Schema telling = components(
                OPENAPI_3_0,
                REQUEST,
                "'Pet': {'oneOf': [{'$ref': '#/components/schemas/Cat'}, {'type': 'object',"
                        + " 'properties': {'kind': {'enum': ['bird']}}}], 'discriminator': {'propertyName': 'kind'}}"
                        + KINDS);
        assertThat(telling.accepts(json("{'kind': 'bird'}"))).isTrue();
    }
}
