package io.contractcheck.generate;

import java.util.List;
import java.util.stream.Stream;

/** JSON Schemas of every kind that the laws of generation are held against. */
public final class Schemas {
    private Schemas() {}

    public static Stream<String> all() {
        return Stream.of(PLAIN, NUMBERS, TEXTS, ARRAYS, OBJECTS, COMBINED, RECURSIVE)
                .flatMap(List::stream);
    }

    static final List<String> PLAIN = List.of(
            "true",
            "{}",
            "{'type':'null'}",
            "{'type':'boolean'}",
            "{'type':['string','null']}",
            "{'type':['integer','object','array']}",
            "{'const':{'a':[1,2.50,null]}}",
            "{'const':null}",
            "{'enum':['a',1,null,true,{'k':1}]}",
            "{'enum':['a',1,null,'bb'],'type':'string','minLength':2}",
            "{'enum':[1,2,3],'not':{'const':2}}");

    static final List<String> NUMBERS = List.of(
            "{'type':'integer'}",
            "{'type':'number'}",
            "{'type':'integer','minimum':5,'maximum':7}",
            "{'type':'integer','exclusiveMinimum':5,'exclusiveMaximum':7}",
            "{'type':'integer','minimum':1000000000000000000000}",
            "{'type':'integer','maximum':-17}",
            "{'type':'integer','multipleOf':7,'minimum':-20,'maximum':20}",
            "{'type':'integer','multipleOf':0.4}",
            "{'type':'number','multipleOf':0.01,'minimum':0,'exclusiveMinimum':0}",
            "{'type':'number','multipleOf':0.1,'maximum':-0.35,'minimum':-0.95}",
            "{'type':'number','exclusiveMinimum':0,'exclusiveMaximum':0.0001}",
            "{'type':'number','minimum':1.5,'maximum':1.5}",
            "{'type':'integer','format':'int32','minimum':2147483640}",
            "{'type':'integer','format':'int64'}",
            "{'type':'number','format':'float'}",
            "{'type':'number','format':'double','minimum':-1e300}",
            "{'minimum':3,'maximum':1e400}",
            "{'type':'integer','allOf':[{'multipleOf':4},{'multipleOf':6},{'minimum':1},{'maximum':30}]}");

    static final List<String> TEXTS = List.of(
            "{'type':'string'}",
            "{'type':'string','minLength':3,'maxLength':5}",
            "{'type':'string','maxLength':0}",
            "{'type':'string','minLength':300}",
            "{'type':'string','pattern':'^[A-Z]{3}-[0-9]{2,4}$'}",
            "{'type':'string','pattern':'^[a-z]*$','minLength':20,'maxLength':22}",
            "{'pattern':'b'}",
            "{'type':'string','allOf':[{'pattern':'^[a-f]+$'},{'pattern':'^.{3,6}$'}]}",
            "{'type':'string','format':'date'}",
            "{'type':'string','format':'time'}",
            "{'type':'string','format':'date-time'}",
            "{'type':'string','format':'duration'}",
            "{'type':'string','format':'email'}",
            "{'type':'string','format':'email','minLength':40,'maxLength':50}",
            "{'type':'string','format':'email','maxLength':9}",
            "{'type':'string','format':'idn-email'}",
            "{'type':'string','format':'hostname'}",
            "{'type':'string','format':'hostname','minLength':100}",
            "{'type':'string','format':'idn-hostname'}",
            "{'type':'string','format':'ipv4'}",
            "{'type':'string','format':'ipv6'}",
            "{'type':'string','format':'uri'}",
            "{'type':'string','format':'uri','minLength':80}",
            "{'type':'string','format':'uri','maxLength':15}",
            "{'type':'string','format':'uri-reference'}",
            "{'type':'string','format':'iri'}",
            "{'type':'string','format':'iri-reference'}",
            "{'type':'string','format':'uri-template'}",
            "{'type':'string','format':'uuid'}",
            "{'type':'string','format':'byte'}",
            "{'type':'string','format':'byte','minLength':9,'maxLength':12}",
            "{'type':'string','format':'json-pointer'}",
            "{'type':'string','format':'relative-json-pointer'}",
            "{'type':'string','format':'regex'}",
            "{'type':'string','format':'color'}",
            "{'type':'string','format':'password','minLength':8,'maxLength':9}",
            "{'type':'string','format':'uri','pattern':'^https://'}",
            "{'type':'string','format':'nobody-knows-it','minLength':2}");

    static final List<String> ARRAYS = List.of(
            "{'type':'array'}",
            "{'type':'array','items':{'type':'integer'}}",
            "{'type':'array','items':{'type':'string'},'minItems':2,'maxItems':3}",
            "{'type':'array','items':{'enum':[1,2,3]},'uniqueItems':true,'minItems':3}",
            "{'type':'array','items':{'type':'boolean'},'uniqueItems':true}",
            "{'type':'array','prefixItems':[{'type':'string'},{'type':'integer'}],'items':false}",
            "{'type':'array','prefixItems':[{'type':'string'},{'type':'integer'}],'items':false,'minItems':2}",
            "{'type':'array','prefixItems':[{'const':1}],'items':{'type':'string'},'minItems':3}",
            "{'type':'array','items':{'type':'integer'},'contains':{'minimum':100}}",
            "{'type':'array','items':{'type':'integer'},'contains':{'minimum':100},'minContains':2,'maxContains':3}",
            "{'type':'array','contains':{'type':'string'},'minContains':0}",
            "{'type':'array','items':{'type':'integer','minimum':0,'maximum':20},'contains':{'const':3},'maxContains':1,'maxItems':4}",
            "{'type':'array','items':{'type':'array','items':{'type':'null'},'minItems':1},'minItems':1}",
            "{'type':'array','prefixItems':[{'type':'string'}],'unevaluatedItems':false}",
            "{'type':'array','items':false}");

    static final List<String> OBJECTS = List.of(
            "{'type':'object'}",
            "{'type':'object','properties':{'a':{'type':'integer'},'b':{'type':'string'}},'required':['a']}",
            "{'type':'object','required':['x','y']}",
            "{'type':'object','properties':{'a':false,'b':{'type':'string'}}}",
            "{'type':'object','properties':{'a':{'type':'integer','minimum':2,'maximum':1},'b':true},'required':['b']}",
            "{'type':'object','additionalProperties':{'type':'integer'}}",
            "{'type':'object','additionalProperties':{'type':'integer'},'minProperties':3,'maxProperties':5}",
            "{'type':'object','properties':{'a':{},'b':{},'c':{},'d':{}},'minProperties':2,'maxProperties':3}",
            "{'type':'object','patternProperties':{'^x-':{'type':'string'}},'additionalProperties':false}",
            "{'type':'object','patternProperties':{'^x-':{'type':'string'}},'properties':{'x-a':{'minLength':4}},'required':['x-a']}",
            "{'type':'object','propertyNames':{'pattern':'^[a-z]{3}$'},'additionalProperties':{'type':'boolean'},'minProperties':1}",
            "{'type':'object','propertyNames':{'enum':['a','b','c']},'additionalProperties':{'type':'integer'},'minProperties':2}",
            "{'type':'object','properties':{'card':{'type':'string'},'address':{'type':'string'}},'dependentRequired':{'card':['address']}}",
            "{'type':'object','properties':{'card':{'type':'string'}},'dependentSchemas':{'card':{'required':['cvc'],'properties':{'cvc':{'type':'integer'}}}}}",
            "{'type':'object','minProperties':2}",
            "{'type':'object','properties':{'a':{'type':'string'}},'additionalProperties':false,'minProperties':1}",
            "{'type':'object','properties':{'a':{'type':'integer'}},'unevaluatedProperties':false}");

    static final List<String> COMBINED = List.of(
            "{'allOf':[{'type':'object','properties':{'a':{'type':'integer','minimum':3}},'required':['a']},{'properties':{'a':{'maximum':5},'b':{'type':'string'}},'required':['b']}]}",
            "{'allOf':[{'type':'object','properties':{'a':{'type':'integer'},'b':{'type':'integer'}}},{'properties':{'a':{}},'additionalProperties':false}]}",
            "{'allOf':[{'enum':[1,2,3,4]},{'enum':[3,4,5]},{'type':'integer','multipleOf':2}]}",
            "{'allOf':[{'type':['string','integer']},{'type':['integer','null']}]}",
            "{'anyOf':[{'type':'string','maxLength':3},{'type':'integer','minimum':10}]}",
            "{'type':'object','properties':{'a':{'type':'string'},'b':{'type':'string'}},'anyOf':[{'required':['a']},{'required':['b']}]}",
            "{'type':'object','properties':{'a':{'type':'string'},'b':{'type':'string'}},'oneOf':[{'required':['a']},{'required':['b']}]}",
            "{'oneOf':[{'type':'integer','minimum':0,'maximum':10},{'type':'integer','minimum':5,'maximum':20}]}",
            "{'oneOf':[{'type':'number','multipleOf':3},{'type':'number','multipleOf':5}]}",
            "{'oneOf':[{'type':'object','properties':{'kind':{'const':'cat'},'claws':{'type':'integer'}},'required':['kind']},{'type':'object','properties':{'kind':{'const':'dog'},'bark':{'type':'boolean'}},'required':['kind']}]}",
            "{'anyOf':[{'anyOf':[{'const':1},{'const':2}]},{'oneOf':[{'const':3},{'const':4}]}],'oneOf':[{'minimum':2},{'maximum':0}]}",
            "{'type':'string','not':{'const':'x'},'minLength':1,'maxLength':1}",
            "{'not':{'type':'string'}}",
            "{'type':'object','properties':{'a':true,'b':true},'not':{'required':['a','b']},'minProperties':1}",
            "{'type':'object','properties':{'a':true,'b':true},'not':{'anyOf':[{'required':['a']},{'required':['c']}]}}",
            "{'not':{'not':{'type':'integer'}}}",
            "{'type':'integer','not':{'multipleOf':2},'minimum':0,'maximum':9}",
            "{'type':'object','properties':{'country':{'enum':['US','DE']},'zip':{'type':'string'}},'required':['country','zip'],'if':{'properties':{'country':{'const':'US'}}},'then':{'properties':{'zip':{'pattern':'^[0-9]{5}$'}}},'else':{'properties':{'zip':{'maxLength':4}}}}",
            "{'if':{'type':'integer'},'then':{'minimum':10},'else':{'type':'string'}}",
            "{'type':'integer','minimum':0,'maximum':30,'anyOf':[{'multipleOf':5},{'multipleOf':7}]}");

    static final List<String> RECURSIVE = List.of(
            "{'$ref':'#/$defs/node','$defs':{'node':{'type':'object','properties':{'value':{'type':'integer'},'left':{'$ref':'#/$defs/node'},'right':{'$ref':'#/$defs/node'}},'required':['value']}}}",
            "{'$ref':'#/$defs/tree','$defs':{'tree':{'type':'object','properties':{'children':{'type':'array','items':{'$ref':'#/$defs/tree'}}},'required':['children']}}}",
            "{'$ref':'#/$defs/expr','$defs':{'expr':{'anyOf':[{'type':'integer'},{'type':'object','properties':{'op':{'enum':['+','-']},'l':{'$ref':'#/$defs/expr'},'r':{'$ref':'#/$defs/expr'}},'required':['op','l','r']}]}}}",
            "{'$ref':'#/$defs/a','$defs':{'a':{'type':'object','properties':{'b':{'$ref':'#/$defs/b'}},'required':['b']},'b':{'type':'object','properties':{'a':{'anyOf':[{'$ref':'#/$defs/a'},{'type':'null'}]}},'required':['a']}}}",
            "{'$ref':'#/$defs/pet','$defs':{'pet':{'type':'object','required':['kind'],'properties':{'kind':{'type':'string'},'friend':{'$ref':'#/$defs/pet'}},'oneOf':[{'$ref':'#/$defs/cat'},{'$ref':'#/$defs/dog'}]},'cat':{'properties':{'kind':{'const':'cat'}}},'dog':{'properties':{'kind':{'const':'dog'},'owner':{'$ref':'#/$defs/pet'}}}}}",
            "{'type':'object','properties':{'next':{'$ref':'#'},'all':{'type':'array','items':{'$ref':'#'},'minItems':2}}}",
            "{'type':['object','string'],'additionalProperties':{'$ref':'#'},'minProperties':1}");
}
