package io.contractcheck.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contractcheck.json.Json;
import io.contractcheck.json.JsonException;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The tokens of the vault service: signed (RFC 7519) with HMAC, or opaque. */
final class VaultTokens {
    private static final Map<String, String> SCOPES = Map.of("alice", "read write reports", "bob", "read write");
    private static final byte[] KEY = "only the vault service knows it!".getBytes(UTF_8);

    private final Habit habit;

    VaultTokens(Habit habit) {
        this.habit = habit;
    }

    /**
     * Who calls.
     *
     * @param user its name
     * @param scopes that it was granted
     */
    record Caller(String user, List<String> scopes) {}

    /** A token of that user. */
    String token(String user) {
        if (habit == Habit.OPAQUE_TOKENS) {
            return "vt-" + Integer.toHexString(user.hashCode()) + "-0a1b2c3d4e5f60718293a4b5c6d7";
        }
        ObjectNode claims = Json.NODES.objectNode().put("sub", user).put("scope", SCOPES.get(user));
        String signed = encoded(Json.NODES.objectNode().put("alg", "HS256").put("typ", "JWT")) + "." + encoded(claims);
        return signed + "." + signature(signed);
    }

    private static String encoded(JsonNode value) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Json.write(value).getBytes(UTF_8));
    }

    private static String signature(String signed) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(signed.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Who sends that header, if it may be believed. */
    Optional<Caller> caller(@Nullable String authorization) {
        if (authorization == null || !authorization.startsWith("Bearer ")) {
            return Optional.empty();
        }
        String token = authorization.substring("Bearer ".length());
        for (String user : List.of("alice", "bob")) {
            if (token(user).equals(token)) {
                return Optional.of(of(user));
            }
        }
        if (habit == Habit.ACCEPTS_ANY_TOKEN) {
            return Optional.of(of("alice"));
        }
        String[] parts = token.split("\\.", -1);
        boolean unsigned = parts.length == 3 && member(parts[0], "alg").equalsIgnoreCase("none");
        return parts.length == 3 && (habit == Habit.IGNORES_SIGNATURE || habit == Habit.ACCEPTS_ALG_NONE && unsigned)
                ? Optional.of(member(parts[1], "sub"))
                        .filter(SCOPES::containsKey)
                        .map(VaultTokens::of)
                : Optional.empty();
    }

    private static Caller of(String user) {
        return new Caller(user, Arrays.asList(SCOPES.get(user).split(" ")));
    }

    private static String member(String part, String name) {
        try {
            return Json.parse(Base64.getUrlDecoder().decode(part)).path(name).asText("");
        } catch (IllegalArgumentException | JsonException e) {
            return "";
        }
    }
}
