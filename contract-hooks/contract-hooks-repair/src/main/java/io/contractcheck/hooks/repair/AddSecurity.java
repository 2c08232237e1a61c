package io.contractcheck.hooks.repair;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contractcheck.hook.DocumentHook;
import io.contractcheck.hook.HookContext;
import io.contractcheck.hook.HookException;
import io.contractcheck.hook.SetUpBy;
import io.contractcheck.json.Json;
import io.contractcheck.openapi.OperationFilter;
import java.util.Locale;

/**
 * Adds the security that a service has and its document does not mention: a security scheme, unless one of that name is there, and a
 * requirement for all operations that say nothing else. Credentials then find their way, and what is secured is checked.
 *
 * <pre>{@code
 * <hookProperties>
 *   <AddSecurity.scheme>bearer</AddSecurity.scheme>
 *   <AddSecurity.except>
 *     POST /auth/token
 *     /health
 *   </AddSecurity.except>
 * </hookProperties>
 * }</pre>
 *
 * <ul>
 *   <li>{@code AddSecurity.scheme}: the scheme's name; nothing is added without it
 *   <li>{@code AddSecurity.type}: {@code bearer} (default), {@code basic} or {@code apiKey}
 *   <li>{@code AddSecurity.in}: for {@code apiKey}: {@code header} (default), {@code query} or {@code cookie}
 *   <li>{@code AddSecurity.parameter}: for {@code apiKey}: the name of the header, parameter or cookie; {@code X-API-Key} by default
 *   <li>{@code AddSecurity.except}: operations that need none, one a line
 * </ul>
 *
 * <p>Swagger 2.0 knows bearer tokens only as those of OAuth 2, so that there they are called that. A document that has global security keeps
 * it.
 */
@SetUpBy(AddSecurity.SCHEME)
public final class AddSecurity implements DocumentHook {
    static final String SCHEME = "AddSecurity.scheme";
    static final String TYPE = "AddSecurity.type";
    static final String IN = "AddSecurity.in";
    static final String PARAMETER = "AddSecurity.parameter";
    static final String EXCEPT = "AddSecurity.except";

    /** For the service loader. */
    public AddSecurity() {}

    /**
     * The document with security.
     *
     * @throws HookException if a setting is none of those allowed
     */
    @Override
    public JsonNode document(JsonNode document, HookContext context) {
        String name = context.setting(SCHEME).map(String::strip).orElse("");
        if (name.isEmpty() || !document.isObject()) {
            return document;
        }
        ObjectNode changed = document.deepCopy();
        boolean swagger = document.has("swagger");
        ObjectNode schemes = swagger
                ? changed.withObjectProperty("securityDefinitions")
                : changed.withObjectProperty("components").withObjectProperty("securitySchemes");
        if (!schemes.has(name)) {
            schemes.set(name, scheme(swagger, context));
        }
        if (document.path("security").isEmpty()) {
            changed.putArray("security").addObject().putArray(name);
        } else if (!document.path("security").toString().contains("\"" + name + "\"")) {
            context.warn(SCHEME + ": the document has global security of its own, which stays as it is: "
                    + document.path("security"));
        }
        except(changed, context);
        return changed;
    }

    private static void except(ObjectNode document, HookContext context) {
        DocumentOperations operations = DocumentOperations.of(document);
        context.setting(EXCEPT)
                .orElse("")
                .lines()
                .map(String::strip)
                .filter(l -> !l.isEmpty())
                .forEach(line -> {
                    OperationFilter filter = new OperationFilter(line);
                    operations.complaint(EXCEPT, filter).ifPresent(context::warn);
                    operations.matching(filter).forEach(place -> place.node().putArray("security"));
                });
    }

    private static ObjectNode scheme(boolean swagger, HookContext context) {
        String type = setting(TYPE, "bearer", context);
        ObjectNode scheme = Json.NODES.objectNode();
        switch (type.toLowerCase(Locale.ROOT)) {
            case "bearer":
                if (!swagger) {
                    return scheme.put("type", "http").put("scheme", "bearer");
                }
                scheme.put("type", "oauth2").put("flow", "implicit").put("authorizationUrl", "http://localhost/");
                scheme.putObject("scopes");
                return scheme;
            case "basic":
                return swagger
                        ? scheme.put("type", "basic")
                        : scheme.put("type", "http").put("scheme", "basic");
            case "apikey":
                return scheme.put("type", "apiKey")
                        .put("in", place(swagger, context))
                        .put("name", setting(PARAMETER, "X-API-Key", context));
            default:
                throw new HookException(TYPE + ": '" + type + "' is not known. Allowed: bearer, basic, apiKey.");
        }
    }

    private static String place(boolean swagger, HookContext context) {
        String in = setting(IN, "header", context).toLowerCase(Locale.ROOT);
        if (in.equals("header") || in.equals("query") || in.equals("cookie") && !swagger) {
            return in;
        }
        throw new HookException(IN + ": '" + in + "' is not allowed. Allowed: header, query"
                + (swagger ? "; Swagger 2.0 has no keys in cookies." : ", cookie."));
    }

    private static String setting(String name, String otherwise, HookContext context) {
        return context.setting(name)
                .map(String::strip)
                .filter(s -> !s.isEmpty())
                .orElse(otherwise);
    }
}
