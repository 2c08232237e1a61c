package io.contractcheck.hooks.auth;

import io.contractcheck.hook.HookContext;
import io.contractcheck.hook.HookException;
import io.contractcheck.hook.RequestHook;
import io.contractcheck.hook.SetUpBy;
import io.contractcheck.http.Request;
import io.contractcheck.openapi.Operation;
import java.util.Optional;

/**
 * Puts a bearer token (RFC 6750) on every request, whatever the document says of security. Most builds do not need it: the plugin's
 * parameter {@code token} does the same where the document asks for it, gets tokens by a command or a login, and renews them.
 *
 * <p>The token is the hook property {@code bearer.token}, else the environment variable that {@code bearer.tokenVariable} names; while
 * neither is set, the hook takes no part. The token appears in no output; reproductions name the variable instead.
 */
@SetUpBy({BearerTokenHook.TOKEN, BearerTokenHook.VARIABLE})
public final class BearerTokenHook implements RequestHook {
    static final String TOKEN = "bearer.token";
    static final String VARIABLE = "bearer.tokenVariable";
    static final String DEFAULT_VARIABLE = "CONTRACT_TOKEN";

    /** For the service loader. */
    public BearerTokenHook() {}

    /**
     * The request with the token.
     *
     * @throws HookException if there is none where one is said to be, or what there is cannot be one
     */
    @Override
    public Request request(Request request, Operation operation, HookContext context) {
        String variable = context.setting(VARIABLE).orElse(DEFAULT_VARIABLE);
        Optional<String> property = context.setting(TOKEN);
        String source = property.isPresent() ? "the hook property " + TOKEN : "the environment variable " + variable;
        String token = property.or(() -> context.environment(variable))
                .orElseThrow(() -> new HookException("there is no token: set the hook property " + TOKEN
                        + " or the environment variable " + variable))
                .trim();
        context.secret(variable, token);
        if (token.isEmpty()) {
            throw new HookException(source + " is empty, so every request would go out without a token");
        }
        if (!token.matches("[A-Za-z0-9._~+/-]+=*")) {
            throw new HookException(source + " holds " + token.length()
                    + " characters that are no bearer token (RFC 6750, section 2.1: letters, digits and -._~+/ only)");
        }
        return request.withHeader("Authorization", "Bearer " + token);
    }
}
