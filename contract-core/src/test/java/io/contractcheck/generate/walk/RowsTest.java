package io.contractcheck.generate.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.contractcheck.schema.Dialect;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a schema is walked to at least, keyword by keyword, by the names that testers know. */
class RowsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'type':'string'}              | + valid_string ''
            {'minLength':1,'type':'string'} | + minimum_length_string 'u'; + near_boundary_length_string 'u8'; - string_below_min_length minLength ''
            {'minLength':2,'maxLength':2,'type':'string'} | + minimum_length_string 'u8'; - string_below_min_length minLength 'u'; - string_above_max_length maxLength 'u8N'
            {'maxLength':2,'type':'string'} | + maximum_length_string 'u8'; + near_boundary_length_string 'u'; - string_above_max_length maxLength 'u8N'
            {'type':'integer'}             | + valid_number 0; - incorrect_type type 0.5; - incorrect_type type false; - incorrect_type type null; - incorrect_type type 'AAA'; - incorrect_type type [null,null]; - incorrect_type type {}
            {'type':'string','maxLength':0} | - incorrect_type type 0; + valid_string ''; - string_above_max_length maxLength 'u'
            {'type':'number'}              | + valid_number 0; - incorrect_type type 'AAA'
            {'type':['integer','null'],'minimum':3} | + minimum_value 3; + null_value null; - value_below_minimum minimum 2; - incorrect_type type 'AAA'
            {'type':['string','integer','array','object']} | + valid_string ''; + valid_number 0; + valid_array []; + valid_object {}; - incorrect_type type null; - incorrect_type type false
            {'type':'boolean'}             | + valid_boolean true; + valid_boolean false; - incorrect_type type 'AAA'
            {'type':'null'}                | + null_value null; - incorrect_type type 'AAA'
            {'enum':['a','b'],'type':'string'} | + enum_value 'a'; + enum_value 'b'; - invalid_enum_value enum 'AAA'; - invalid_enum_value enum 'A'
            {'enum':['a',1],'type':'string'} | + enum_value 'a'; - incorrect_type type 1
            {'enum':['aa','b'],'type':'string','minLength':2} | + enum_value 'aa'
            {'enum':['a',null]}            | + enum_value 'a'; + enum_value null; - invalid_enum_value enum 'AAA'; - invalid_enum_value enum 0
            {'const':{'a':1}}              | + const_value {'a':1}; - invalid_enum_value const {'a':1,'unknownProperty':null}; - invalid_enum_value const 'AAA'
            {'const':[1]}                  | + const_value [1]; - invalid_enum_value const [1,null]
            {}                             | + null_value null; + valid_boolean true; + valid_boolean false; + valid_string ''; + valid_number 0; + valid_array [null,null]; + valid_object {}
            true                           | + null_value null; + valid_boolean true; + valid_boolean false; + valid_string ''; + valid_number 0; + valid_array [null,null]; + valid_object {}
            false                          | - incorrect_type schema null; - incorrect_type schema true; - incorrect_type schema false; - incorrect_type schema ''; - incorrect_type schema 0; - incorrect_type schema [null,null]; - incorrect_type schema {}
            {'not':{}}                     | - incorrect_type not null; - incorrect_type not true; - incorrect_type not false; - incorrect_type not ''; - incorrect_type not 0; - incorrect_type not [null,null]; - incorrect_type not {}
            """)
    void types_constants_and_lengths(String schema, String told) {
        contains(schema, told);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'type':'integer','minimum':5}                        | + minimum_value 5; + near_boundary_number 6; - value_below_minimum minimum 4
            {'type':'integer','maximum':5}                        | + maximum_value 5; + near_boundary_number 4; - value_above_maximum maximum 6
            {'type':'integer','exclusiveMinimum':5}               | + minimum_value 6; + near_boundary_number 7; - value_below_minimum exclusiveMinimum 5
            {'type':'number','exclusiveMinimum':0}                | + minimum_value 4.9E-324; + near_boundary_number 1; - value_below_minimum exclusiveMinimum 0
            {'type':'number','exclusiveMaximum':1}                | + maximum_value 0.9999999999999999; - value_above_maximum exclusiveMaximum 1
            {'type':'number','exclusiveMinimum':0,'format':'float'} | + minimum_value 1.4E-45; - value_below_minimum exclusiveMinimum 0
            {'type':'number','exclusiveMaximum':1,'format':'float'} | + maximum_value 0.99999994; - value_above_maximum exclusiveMaximum 1
            {'type':'number','exclusiveMinimum':0,'multipleOf':0.01} | + minimum_value 0.01; + near_boundary_number 0.02; - value_below_minimum exclusiveMinimum 0; - not_multiple_of multipleOf 0.015
            {'type':'number','multipleOf':0.1,'minimum':0.15,'maximum':1.05} | + minimum_value 0.2; + maximum_value 1; - value_below_minimum minimum 0.1; - value_above_maximum maximum 1.1
            {'type':'integer','multipleOf':7,'minimum':-20,'maximum':20} | + minimum_value -14; + maximum_value 14; - value_below_minimum minimum -21; - value_above_maximum maximum 21; - not_multiple_of multipleOf -13
            {'type':'integer','format':'int32'}                   | + minimum_value -2147483648; + maximum_value 2147483647; - value_below_minimum format -2147483649; - value_above_maximum format 2147483648
            {'type':'integer','format':'int64'}                   | + minimum_value -9223372036854775808; + maximum_value 9223372036854775807; - value_below_minimum format -9223372036854775809; - value_above_maximum format 9223372036854775808
            {'type':'integer','format':'int32','minimum':1}       | + minimum_value 1; + maximum_value 2147483647; - value_below_minimum minimum 0; - value_above_maximum format 2147483648
            {'type':'number','format':'float'}                    | + minimum_value -3.4028235E38; + maximum_value 3.4028235E38; + near_boundary_number 3.4028233E38; - value_above_maximum format 3.4028236E38
            {'type':'number','format':'double'}                   | + minimum_value -1.7976931348623157E308; + maximum_value 1.7976931348623157E308; + near_boundary_number 1.7976931348623155E308
            {'type':'number','format':'double','minimum':0}       | + minimum_value 0; + maximum_value 1.7976931348623157E308; - value_below_minimum minimum -1
            {'type':'integer','minimum':100000000000000000000}    | + minimum_value 100000000000000000000; - value_below_minimum minimum 99999999999999999999
            """)
    void numbers(String schema, String told) {
        contains(schema, told);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'type':'array'}                                   | + valid_array []; - incorrect_type type {}
            {'type':'array','items':{'type':'integer','minimum':3}} | + valid_array []; + minimum_value [3]; + near_boundary_number [4]; - value_below_minimum minimum /0 [2]; - incorrect_type type /0 [null]
            {'type':'array','items':{'const':1},'minItems':1}  | + valid_array [1]; + near_boundary_items_array [1,1]; - array_below_min_items minItems []
            {'type':'array','items':{'const':1},'minItems':3}  | + valid_array [1,1,1]; + near_boundary_items_array [1,1,1,1]; - array_below_min_items minItems [1,1]; - invalid_enum_value const /0 [2,1,1]
            {'type':'array','items':{'const':1},'maxItems':3}  | + valid_array []; + maximum_items_array [1,1,1]; + near_boundary_items_array [1,1]; - array_above_max_items maxItems [1,1,1,1]
            {'type':'array','items':{'enum':[1,2]}}            | + valid_array [1]; + enum_value_items_array [2]
            {'type':'array','items':{'enum':[1,2]},'minItems':2} | + valid_array [1,1]; + enum_value_items_array [2,1]
            {'type':'array','items':{'enum':[1,2,3]},'minItems':2,'uniqueItems':true} | + valid_array [1,3]; + near_boundary_items_array [1,3,2]; + enum_value_items_array [2,3]; + enum_value_items_array [3,1]; - non_unique_items uniqueItems [1,1]
            {'type':'string','uniqueItems':true}               | - unique_items_array type [false,null]
            {'type':'array','items':{'enum':[1,9]},'contains':{'const':9}} | + valid_array [9]; + enum_value_items_array [9,9,9,1,1]; + enum_value_items_array [9,9,9,1,9]; - array_below_min_items contains [1,1,1,1]
            {'type':'array','items':{'enum':[1,9]},'contains':{'const':9},'minContains':2,'maxContains':4} | + valid_array [9,9]; + enum_value_items_array [9,9,9,9,1,1]; + maximum_items_array [9,9,9,9]; + near_boundary_items_array [9,9,9]; - array_below_min_items minContains [9,1,1,1,1]; - array_above_max_items maxContains [9,9,9,9,9]
            {'type':'array','contains':{'const':9},'minContains':0,'maxContains':1} | + valid_array []; + maximum_items_array [9]; - array_above_max_items maxContains [9,9]
            {'type':'array','prefixItems':[{'const':1},{'type':'integer','maximum':5}]} | + valid_array []; + valid_array [1]; + maximum_value [1,5]; - value_above_maximum maximum /1 [1,6]; - invalid_enum_value const /0 [2,-1300317786]
            {'type':'array','prefixItems':[{'const':1}],'items':false} | + valid_array [1]; - array_above_max_items items /1 [1,42]
            {'type':'array','prefixItems':[{'const':1}],'items':{'const':2}} | + valid_array [1]; + const_value [1,2]; - invalid_enum_value const /1 [1,3]
            {'type':'array','prefixItems':[{'const':1}],'unevaluatedItems':false} | - array_above_max_items unevaluatedItems /1 [1,42]
            {'type':'array','prefixItems':[{'const':1}],'unevaluatedItems':{'const':2}} | + const_value [1,2]; - invalid_enum_value const /1 [1,3]
            """)
    void arrays(String schema, String told) {
        contains(schema, told);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'type':'object','required':['r'],'properties':{'r':{'const':0},'a':{'const':1},'b':{'const':2},'c':{'const':3}}} | + valid_object {'r':0,'a':1,'b':2,'c':3}; + object_only_required {'r':0}; + object_required_and_optional {'r':0,'a':1}; + object_required_and_optional {'r':0,'b':2}; + object_required_and_optional {'r':0,'c':3}; + object_required_and_optional {'r':0,'a':1,'b':2}; - object_missing_required_property required {'a':1,'b':2,'c':3}; - invalid_enum_value const /b {'r':0,'a':1,'b':3,'c':3}
            {'type':'object','properties':{'a':{'enum':[1,2]}}} | + enum_value {'a':2}; - invalid_enum_value enum /a {'a':3}
            {'type':'object','properties':{'a':{'const':1}},'additionalProperties':false} | - object_unexpected_properties additionalProperties /unknownProperty {'a':1,'unknownProperty':42}
            {'type':'object','patternProperties':{'^unknown':{'const':1}},'additionalProperties':false} | + object_additional_property {'unknown':1}; - object_unexpected_properties additionalProperties /~0unknownProperty21 {'~unknownProperty21':42}
            {'type':'object','additionalProperties':{'enum':[1,2]}} | + object_additional_property {'additional':1}; + object_additional_property {'additional':2}; - invalid_enum_value enum /additional {'additional':3}
            {'type':'object','additionalProperties':{'const':1},'maxProperties':2} | + object_additional_property {'additional':1,'additional2':1}; - object_above_max_properties maxProperties {'additional':1,'additional2':1,'additional3':1}
            {'type':'object','propertyNames':{'enum':['a','b']},'additionalProperties':{'const':1}} | + object_additional_property {'a':1}; + object_additional_property {'b':1}; - object_invalid_property_name enum /A {'A':1}
            {'type':'object','properties':{'a':{'const':1},'b':{'const':2}},'minProperties':2} | - object_below_min_properties minProperties {'a':1}
            {'type':'object','patternProperties':{'^b$':{'type':'integer','maximum':3}}} | + object_additional_property {'b':3}; - value_above_maximum maximum /b {'b':4}
            {'type':'object','properties':{'a':{'const':1},'b':{'const':2}},'dependentRequired':{'a':['b']}} | + valid_object {'a':1,'b':2}; + object_required_and_optional {'b':2}; + object_only_required {}; - object_missing_required_property dependentRequired {'a':1}
            {'type':'object','properties':{'a':{'const':1},'b':{'type':'integer'}},'dependentSchemas':{'a':{'required':['b'],'properties':{'b':{'minimum':10}}}}} | + minimum_value {'a':1,'b':10}; + object_only_required {}; - object_missing_required_property required {'a':1}; - value_below_minimum minimum /b {'a':1,'b':9}
            {'type':'object','properties':{'a':{'const':1}},'unevaluatedProperties':false} | - object_unexpected_properties unevaluatedProperties /unknownProperty {'a':1,'unknownProperty':42}
            {'type':'object','properties':{'a':{'const':1}},'unevaluatedProperties':{'const':2}} | + object_additional_property {'a':1,'additional':2}; - invalid_enum_value const /additional {'a':1,'additional':3}
            {'type':'object','properties':{'a':{'type':'integer','minimum':2,'maximum':1},'b':{'const':1}}} | + valid_object {'b':1}; + object_only_required {}
            """)
    void objects(String schema, String told) {
        contains(schema, told);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'anyOf':[{'type':'integer','maximum':5},{'type':'string','maxLength':0}]} | + maximum_value 5; + valid_string ''; - value_above_maximum maximum 6; - incorrect_type anyOf null
            {'type':'object','properties':{'a':{'const':1},'b':{'const':2}},'anyOf':[{'required':['a']},{'required':['b']}]} | + object_required_and_optional {'a':1}; + object_required_and_optional {'b':2}; - object_missing_required_property anyOf {}
            {'oneOf':[{'type':'integer','minimum':0,'maximum':10},{'type':'integer','minimum':5,'maximum':20}]} | + minimum_value 0; + maximum_value 20; - value_below_minimum oneOf -1; - value_above_maximum oneOf 21
            {'oneOf':[{'type':'integer','maximum':5},{'type':'integer','minimum':5}]} | + near_boundary_number 4; + near_boundary_number 6; - incorrect_type oneOf 5
            {'type':'object','properties':{'a':{'const':1},'b':{'const':2}},'oneOf':[{'required':['a']},{'required':['b']}]} | + valid_object {'a':1}; + const_value {'b':2}; - incorrect_type oneOf {'a':1,'b':2}; - object_missing_required_property oneOf {}
            {'type':'object','properties':{'p':{'oneOf':[{'type':'object','required':['k'],'properties':{'k':{'type':'integer','maximum':3}}},{'type':'string'}]}}} | + maximum_value {'p':{'k':3}}; + valid_string {'p':''}; - value_above_maximum maximum /p/k {'p':{'k':4}}; - incorrect_type oneOf /p {'p':null}
            {'oneOf':[{'type':'object','required':['k'],'properties':{'k':{'const':'a'}}},{'type':'object','required':['k'],'properties':{'k':{'const':'b'}}}]} | + valid_object {'k':'a'}; + valid_object {'k':'b'}; - invalid_enum_value const /k {'k':'AAA'}
            {'allOf':[{'type':'integer','minimum':3},{'minimum':5,'multipleOf':2},{'maximum':9}]} | + minimum_value 6; + maximum_value 8; - value_below_minimum minimum 4; - value_above_maximum maximum 10; - not_multiple_of multipleOf 7
            {'allOf':[{'type':'object','properties':{'a':{'const':1},'b':{'const':2}}},{'properties':{'a':true},'additionalProperties':false}]} | + valid_object {'a':1}; - object_unexpected_properties additionalProperties /unknownProperty {'a':1,'unknownProperty':42}
            {'type':'integer','not':{'minimum':5}}            | + valid_number 4; - incorrect_type not 5
            {'type':'object','properties':{'a':{'const':1},'b':{'const':2}},'not':{'required':['a','b']}} | + object_only_required {}; - incorrect_type not {'a':1,'b':2}
            {'type':'integer','if':{'minimum':10},'then':{'multipleOf':5},'else':{'maximum':3}} | + minimum_value 10; + maximum_value 3; - not_multiple_of multipleOf 11; - value_above_maximum maximum 4
            {'type':'object','required':['k','v'],'properties':{'k':{'enum':['n','s']},'v':true},'if':{'properties':{'k':{'const':'n'}}},'then':{'properties':{'v':{'type':'integer','minimum':1}}},'else':{'properties':{'v':{'const':'x'}}}} | + minimum_value {'k':'n','v':1}; + valid_object {'k':'s','v':'x'}; - value_below_minimum minimum /v {'k':'n','v':0}; - invalid_enum_value const /v {'k':'s','v':'X'}
            {'$ref':'#/$defs/a','minimum':3,'$defs':{'a':{'type':'integer','maximum':5}}} | + minimum_value 3; + maximum_value 5; - value_below_minimum minimum 2; - value_above_maximum maximum 6
            {'type':'object','properties':{'a':{'$ref':'#here'}},'$defs':{'x':{'$anchor':'here','type':'integer','minimum':2}}} | + minimum_value {'a':2}; - value_below_minimum minimum /a {'a':1}
            {'type':'object','properties':{'a':{'$dynamicRef':'#here'}},'$defs':{'x':{'$dynamicAnchor':'here','type':'integer','minimum':2}}} | + minimum_value {'a':2}; - value_below_minimum minimum /a {'a':1}
            {'$ref':'#/$defs/n','$defs':{'n':{'type':'object','required':['v'],'properties':{'v':{'const':1},'next':{'$ref':'#/$defs/n'}}}}} | + valid_object {'v':1,'next':{'v':1}}; + object_only_required {'v':1}; - invalid_enum_value const /next/v {'v':1,'next':{'v':2}}
            {'$ref':'#/$defs/n','$defs':{'n':{'type':'object','required':['n'],'properties':{'n':{'type':'array','items':{'$ref':'#/$defs/n'}}}}}} | + valid_object {'n':[{'n':[]}]}; + valid_array {'n':[]}; - object_missing_required_property required /n/0 {'n':[{}]}
            """)
    void schemas_of_schemas(String schema, String told) {
        contains(schema, told);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'type':'integer','example':7,'default':3,'examples':[8,'no'],'minimum':1} | + example_value 7; + example_value 8; + default_value 3
            {'type':'string','format':'date','example':'2024-02-30','default':'2024-02-29'} | + default_value '2024-02-29'; - invalid_format format '2024-13-01'; - invalid_format format ''
            {'type':'object','properties':{'a':{'type':'integer','example':7},'b':{'type':'string','default':'x'}}} | + valid_object {'a':7,'b':'x'}
            {'type':'string','pattern':'^a{2,4}$'}   | - invalid_pattern pattern ''
            {'type':'string','pattern':'^a{2,4}$','minLength':3,'maxLength':3} | + minimum_length_string 'aaa'; - string_below_min_length minLength 'aa'; - string_above_max_length maxLength 'aaaa'
            {'type':'string','pattern':'^a*$','minLength':200,'maxLength':201} | - incorrect_type type null
            """)
    void examples_formats_and_patterns(String schema, String told) {
        contains(schema, told);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'P':{'type':'integer','minimum':3,'exclusiveMinimum':true} | + minimum_value 4; + near_boundary_number 5; - value_below_minimum exclusiveMinimum 3
            'P':{'type':'integer','nullable':true,'const':4,'maximum':9} | + null_value null; + maximum_value 9; - value_above_maximum maximum 10
            'P':{'type':'object','properties':{'a':{'$ref':'#/components/schemas/A','maxLength':1,'example':'x'}}},'A':{'type':'string','minLength':3} | + minimum_length_string {'a':'u8N'}; - string_below_min_length minLength /a {'a':'u8'}
            'P':{'type':'object','required':['id'],'properties':{'id':{'type':'integer','readOnly':true},'a':{'const':1,'type':'integer','minimum':5}},'example':{'id':1,'a':7}} | + example_value {'a':7}; + object_only_required {}; + minimum_value {'a':5}
            'P':{'oneOf':[{'$ref':'#/components/schemas/A'},{'$ref':'#/components/schemas/B'}],'discriminator':{'propertyName':'k','mapping':{'aa':'#/components/schemas/A'}}},'A':{'type':'object','required':['k'],'properties':{'k':{'type':'string'}}},'B':{'type':'object','required':['k'],'properties':{'k':{'type':'string'},'n':{'type':'integer','maximum':2}}} | + valid_object {'k':'aa'}; + maximum_value {'k':'B','n':2}; - object_missing_required_property discriminator {}; - invalid_enum_value discriminator /k {'k':'AA'}; - value_above_maximum maximum /n {'k':'B','n':3}
            'P':{'type':'object','required':['k'],'properties':{'k':{'type':'string'}},'discriminator':{'propertyName':'k'}},'C':{'allOf':[{'$ref':'#/components/schemas/P'},{'properties':{'n':{'type':'integer','maximum':2}}}]} | + maximum_value {'k':'C','n':2}; - invalid_enum_value discriminator /k {'k':'Cx','n':-312212050}
            """)
    void openapi_3_0(String components, String told) {
        assertThat(Walked.told(Walked.component(Dialect.OPENAPI_3_0, components)))
                .containsAll(lines(told));
    }

    private static void contains(String schema, String told) {
        assertThat(Walked.told(Walked.schema(schema))).containsAll(lines(told));
    }

    private static List<String> lines(String told) {
        return Stream.of(told.replace('\'', '"').split("; ")).toList();
    }
}
