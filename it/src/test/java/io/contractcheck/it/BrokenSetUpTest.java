package io.contractcheck.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.contractcheck.ContractConfig;
import io.contractcheck.ContractConfig.Generation;
import io.contractcheck.ContractConfig.Reporting;
import io.contractcheck.ContractConfig.Target;
import io.contractcheck.ContractException;
import io.contractcheck.ContractRun;
import io.contractcheck.HookLoading;
import io.contractcheck.auth.AuthSettings;
import io.contractcheck.auth.Grant;
import io.contractcheck.auth.SecretValue;
import io.contractcheck.event.Doubt;
import io.contractcheck.event.RunSummary;
import io.contractcheck.hook.Hook;
import io.contractcheck.hook.HookContext;
import io.contractcheck.hook.HookSettings;
import io.contractcheck.hook.RequestHook;
import io.contractcheck.http.Request;
import io.contractcheck.openapi.Operation;
import io.contractcheck.openapi.OperationFilter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong with a set-up is said in the first line that the user reads, and nowhere is a secret. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the commands are for sh")
class BrokenSetUpTest {
    private static final String TOKEN = "Zq7-GeheimesToken_9vK.x2";
    private static final String LATER = "Zq8-SpaeteresToken_3hW.y5";
    private static final int EXPIRES_AFTER = 40;
    private static final String NONE = "";

    @TempDir
    private Path folder;

    private final List<String> told = new ArrayList<>();
    private final Map<SetUp, String> outcomes = new LinkedHashMap<>();

    /** One that is wrong: the first line about it, as a regular expression, and how it comes to be. */
    private enum SetUp {
        COMMAND_PRINTS_NOTHING(
                "The token command printed nothing \\(exit status 0\\): true", test -> test.run(test.command("true"))),
        COMMAND_PRINTS_A_BANNER(
                "The token command printed 32 characters in 2 lines \\(exit status 0\\), and a token is one line: .*",
                test -> test.run(test.command("echo Welcome; echo " + TOKEN))),
        COMMAND_FAILS(
                "The token command failed with exit status 2 \\(it printed nothing\\): .*",
                test -> test.run(test.command("echo denied: " + TOKEN + " >&2; exit 2"))),
        COMMAND_HANGS(
                "The token command did not end within 700 ms and was killed \\(it had printed 24 characters in 1 line\\): .*",
                test -> test.run(test.command("echo " + TOKEN + "; sleep 600"))),
        VARIABLE_IS_NOT_SET(
                "The token is missing: the environment variable CONTRACT_NO_SUCH_VARIABLE is not set\\.",
                test -> test.run(new Grant.Given(new SecretValue.Environment("CONTRACT_NO_SUCH_VARIABLE")))),
        TOKEN_EXPIRES_FOR_GOOD(
                "From some moment on nothing was tested that is secured: the last [0-9]+ valid requests with credentials"
                        + " were not let in\\.",
                test -> test.expiring(given(TOKEN))),
        TOKEN_EXPIRES_AND_THE_COMMAND_PRINTS_THE_OLD_ONE(
                "From some moment on nothing was tested that is secured: the last [0-9]+ valid requests with credentials"
                        + " were not let in\\.",
                test -> test.expiring(test.command("echo " + TOKEN))),
        TOKEN_EXPIRES_AND_THE_COMMAND_PRINTS_A_NEW_ONE(
                NONE,
                test -> test.expiring(test.command(
                        "if [ -f first ]; then echo " + LATER + "; else touch first; echo " + TOKEN + "; fi"))),
        ALL_401_WITH_A_WRONG_TOKEN(
                "The credential of user 'main' was refused by GET /notes with 401: token of 25 characters from <token>,.*",
                test -> test.run(given(TOKEN + "x"))),
        ALL_401_WITHOUT_A_TOKEN(
                ".*all [0-9]+ answers to valid requests (are|were) 401.*",
                test -> test.run(service -> test.config(service))),
        WRONG_BASE_PATH(
                "Nothing was tested: none of the [0-9]+ answers to valid requests was a success; all were 404\\.",
                test -> test.run(service -> test.config(service, given(TOKEN))
                        .with(new Target(document(service), Optional.of(service.url() + "/wrong"), test.folder)))),
        HOOK_THROWS(
                "hook .*Throwing failed.*: java\\.lang\\.IllegalStateException: cannot sign with \\$\\{CONTRACT_KEY}",
                test -> test.run(new HookSettings(Map.of("key", LATER), List.of(), List.of()), new Throwing())),
        HOOK_IS_SCOPED_TO_NOTHING_THERE(
                "hookScopes, Idle: 'GET /none' matches none of the 3 operations\\..*",
                test -> test.run(scoped(List.of("GET /none"), List.of()), new Idle())),
        HOOK_IS_SCOPED_TO_NOTHING_LEFT(
                "hookScopes: the scope of 'Idle' \\(.*\\) leaves it none of the 3 operations, so the hook would do"
                        + " nothing:.*",
                test -> test.run(scoped(List.of("/notes"), List.of("/notes")), new Idle())),
        HOOK_OF_ANOTHER_VERSION_IS_CALLED_IN_VAIN(
                "hook acme\\.Changed from acme-hooks\\.jar does not fit this ContractCheck: it was built against"
                        + " contract-core 0\\.0\\.9, and .* runs here \\(AbstractMethodError: .*\\)\\.",
                test -> test.runLoaded(ForeignHooks.changed(test.folder))),
        HOOK_OF_ANOTHER_VERSION_CANNOT_BE_LOADED(
                "hook acme\\.Gone from acme-hooks\\.jar does not fit this ContractCheck: it was built against"
                        + " contract-core 0\\.0\\.9, and .* runs here \\(NoClassDefFoundError: io/contractcheck/hook/BeforeCall\\)\\.",
                test -> test.runLoaded(ForeignHooks.gone(test.folder))),
        HOOK_JAR_IS_ABSENT(
                "requiredHooks: the hook 'Sign' is not there\\.", test -> test.run(required("Sign"), new Idle())),
        REQUIRED_HOOK_NEVER_APPLIES(
                "The required hook .*Idle never applied: it was asked [0-9]+ times and changed nothing\\..*",
                test -> test.run(required("Idle"), new Idle()));

        private final String first;
        private final Doing doing;

        SetUp(String first, Doing doing) {
            this.first = first;
            this.doing = doing;
        }
    }

    /** Runs a set-up; the first thing said about it. */
    private interface Doing {
        String run(BrokenSetUpTest test) throws IOException;
    }

    /** A run's configuration for a service. */
    private interface Configured {
        ContractConfig of(NoteService service);
    }

    /** Fails, and would tell its key. */
    public static final class Throwing implements RequestHook {
        @Override
        public Request request(Request request, Operation operation, HookContext context) {
            String key = context.required("key");
            context.secret("CONTRACT_KEY", key);
            throw new IllegalStateException("cannot sign with " + key);
        }
    }

    /** Changes nothing. */
    public static final class Idle implements RequestHook {
        @Override
        public Request request(Request request, Operation operation, HookContext context) {
            return request;
        }
    }

    @ParameterizedTest
    @MethodSource("setUps")
    void the_first_line_says_what_is_wrong(SetUp setUp) {
        assertThat(outcome(setUp).lines().findFirst().orElse(NONE)).matches(setUp.first);
    }

    static Stream<SetUp> setUps() {
        return Stream.of(SetUp.values());
    }

    @Test
    void no_file_and_no_line_holds_a_secret() throws IOException {
        setUps().forEach(this::outcome);
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(f -> f.toString().contains("reports") && Files.isRegularFile(f))
                    .toList();
        }

        // hooks that cannot be loaded are told of before there is a run
        assertThat(files).filteredOn(f -> f.endsWith(ContractRun.JOURNAL)).hasSize(SetUp.values().length - 1);
        boolean masked = false;
        for (Path file : files) {
            String content = Files.readString(file);
            holdsNoSecret(file.toString(), content);
            masked |= content.contains("Bearer ${CONTRACT_TOKEN}");
        }
        assertThat(masked).as("the token was masked somewhere").isTrue();
        assertThat(told).hasSizeGreaterThan(1000);
        told.forEach(line -> holdsNoSecret("what was told", line));
        outcomes.forEach((setUp, message) -> holdsNoSecret(setUp.name(), message));
    }

    private static void holdsNoSecret(String place, String text) {
        for (String secret : List.of(TOKEN, LATER)) {
            String base64 =
                    Base64.getEncoder().withoutPadding().encodeToString(secret.getBytes(StandardCharsets.UTF_8));
            for (String form : List.of(secret, base64, URLEncoder.encode(secret, StandardCharsets.UTF_8))) {
                assertThat(text.contains(form)).as(place).isFalse();
            }
        }
    }

    private String outcome(SetUp setUp) {
        if (!outcomes.containsKey(setUp)) {
            try {
                outcomes.put(setUp, setUp.doing.run(this));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return outcomes.get(setUp);
    }

    private static Grant given(String token) {
        return new Grant.Given(new SecretValue.Literal(token, "<token>"));
    }

    private Grant command(String text) {
        return new Grant.Command(text, folder, Duration.ofMillis(700));
    }

    private static HookSettings required(String hook) {
        return new HookSettings(Map.of(), List.of(hook), List.of());
    }

    private static HookSettings scoped(List<String> includes, List<String> excludes) {
        HookSettings.Scope scope = new HookSettings.Scope(
                "Idle",
                includes.stream().map(OperationFilter::new).toList(),
                excludes.stream().map(OperationFilter::new).toList());
        return new HookSettings(Map.of(), List.of(), List.of(scope));
    }

    private static String document(NoteService service) {
        return service.url() + "/openapi-3.0-secured.yaml";
    }

    private ContractConfig config(NoteService service) {
        return ContractConfig.of(document(service))
                .with(new Generation(10, OptionalLong.of(7)))
                .with(new Reporting(folder.resolve("reports" + outcomes.size()), List.of()));
    }

    private ContractConfig config(NoteService service, Grant grant) {
        AuthSettings.User user =
                new AuthSettings.User("main", List.of(AuthSettings.Credential.of(grant)), Optional.empty());
        return config(service).with(new AuthSettings(List.of(user)));
    }

    private String run(Grant grant) throws IOException {
        return run(service -> config(service, grant));
    }

    private String expiring(Grant grant) throws IOException {
        return run(service -> {
            service.expireAfter(EXPIRES_AFTER, LATER);
            return config(service, grant);
        });
    }

    private String run(HookSettings settings, Hook... hooks) throws IOException {
        return run(service -> config(service, given(TOKEN)).with(settings), hooks);
    }

    private String runLoaded(ClassLoader loader) throws IOException {
        Hook[] hooks;
        try {
            hooks = ServiceLoader.load(Hook.class, loader).stream()
                    .map(ServiceLoader.Provider::get)
                    .toArray(Hook[]::new);
        } catch (ServiceConfigurationError | LinkageError e) {
            return String.valueOf(HookLoading.failed(e, loader).getMessage());
        }
        return run(HookSettings.NONE, hooks);
    }

    /** The error that breaks the run, or the first doubt that fails it; nothing if it is clean. */
    private String run(Configured configured, Hook... hooks) throws IOException {
        try (NoteService service = new NoteService(0, Fault.NONE, TOKEN)) {
            RunSummary summary = ContractRun.run(
                    configured.of(service), List.of(hooks), List.of(event -> told.add(event.toString())));
            assertThat(summary.clean())
                    .as("findings %s, errors %s, doubts %s", summary.findings(), summary.errors(), summary.doubts())
                    .isEqualTo(summary.doubts().isEmpty());
            return summary.doubts().stream()
                    .filter(Doubt::fails)
                    .map(Doubt::message)
                    .findFirst()
                    .orElse(NONE);
        } catch (ContractException e) {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            told.add(trace.toString());
            return String.valueOf(e.getMessage());
        }
    }
}
