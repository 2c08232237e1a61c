package io.contractcheck.hooks.auth;

import io.contractcheck.hook.HookContext;
import io.contractcheck.hook.HookException;
import io.contractcheck.hook.RequestHook;
import io.contractcheck.hook.SetUpBy;
import io.contractcheck.http.Request;
import io.contractcheck.openapi.Operation;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs requests with a keyed hash (HMAC, RFC 2104) in the way that a service has made up for itself: what is signed and which headers
 * carry it are templates. For services that follow RFC 9421 there is {@link MessageSignature}.
 *
 * <pre>{@code
 * <hookProperties>
 *   <HmacSignature.secret>env:SHOP_SECRET</HmacSignature.secret>
 *   <HmacSignature.keyId>contract-tests</HmacSignature.keyId>
 *   <HmacSignature.text>
 *     {method}
 *     {path}
 *     {query}
 *     {date}
 *     {digest}
 *   </HmacSignature.text>
 *   <HmacSignature.headers>
 *     X-Date: {date}
 *     Authorization: HMAC {keyId}:{signature}
 *   </HmacSignature.headers>
 * </hookProperties>
 * }</pre>
 *
 * <ul>
 *   <li>{@code HmacSignature.secret}: {@code env:NAME}, {@code file:path} or the secret itself
 *   <li>{@code HmacSignature.secretEncoding}: {@code text} (default), {@code base64} or {@code hex}
 *   <li>{@code HmacSignature.algorithm}: {@code HmacSHA256} (default), {@code HmacSHA512} or another that Java knows
 *   <li>{@code HmacSignature.text}: what is signed, by default as above; lines are joined by a line break, without the white space around
 *       them
 *   <li>{@code HmacSignature.headers}: those to put on, one a line; by default {@code X-Date: {date}} and {@code X-Signature: {signature}}
 *   <li>{@code HmacSignature.date}: {@code http} (default, as RFC 9110 has it), {@code iso}, {@code seconds} or {@code millis}
 *   <li>{@code HmacSignature.keyId}: for {@code {keyId}}
 * </ul>
 *
 * <p>Places in the templates: {@code {method}}, {@code {path}}, {@code {query}} (also {@code {query:sorted}}), {@code {target}} (path and
 * query), {@code {url}}, {@code {authority}}, {@code {header:Name}}, {@code {body}}, {@code {digest}} (SHA-256 of the body in hex, also
 * {@code {digest:base64}}), {@code {date}}, {@code {keyId}}, and in headers {@code {signature}} (in Base64, also {@code {signature:hex}}
 * and {@code {signature:base64url}}). Path and query are signed as they are sent, encoded.
 */
@SetUpBy({HmacSignature.SECRET, HmacSignature.KEY_ID, HmacSignature.TEXT, HmacSignature.HEADERS})
public final class HmacSignature implements RequestHook {
    static final String SECRET = "HmacSignature.secret";
    static final String SECRET_ENCODING = "HmacSignature.secretEncoding";
    static final String ALGORITHM = "HmacSignature.algorithm";
    static final String TEXT = "HmacSignature.text";
    static final String HEADERS = "HmacSignature.headers";
    static final String DATE = "HmacSignature.date";
    static final String KEY_ID = "HmacSignature.keyId";
    private static final String DEFAULT_TEXT = "{method}\n{path}\n{query}\n{date}\n{digest}";
    private static final String DEFAULT_HEADERS = "X-Date: {date}\nX-Signature: {signature}";

    private final Clock clock;

    /** For the service loader. */
    public HmacSignature() {
        this(Clock.systemUTC());
    }

    HmacSignature(Clock clock) {
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
        Map<String, String> values = new LinkedHashMap<>();
        context.setting(KEY_ID).ifPresent(id -> values.put("keyId", id.strip()));
        values.put("date", date(context.setting(DATE).map(String::strip).orElse("http")));
        String text = fill(TEXT, Template.ofLines(context.setting(TEXT).orElse(DEFAULT_TEXT)), request, values);
        byte[] signature = sign(SigningSecret.bytes(secret, SECRET_ENCODING, context), text, context);
        values.put("signature", Base64.getEncoder().encodeToString(signature));
        values.put("signature:base64", Base64.getEncoder().encodeToString(signature));
        values.put(
                "signature:base64url", Base64.getUrlEncoder().withoutPadding().encodeToString(signature));
        values.put("signature:hex", HexFormat.of().formatHex(signature));
        Request signed = request;
        for (String line :
                context.setting(HEADERS).orElse(DEFAULT_HEADERS).strip().split("\\s*\\R\\s*")) {
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw new HookException(
                        HEADERS + ": '" + line + "' is no header. Write one a line, as X-Signature: {signature}");
            }
            Template value = new Template(line.substring(colon + 1).strip());
            signed = signed.withHeader(line.substring(0, colon).strip(), fill(HEADERS, value, request, values));
        }
        return signed;
    }

    private static String fill(String property, Template template, Request request, Map<String, String> values) {
        try {
            return template.fill(request, values);
        } catch (IllegalArgumentException e) {
            throw new HookException(property + ": " + e.getMessage(), e);
        }
    }

    private String date(String form) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return switch (form.toLowerCase(Locale.ROOT)) {
            case "http" -> Dates.http(now);
            case "iso" ->
                DateTimeFormatter.ISO_INSTANT.format(
                        now.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC));
            case "seconds" -> Long.toString(now.getEpochSecond());
            case "millis" -> Long.toString(now.toEpochMilli());
            default ->
                throw new HookException(DATE + ": '" + form + "' is not known. Allowed: http, iso, seconds, millis.");
        };
    }

    private static byte[] sign(byte[] secret, String text, HookContext context) {
        String algorithm = context.setting(ALGORITHM).map(String::strip).orElse("HmacSHA256");
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret, algorithm));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new HookException(
                    ALGORITHM + ": this Java has no '" + algorithm
                            + "'. Allowed are HmacSHA256, HmacSHA512 and others of" + " its kind.",
                    e);
        }
    }
}
