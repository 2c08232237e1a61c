package io.contractcheck.corpus;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.harrel.jsonschema.Dialects;
import dev.harrel.jsonschema.Error;
import dev.harrel.jsonschema.JsonSchemaException;
import dev.harrel.jsonschema.SchemaResolver;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Another implementation of JSON Schema over the schemas of one raw document. Not thread-safe. */
final class Harrel {
    /** Its registry is copied for each schema that is added; so it is begun anew from time to time. */
    private static final int MOST = 400;

    private final RawSchemas schemas;
    private final Set<URI> registered = new LinkedHashSet<>();
    private int resolved;
    private Validator validator;

    Harrel(RawSchemas schemas) {
        this.schemas = schemas;
        this.validator = fresh();
    }

    private Validator fresh() {
        registered.clear();
        resolved = 0;
        return new ValidatorFactory()
                .withDefaultDialect(schemas.old() ? new Dialects.Draft4Dialect() : new Dialects.Draft2020Dialect())
                .withJsonNodeFactory(new JacksonNode.Factory())
                .withDisabledSchemaValidation(true)
                .withEvaluatorFactory(new PlainFormats())
                .withSchemaResolver(uri -> {
                    resolved++;
                    return SchemaResolver.Result.fromProviderNode(schemas.at(uri));
                })
                .createValidator();
    }

    /** What it says of a value of the schema at a pointer. */
    Opinion judge(JsonPointer schema, JsonNode value) {
        try {
            URI address = schemas.address(schema);
            if (!registered.contains(address)) {
                if (registered.size() + resolved > MOST) {
                    validator = fresh();
                }
                validator.registerSchema(address, (Object) schemas.at(address.toString()));
                registered.add(address);
            }
            Validator.Result result = validator.validate(address, (Object) value);
            return result.isValid() ? new Opinion.Valid() : new Opinion.Invalid(message(result));
        } catch (RawSchemas.Untranslatable e) {
            return new Opinion.Unknown(String.valueOf(e.getMessage()));
        } catch (JsonSchemaException e) {
            return new Opinion.Unknown("harrel: " + e);
        } catch (StackOverflowError e) {
            validator = fresh();
            return new Opinion.Unknown("harrel: the stack overflows");
        }
    }

    private static String message(Validator.Result result) {
        return result.getErrors().stream().limit(3).map(Harrel::describe).collect(Collectors.joining("; "));
    }

    private static String describe(Error error) {
        String text = String.valueOf(error.getError());
        return error.getInstanceLocation() + " " + error.getKeyword() + ": "
                + (text.length() > 160 ? text.substring(0, 160) + "…" : text);
    }
}
