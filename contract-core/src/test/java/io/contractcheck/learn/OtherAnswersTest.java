package io.contractcheck.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OtherAnswersTest {
    private static Arguments row(String framework, String sent, String answer, String... rules) {
        return Arguments.of(framework, sent, answer.replace('\'', '"').replace('`', '\''), List.of(rules));
    }

    static List<Arguments> answers() {
        return List.of(
                row(
                        "problem details, errors with pointers",
                        "{title: ab}",
                        "{'type':'https://x/validation','title':'Invalid','status':400,'errors':[{'detail':'size must be between 3 and 20','pointer':'#/title'}]}",
                        "body.title minLength 3",
                        "body.title maxLength 20"),
                row(
                        "problem details, invalid-params",
                        "{pages: -1}",
                        "{'title':'Your request parameters did not validate.','invalid-params':[{'name':'pages','reason':'must be positive'}]}",
                        "body.pages exclusiveMinimum 0"),
                row(
                        "JSON:API",
                        "{title: ''}",
                        "{'errors':[{'status':'422','source':{'pointer':'/data/attributes/title'},'detail':'can`t be blank'}]}",
                        "body.title minLength 1",
                        "body.title pattern \"\\\\S\"",
                        "body.title required"),
                row(
                        "Symfony",
                        "{title: ab}",
                        "{'title':'Validation Failed','status':422,'violations':[{'propertyPath':'title','title':'This value is too short. It should have 3 characters or more.'}]}",
                        "body.title minLength 3"),
                row(
                        "Laravel",
                        "{pages: 3}",
                        "{'message':'The given data was invalid.','errors':{'title':['The title field is required.'],'lines.0.sku':['The lines.0.sku field is required.']}}",
                        "body.title minLength 1",
                        "body.title required"),
                row(
                        "Laravel, sizes",
                        "{title: abcdef}",
                        "{'errors':{'title':['The title must not be greater than 5 characters.']}}",
                        "body.title maxLength 5"),
                row(
                        "Rails",
                        "{title: ab, publisherId: ''}",
                        "{'errors':{'title':['is too short (minimum is 3 characters)'],'publisher_id':['can`t be blank']}}",
                        "body.publisherId minLength 1",
                        "body.publisherId pattern \"\\\\S\"",
                        "body.publisherId required",
                        "body.title minLength 3"),
                row(
                        "Rails, full messages",
                        "{title: ab}",
                        "{'errors':['Title is too short (minimum is 3 characters)']}",
                        "body.title minLength 3"),
                row(
                        "ASP.NET",
                        "{pages: 900}",
                        "{'title':'One or more validation errors occurred.','status':400,'errors':{'Title':['The Title field is required.'],'Pages':['The field Pages must be between 1 and 500.']}}",
                        "body.pages minimum 1",
                        "body.pages maximum 500",
                        "body.title minLength 1",
                        "body.title required"),
                row(
                        "ASP.NET, types",
                        "{publisherId: a}",
                        "{'errors':{'$.publisherId':['The JSON value could not be converted to System.Guid. Path: $.publisherId | LineNumber: 0']}}",
                        "body.publisherId format \"uuid\""),
                row(
                        "Django REST framework",
                        "{title: '', published: x}",
                        "{'title':['This field may not be blank.'],'published':['Date has wrong format. Use one of these formats instead: YYYY-MM-DD.']}",
                        "body.published format \"date\"",
                        "body.title minLength 1",
                        "body.title pattern \"\\\\S\""),
                row(
                        "marshmallow",
                        "{title: abcdef, colour: red}",
                        "{'code':422,'errors':{'json':{'title':['Longer than maximum length 5.'],'colour':['Unknown field.']}}}",
                        "body additionalProperties false",
                        "body.title maxLength 5"),
                row(
                        "FastAPI with pydantic 2",
                        "{pages: 0}",
                        "{'detail':[{'type':'missing','loc':['body','title'],'msg':'Field required','input':{}},{'type':'greater_than','loc':['body','pages'],'msg':'Input should be greater than 0','ctx':{'gt':0}}]}",
                        "body.pages exclusiveMinimum 0",
                        "body.title required"),
                row(
                        "pydantic, constants",
                        "{genre: x}",
                        "{'detail':[{'type':'enum','loc':['body','genre'],'msg':'Input should be `crime`, `poetry` or `drama`'}]}",
                        "body.genre enum [\"crime\",\"poetry\",\"drama\"]"),
                row(
                        "Litestar",
                        "{pages: 0}",
                        "{'status_code':400,'detail':'Validation failed','extra':[{'message':'Expected `int` >= 1','key':'pages','source':'body'},{'message':'Input should be greater than or equal to 1','key':'pages','source':'body'}]}",
                        "body.pages minimum 1"),
                row(
                        "Flask-RESTful",
                        "{pages: 1}",
                        "{'message':{'title':'Missing required parameter in the JSON body'}}",
                        "body.title required"),
                row(
                        "Go validator",
                        "{pages: 1}",
                        "{'error':'Key: `Book.Title` Error:Field validation for `Title` failed on the `required` tag'}",
                        "body.title minLength 1",
                        "body.title required"),
                row(
                        "Ajv",
                        "{title: ab, colour: red}",
                        "{'errors':[{'instancePath':'/title','keyword':'minLength','params':{'limit':3},'message':'must NOT have fewer than 3 characters'},"
                                + "{'instancePath':'','keyword':'additionalProperties','params':{'additionalProperty':'colour'},'message':'must NOT have additional properties'},"
                                + "{'instancePath':'','keyword':'required','params':{'missingProperty':'pages'},'message':'must have required property `pages`'}]}",
                        "body additionalProperties false",
                        "body.pages required",
                        "body.title minLength 3"),
                row(
                        "Fastify",
                        "{lines: [{amount: 0}]}",
                        "{'statusCode':400,'code':'FST_ERR_VALIDATION','error':'Bad Request','message':'body/lines/0/amount must be >= 1'}",
                        "body.lines[*].amount minimum 1"),
                row(
                        "Zod",
                        "{title: ab, genre: x}",
                        "{'issues':[{'code':'too_small','minimum':3,'type':'string','inclusive':true,'message':'String must contain at least 3 character(s)','path':['title']},"
                                + "{'code':'invalid_enum_value','options':['crime','poetry'],'path':['genre'],'message':'Invalid enum value.'}]}",
                        "body.genre enum [\"crime\",\"poetry\"]",
                        "body.title minLength 3"),
                row(
                        "class-validator",
                        "{title: ab, colour: red}",
                        "{'statusCode':400,'message':['title must be longer than or equal to 3 characters','property colour should not exist'],'error':'Bad Request'}",
                        "body additionalProperties false",
                        "body.title minLength 3"),
                row(
                        "Confluent",
                        "{title: '', pages: 0}",
                        "{'error_code':422,'message':'create.request.title may not be empty (was ); create.request.pages must be greater than 0 (was 0)'}",
                        "body.pages exclusiveMinimum 0",
                        "body.title minLength 1",
                        "body.title required"),
                row(
                        "Confluent, an unknown field",
                        "{title: ab, colour: red}",
                        "{'error_code':422,'message':'Unrecognized field: colour'}",
                        "body additionalProperties false"),
                row(
                        "Confluent, values",
                        "{genre: x}",
                        "{'error_code':42203,'message':'Invalid genre level. Valid values are crime, poetry, and drama'}",
                        "body.genre enum [\"crime\",\"poetry\",\"drama\"]"),
                row(
                        "Confluent, what is not there",
                        "{title: ab}",
                        "{'error_code':40401,'message':'Subject `ab` not found.'}"),
                row(
                        "Joi, values",
                        "{genre: x}",
                        "{'message':'genre must be one of [crime, poetry]'}",
                        "body.genre enum [\"crime\",\"poetry\"]"),
                row("words of another thing", "{title: ab}", "{'message':'The moon must be full.'}"),
                row(
                        "another field",
                        "{title: ab}",
                        "{'errors':{'headline':['is too short (minimum is 3 characters)']}}"),
                row(
                        "what was sent is right",
                        "{title: abcd}",
                        "{'errors':{'title':['is too short (minimum is 3 characters)']}}"),
                row("no JSON", "{title: ab}", "<html><body>title is too short</body></html>"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answers")
    void rules_are_read_from_the_answers_of(String framework, String sent, String answer, List<String> rules) {
        assertThat(Answered.refused(sent, answer).rules()).as(answer).containsExactlyInAnyOrderElementsOf(rules);
    }
}
