package io.contractcheck.auth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contractcheck.json.Json;
import io.contractcheck.json.JsonException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A JSON Web Token in compact form (RFC 7519, RFC 7515), read and never verified.
 *
 * @param header says how it is signed
 * @param claims what it says
 * @param signature its bytes, none if it is unsigned
 */
record Jwt(ObjectNode header, ObjectNode claims, byte[] signature) {
    private static final BigDecimal LAST =
            BigDecimal.valueOf(Instant.parse("9999-12-31T23:59:59Z").getEpochSecond());
    private static final int SIGNATURE_BYTES = 32;

    /** The token that a text is, if it is one. */
    static Optional<Jwt> read(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            JsonNode header = Json.parse(decode(parts[0]));
            JsonNode claims = Json.parse(decode(parts[1]));
            return header instanceof ObjectNode h && h.path("alg").isTextual() && claims instanceof ObjectNode c
                    ? Optional.of(new Jwt(h, c, decode(parts[2])))
                    : Optional.empty();
        } catch (JsonException | IllegalArgumentException e) {
            return Optional.empty(); // an opaque token that happens to have two dots
        }
    }

    /** The algorithm that it names, as {@code RS256}. */
    String algorithm() {
        return header.path("alg").textValue();
    }

    /** After that moment it is no longer valid ({@code exp}). */
    Optional<Instant> expires() {
        return time("exp");
    }

    /** Before that moment it is not yet valid ({@code nbf}). */
    Optional<Instant> notBefore() {
        return time("nbf");
    }

    /** What it allows: {@code scope} (RFC 8693, section 4.2) or {@code scp}, a text with spaces or a list. */
    Optional<List<String>> scopes() {
        for (String name : List.of("scope", "scp")) {
            JsonNode claim = claims.path(name);
            if (claim.isTextual()) {
                return Optional.of(words(claim.textValue()));
            }
            if (claim.isArray()) {
                List<String> scopes = new ArrayList<>();
                claim.forEach(scope -> scopes.addAll(words(scope.asText())));
                return Optional.of(List.copyOf(scopes));
            }
        }
        return Optional.empty();
    }

    /** The same header and claims with another signature; nothing if the text is no token. */
    static Optional<String> tampered(String token) {
        return read(token).map(jwt -> {
            byte[] other = jwt.signature.length == 0 ? new byte[SIGNATURE_BYTES] : jwt.signature.clone();
            other[other.length / 2] ^= 0x55;
            return token.substring(0, token.lastIndexOf('.') + 1) + encode(other);
        });
    }

    /** The same claims, said to need no signature ({@code alg: none}, RFC 7519, section 6); nothing if the text is no token. */
    static Optional<String> unsigned(String token) {
        return read(token).map(jwt -> {
            ObjectNode header = Json.NODES.objectNode();
            jwt.header.properties().forEach(field -> header.set(field.getKey(), field.getValue()));
            header.put("alg", "none");
            return encode(header) + "." + token.split("\\.", -1)[1] + ".";
        });
    }

    /** One that nobody issued: well-formed, of nobody, valid until 2100 by what it says, with a made-up signature. */
    static String invented(RandomGenerator random) {
        byte[] signature = new byte[SIGNATURE_BYTES];
        random.nextBytes(signature);
        ObjectNode header = Json.NODES.objectNode().put("alg", "HS256").put("typ", "JWT");
        ObjectNode claims = Json.NODES
                .objectNode()
                .put("iss", "https://issuer.invalid")
                .put("sub", "nobody")
                .put("iat", 1_700_000_000L)
                .put("exp", 4_102_444_800L);
        return encode(header) + "." + encode(claims) + "." + encode(signature);
    }

    private Optional<Instant> time(String name) {
        JsonNode claim = claims.path(name);
        if (!claim.isNumber() || claim.decimalValue().abs().compareTo(LAST) > 0) {
            return Optional.empty();
        }
        return Optional.of(Instant.ofEpochSecond(claim.decimalValue().longValue()));
    }

    /** The words of a scope (RFC 6749, section 3.3). */
    static List<String> words(String text) {
        return Arrays.stream(text.split(" +")).filter(word -> !word.isEmpty()).toList();
    }

    private static byte[] decode(String part) {
        return Base64.getUrlDecoder().decode(part);
    }

    private static String encode(ObjectNode part) {
        return encode(Json.write(part).getBytes(StandardCharsets.UTF_8));
    }

    private static String encode(byte[] part) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(part);
    }

    /** Nothing of what it holds. */
    @Override
    public String toString() {
        return "a token signed with " + algorithm();
    }
}
