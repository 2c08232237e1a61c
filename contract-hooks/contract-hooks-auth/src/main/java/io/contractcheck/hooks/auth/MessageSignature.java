package io.contractcheck.hooks.auth;

import io.contractcheck.hook.HookContext;
import io.contractcheck.hook.HookException;
import io.contractcheck.hook.RequestHook;
import io.contractcheck.hook.SetUpBy;
import io.contractcheck.http.Request;
import io.contractcheck.openapi.Operation;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Signs requests as RFC 9421 (HTTP Message Signatures) has it, with the digest of the body by RFC 9530.
 *
 * <pre>{@code
 * <hookProperties>
 *   <MessageSignature.secret>env:SHOP_SECRET</MessageSignature.secret>
 *   <MessageSignature.keyId>contract-tests</MessageSignature.keyId>
 *   <MessageSignature.components>@method @target-uri content-type content-digest</MessageSignature.components>
 * </hookProperties>
 * }</pre>
 *
 * <ul>
 *   <li>{@code MessageSignature.secret}: {@code env:NAME}, {@code file:path} or the secret itself; for algorithms with a private key its
 *       PEM text
 *   <li>{@code MessageSignature.secretEncoding}: of a shared secret: {@code text} (default), {@code base64} or {@code hex}
 *   <li>{@code MessageSignature.algorithm}: {@code hmac-sha256} (default), {@code ed25519}, {@code ecdsa-p256-sha256},
 *       {@code rsa-v1_5-sha256} or {@code rsa-pss-sha512}
 *   <li>{@code MessageSignature.keyId}: names the key to the service
 *   <li>{@code MessageSignature.components}: what is covered, in this order: {@code @method}, {@code @target-uri}, {@code @authority},
 *       {@code @scheme}, {@code @request-target}, {@code @path}, {@code @query}, and headers by their names; by default {@code @method},
 *       {@code @target-uri} and {@code content-digest}. Headers that a request does not have are not covered; {@code content-digest} and
 *       {@code date} are put on where they are missing, the first only with a body
 *   <li>{@code MessageSignature.parameters}: of {@code created}, {@code expires}, {@code keyid}, {@code alg}, {@code nonce}, {@code tag};
 *       by default {@code created} and {@code keyid}
 *   <li>{@code MessageSignature.lifetime}: seconds until {@code expires}; 300 by default
 *   <li>{@code MessageSignature.tag}: for {@code tag}
 *   <li>{@code MessageSignature.digest}: {@code sha-256} (default) or {@code sha-512}
 *   <li>{@code MessageSignature.label}: of the signature; {@code sig1} by default
 * </ul>
 */
@SetUpBy({MessageSignature.SECRET, MessageSignature.KEY_ID, MessageSignature.COMPONENTS, MessageSignature.ALGORITHM})
public final class MessageSignature implements RequestHook {
    static final String SECRET = "MessageSignature.secret";
    static final String SECRET_ENCODING = "MessageSignature.secretEncoding";
    static final String ALGORITHM = "MessageSignature.algorithm";
    static final String KEY_ID = "MessageSignature.keyId";
    static final String COMPONENTS = "MessageSignature.components";
    static final String PARAMETERS = "MessageSignature.parameters";
    static final String LIFETIME = "MessageSignature.lifetime";
    static final String TAG = "MessageSignature.tag";
    static final String DIGEST = "MessageSignature.digest";
    static final String LABEL = "MessageSignature.label";

    private final Clock clock;
    private final SecureRandom nonces = new SecureRandom();

    /** For the service loader. */
    public MessageSignature() {
        this(Clock.systemUTC());
    }

    MessageSignature(Clock clock) {
        this.clock = clock;
    }

    /**
     * The request with its signature.
     *
     * @throws HookException if a setting leads to nothing
     */
    @Override
    public Request request(Request request, Operation operation, HookContext context) {
        String secret = SigningSecret.text(SECRET, context);
        String id = setting(ALGORITHM, "hmac-sha256", context);
        SignatureAlgorithm algorithm = SignatureAlgorithm.of(id.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> new HookException(
                        ALGORITHM + ": '" + id + "' is not known. Allowed: " + SignatureAlgorithm.ids() + "."));
        List<String> components = words(setting(COMPONENTS, "@method @target-uri content-digest", context));
        Request complete = complete(request, components, context);
        SignatureBase base;
        try {
            base = SignatureBase.of(complete, components, parameters(algorithm, context));
        } catch (IllegalArgumentException e) {
            throw new HookException(COMPONENTS + ": " + e.getMessage(), e);
        }
        String label = setting(LABEL, "sig1", context);
        if (!label.matches("[a-z*][a-z0-9_.*-]*")) {
            throw new HookException(LABEL + ": '" + label + "' is no label (RFC 8941, section 3.1.2), as sig1 is one.");
        }
        String signature = Base64.getEncoder().encodeToString(sign(algorithm, base, secret, context));
        return complete.withHeader("Signature-Input", label + "=" + base.input())
                .withHeader("Signature", label + "=:" + signature + ":");
    }

    private Request complete(Request request, List<String> components, HookContext context) {
        Request complete = request;
        byte[] body = request.body();
        if (components.contains("content-digest") && body != null) {
            String digest = setting(DIGEST, "sha-256", context).toLowerCase(Locale.ROOT);
            if (!digest.equals("sha-256") && !digest.equals("sha-512")) {
                throw new HookException(DIGEST + ": '" + digest + "' is not known. Allowed: sha-256, sha-512.");
            }
            complete = complete.withHeader("Content-Digest", ContentDigest.field(digest, body));
        }
        if (components.contains("date") && request.header("Date").isEmpty()) {
            complete = complete.withHeader("Date", Dates.http(clock.instant()));
        }
        return complete;
    }

    /** Section 2.3. */
    private Map<String, String> parameters(SignatureAlgorithm algorithm, HookContext context) {
        long now = clock.instant().getEpochSecond();
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String name : words(setting(PARAMETERS, "created keyid", context))) {
            switch (name) {
                case "created" -> parameters.put(name, Long.toString(now));
                case "expires" -> parameters.put(name, Long.toString(now + lifetime(context)));
                case "keyid" ->
                    context.setting(KEY_ID).ifPresent(id -> parameters.put(name, quoted(KEY_ID, id.strip())));
                case "alg" -> parameters.put(name, quoted(ALGORITHM, algorithm.id()));
                case "nonce" -> parameters.put(name, '"' + nonce() + '"');
                case "tag" -> context.setting(TAG).ifPresent(tag -> parameters.put(name, quoted(TAG, tag.strip())));
                default ->
                    throw new HookException(PARAMETERS + ": '" + name
                            + "' is not known. Allowed: created, expires, keyid, alg, nonce, tag.");
            }
        }
        return parameters;
    }

    private static long lifetime(HookContext context) {
        String seconds = setting(LIFETIME, "300", context);
        if (!seconds.matches("\\d{1,9}")) {
            throw new HookException(LIFETIME + ": '" + seconds + "' is no whole number of seconds, as 300 is one.");
        }
        return Long.parseLong(seconds);
    }

    private String nonce() {
        byte[] bytes = new byte[16];
        nonces.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** RFC 8941, section 3.3.3. */
    private static String quoted(String property, String text) {
        if (!text.matches("[ -~]*")) {
            throw new HookException(property + ": only characters of ASCII are allowed.");
        }
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static byte[] sign(SignatureAlgorithm algorithm, SignatureBase base, String secret, HookContext context) {
        try {
            return algorithm.isShared()
                    ? algorithm.sign(base.bytes(), SigningSecret.bytes(secret, SECRET_ENCODING, context))
                    : algorithm.sign(base.bytes(), algorithm.key(secret));
        } catch (GeneralSecurityException e) {
            throw new HookException(
                    SECRET + ": the key of " + secret.length() + " characters is none for " + algorithm.id() + ": "
                            + e.getMessage() + ". Such a key is a PEM text that begins with BEGIN PRIVATE KEY"
                            + " (PKCS #8).",
                    e);
        }
    }

    private static String setting(String name, String otherwise, HookContext context) {
        return context.setting(name)
                .map(String::strip)
                .filter(s -> !s.isEmpty())
                .orElse(otherwise);
    }

    private static List<String> words(String text) {
        return Stream.of(text.split("[,\\s]+"))
                .map(w -> w.replace("\"", "").toLowerCase(Locale.ROOT))
                .filter(w -> !w.isEmpty())
                .distinct()
                .toList();
    }
}
