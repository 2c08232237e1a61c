package io.contractcheck.hooks.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.contractcheck.ContractConfig;
import io.contractcheck.ContractConfig.Generation;
import io.contractcheck.ContractConfig.Reporting;
import io.contractcheck.ContractConfig.Selection;
import io.contractcheck.ContractConfig.Target;
import io.contractcheck.ContractRun;
import io.contractcheck.event.RunSummary;
import io.contractcheck.hook.Hook;
import io.contractcheck.hook.HookSettings;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole runs against a service that verifies what it receives by itself, from the bytes on the wire. */
class SignedRunTest {
    private static final String SECRET = "a-secret-of-the-tests";
    private static final String DOCUMENT = """
            openapi: 3.0.3
            info: {title: Signed, version: "1"}
            paths:
              /notes/{name}:
                post:
                  parameters:
                    - {name: name, in: path, required: true, schema: {type: string, minLength: 1}}
                    - {name: q, in: query, schema: {type: string}}
                    - {name: X-Trace, in: header, schema: {type: string}}
                  requestBody: {content: {application/json: {schema: {type: object}}}}
                  responses: {"204": {description: done}}
            """;

    static {
        // Without this, each answer waits 40 ms for the client's acknowledgement
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    @TempDir
    private Path folder;

    private HttpServer server;
    private final List<String> refusals = new CopyOnWriteArrayList<>();
    private volatile Verifier verifier = (exchange, body) -> "nobody verifies";

    private interface Verifier {
        /** Why the request is refused; empty if it is not. */
        String refusal(HttpExchange exchange, byte[] body) throws GeneralSecurityException;
    }

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String refusal;
        try {
            refusal = verifier.refusal(exchange, body);
        } catch (GeneralSecurityException | RuntimeException e) {
            refusal = e.toString();
        }
        if (!refusal.isEmpty()) {
            refusals.add(refusal);
        }
        exchange.sendResponseHeaders(refusal.isEmpty() ? 204 : 401, -1);
        exchange.close();
    }

    private static byte[] hmac(String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return mac.doFinal(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static byte[] sha256(byte[] body) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(body);
    }

    /** Takes Signature-Input apart and builds what must have been signed from what came. */
    private static String byRfc9421(HttpExchange exchange, byte[] body) throws GeneralSecurityException {
        String input = String.valueOf(exchange.getRequestHeaders().getFirst("Signature-Input"));
        Matcher matcher = Pattern.compile("sig1=(\\(([^)]*)\\).*)").matcher(input);
        if (!matcher.matches()) {
            return "Signature-Input: " + input;
        }
        String digest = exchange.getRequestHeaders().getFirst("Content-Digest");
        String right = "sha-256=:" + Base64.getEncoder().encodeToString(sha256(body)) + ":";
        if (digest == null ? body.length > 0 : !digest.equals(right)) {
            return "Content-Digest: " + digest;
        }
        List<String> lines = new ArrayList<>();
        for (String quoted : matcher.group(2).split(" ")) {
            String name = quoted.substring(1, quoted.length() - 1);
            List<String> fields = exchange.getRequestHeaders().get(name);
            String value = name.equals("@method")
                    ? exchange.getRequestMethod()
                    : name.equals("@target-uri")
                            ? "http://" + exchange.getRequestHeaders().getFirst("Host") + exchange.getRequestURI()
                            : String.join(
                                    ", ", fields.stream().map(String::strip).toList());
            lines.add(quoted + ": " + value);
        }
        lines.add("\"@signature-params\": " + matcher.group(1));
        String signature = "sig1=:" + Base64.getEncoder().encodeToString(hmac(String.join("\n", lines))) + ":";
        String came = exchange.getRequestHeaders().getFirst("Signature");
        return signature.equals(came) ? "" : "Signature: " + came + " over\n" + String.join("\n", lines);
    }

    private static String byItsOwnRules(HttpExchange exchange, byte[] body) throws GeneralSecurityException {
        String text = exchange.getRequestMethod() + "\n"
                + exchange.getRequestURI().getRawPath() + "\n"
                + Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("") + "\n"
                + exchange.getRequestHeaders().getFirst("X-Date") + "\n"
                + String.format("%064x", new BigInteger(1, sha256(body)));
        String right = "HMAC tests:" + Base64.getEncoder().encodeToString(hmac(text));
        String came = exchange.getRequestHeaders().getFirst("Authorization");
        return right.equals(came) ? "" : "Authorization: " + came + " over\n" + text;
    }

    private RunSummary run(Hook hook, Map<String, String> properties) throws IOException {
        Files.writeString(folder.resolve("api.yaml"), DOCUMENT);
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        return ContractRun.run(
                ContractConfig.of("api.yaml")
                        .with(new Target("api.yaml", Optional.of(url), folder))
                        .with(new Selection(
                                List.of(),
                                List.of(),
                                List.of("coverage", "fuzzing"),
                                List.of("not_a_server_error"),
                                List.of()))
                        .with(new Generation(10, OptionalLong.of(1)))
                        .with(new HookSettings(properties, List.of(), List.of()))
                        .with(new Reporting(folder.resolve("reports"), List.of())),
                List.of(hook),
                List.of());
    }

    private void everythingIsSigned(RunSummary summary) throws IOException {
        assertThat(refusals).isEmpty();
        assertThat(summary.requests()).isGreaterThan(20);
        assertThat(summary.hooks()).allMatch(h -> h.applied() == summary.requests());
        try (Stream<Path> files = Files.walk(folder.resolve("reports"))) {
            assertThat(files.filter(Files::isRegularFile))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                            .doesNotContain(SECRET));
        }
    }

    @Test
    void every_request_of_a_run_can_be_verified_by_rfc_9421() throws IOException {
        verifier = SignedRunTest::byRfc9421;
        everythingIsSigned(run(
                new MessageSignature(),
                Map.of(
                        "MessageSignature.secret",
                        SECRET,
                        "MessageSignature.components",
                        "@method @target-uri content-type x-trace content-digest")));
    }

    @Test
    void every_request_of_a_run_can_be_verified_by_a_services_own_rules() throws IOException {
        verifier = SignedRunTest::byItsOwnRules;
        everythingIsSigned(run(
                new HmacSignature(),
                Map.of(
                        "HmacSignature.secret",
                        SECRET,
                        "HmacSignature.keyId",
                        "tests",
                        "HmacSignature.headers",
                        "X-Date: {date}\nAuthorization: HMAC {keyId}:{signature}")));
    }
}
