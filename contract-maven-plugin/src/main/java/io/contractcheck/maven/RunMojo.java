package io.contractcheck.maven;

import io.contractcheck.ContractConfig;
import io.contractcheck.ContractConfig.Limits;
import io.contractcheck.ContractConfig.Network;
import io.contractcheck.ContractConfig.Reporting;
import io.contractcheck.ContractConfig.Selection;
import io.contractcheck.ContractException;
import io.contractcheck.ContractRun;
import io.contractcheck.auth.AuthSettings;
import io.contractcheck.check.CheckSettings;
import io.contractcheck.event.RunEvent;
import io.contractcheck.event.RunSummary;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/** The parameters of a run beyond its cases, shared by the two goals that run. */
@SuppressWarnings("NullAway.Init") // Maven fills the fields
abstract class RunMojo extends ApiMojo {
    private static final List<String> AUTH = List.of(
            "token",
            "tokenCommand",
            "username",
            "password",
            "serverId",
            "securityScheme",
            "login",
            "clientCredentials",
            "placement",
            "users",
            "authFile",
            "authUsers");

    /** Which checks look at the answers: their names, {@code all}, or {@code -name} to leave one out. All by default. */
    @Parameter(property = "contract.checks")
    private @Nullable List<String> checks;

    /** Checks to leave out. */
    @Parameter(property = "contract.excludeChecks")
    private @Nullable List<String> excludeChecks;

    /**
     * Statuses that a check accepts in place of its own list, each as {@code check: statuses} or {@code check GET /path: statuses}, such
     * as {@code positive_data_acceptance POST /books: 2xx 404 422}; in the property, several are separated by a line break.
     */
    @Parameter(property = "contract.expectedStatuses")
    private @Nullable Lines expectedStatuses;

    /** How long one request may take as a whole, such as {@code 10s} or {@code 500ms}. */
    @Parameter(property = "contract.requestTimeout", defaultValue = "10s")
    private String requestTimeout;

    /**
     * How many requests are sent at most, such as {@code 100/s}, {@code 600/m} or {@code 5000/h}; shards share it. Not limited by default.
     */
    @Parameter(property = "contract.rateLimit")
    private @Nullable String rateLimit;

    /**
     * The longest pause that the service may ask for with 429 and Retry-After; the run then waits, and sends the request again, up to five
     * times. {@code 0} for none.
     */
    @Parameter(property = "contract.maxRetryAfter", defaultValue = "60s")
    private String maxRetryAfter;

    /** How often a connection that was refused is tried again. What the service may have acted on is never sent twice. */
    @Parameter(property = "contract.requestRetries", defaultValue = "3")
    private String requestRetries;

    /** Whether redirects are followed, so that the checks see what comes in the end. By default the redirect itself is the answer. */
    @Parameter(property = "contract.followRedirects", defaultValue = "false")
    private String followRedirects;

    /** How many redirects one request follows at most, if they are followed. */
    @Parameter(property = "contract.maxRedirects", defaultValue = "10")
    private String maxRedirects;

    /** The longest an answer may take before {@code max_response_time} reports it, such as {@code 2s}. Not limited by default. */
    @Parameter(property = "contract.maxResponseTime")
    private @Nullable String maxResponseTime;

    /**
     * A token or key for the service: {@code env:NAME} for a variable of the environment, {@code file:path}, or the value itself. With
     * {@code -X}, Maven prints what stands in the pom, so that {@code env:} and {@code serverId} are better places.
     */
    @Parameter(property = "contract.token")
    private @Nullable String token;

    /** Prints the token on standard output and ends with 0; run by the shell in the project's folder. */
    @Parameter(property = "contract.tokenCommand")
    private @Nullable String tokenCommand;

    /** After which the command is killed, by default {@code 30s}. */
    @Parameter(property = "contract.tokenCommandTimeout")
    private @Nullable String tokenCommandTimeout;

    /** After which the credential is got anew, such as {@code 10m}. By default as the answer or the token itself says, otherwise never. */
    @Parameter(property = "contract.tokenLifetime")
    private @Nullable String tokenLifetime;

    /** A user name, for basic authentication or for {@code login}; written as {@code token} is. */
    @Parameter(property = "contract.username")
    private @Nullable String username;

    /** The password that belongs to {@code username}; written as {@code token} is. */
    @Parameter(property = "contract.password")
    private @Nullable String password;

    /**
     * A server of settings.xml: its user name and password are used, or its password as a token if it has no user name. Encrypted ones are
     * decrypted.
     */
    @Parameter(property = "contract.serverId")
    private @Nullable String serverId;

    /** The security scheme of the document that the credential is for. By default those that it fits. */
    @Parameter(property = "contract.securityScheme")
    private @Nullable String securityScheme;

    /**
     * A request whose answer hands out the token: {@code <path>} or {@code <url>}, {@code <payload>} with <code>${username}</code> and
     * <code>${password}</code> in it, {@code <method>} (POST), {@code <contentType>} (application/json), {@code <headers>}, and where the
     * token is: {@code <tokenPointer>} (a JSON Pointer, # for the whole answer), {@code <tokenHeader>} or {@code <tokenCookie>}.
     */
    @Parameter
    private @Nullable LoginParameter login;

    /**
     * OAuth 2 client credentials: {@code <tokenUrl>} (by default as the document says), {@code <clientId>} and {@code <clientSecret>} or
     * {@code <serverId>}, {@code <scopes>}, {@code <inBody>}, {@code <parameters>}.
     */
    @Parameter
    private @Nullable ClientCredentialsParameter clientCredentials;

    /**
     * Where the credential travels, for documents that do not say: {@code <in>} (header, query or cookie), {@code <name>} and
     * {@code <template>}, as {@code Bearer {token}}.
     */
    @Parameter
    private @Nullable PlacementParameter placement;

    /** Who calls, as a Web Fuzzing Commons authentication file says it (JSON or YAML), in place of the parameters above. */
    @Parameter(property = "contract.authFile")
    private @Nullable String authFile;

    /** Which of the users in {@code authFile} are meant, by name; the run is made as the first. All by default. */
    @Parameter(property = "contract.authUsers")
    private @Nullable List<String> authUsers;

    /**
     * Several users, in place of the parameters above: {@code <user>} with {@code <name>}, {@code <scopes>}, and either the parameters above
     * or {@code <credentials>} with a {@code <credential>} for each way in which the service wants to be convinced. The run is made as the
     * first; what belongs to one must be closed to the others.
     */
    @Parameter
    private @Nullable List<UserParameter> users;

    /**
     * Doubts that fail the build, when a run may have proven less than it seems to: {@code nothing_tested}, {@code missing_auth},
     * {@code operation_auth}, {@code missing_test_data}, {@code validation_mismatch}, {@code method_not_allowed}, {@code unused_check},
     * {@code unused_hook}, {@code unused_auth}; {@code all} or {@code none}. {@code +name} and {@code -name} change the default, which is
     * {@code nothing_tested, missing_auth}. Others are warnings; but {@code required_hook} always fails.
     */
    @Parameter(property = "contract.failOn")
    private @Nullable List<String> failOn;

    /**
     * How many cases are run at once, from 1 to 256. A fixed number, so that a laptop and CI do the same; always 1 while a hook restores state
     * between scenarios. With any number the same cases are sent.
     */
    @Parameter(property = "contract.workers", defaultValue = "4")
    private String workers;

    /**
     * How long the run may take, such as {@code 10m}. It shares its time out fairly among operations, ends when it is up, and then says what it
     * did not reach; that alone does not fail the build.
     */
    @Parameter(property = "contract.maxTime", defaultValue = "10m")
    private String maxTime;

    /** After how many distinct findings the run ends. Not limited by default. */
    @Parameter(property = "contract.maxFailures")
    private @Nullable String maxFailures;

    /** Whether the smallest values are looked for with which a finding still shows. It takes some more requests for each. */
    @Parameter(property = "contract.shrink", defaultValue = "true")
    private String shrink;

    /**
     * Which share of the run is made here, as {@code 2/8} for the second of eight. Needs {@code seed}: all shares together are then the same
     * cases as a run without shares, and {@code contract:merge} makes its report of theirs. Each has a folder of its own in
     * {@code reportsDirectory}, as {@code shard-2-of-8}. In the pod of a Kubernetes Indexed Job, by default what {@code JOB_COMPLETION_INDEX} and
     * {@code JOB_COMPLETIONS} say.
     */
    @Parameter(property = "contract.shard")
    private @Nullable String shard;

    /**
     * How often the state of the service is brought back, which takes a hook that can do so, such as that of {@code contract-hooks-postgres}:
     * {@code none}, before each {@code phase}, before the cases of each {@code operation}, of which then one is tested at a time, or before each
     * {@code scenario}, of which then one is run at a time. By default {@code scenario} where there is such a hook. Whichever it is, a finding is
     * confirmed from the remembered state.
     */
    @Parameter(property = "contract.isolation")
    private @Nullable String isolation;

    /**
     * The file that the service writes its log to while it runs, from which the causes of its failures are told. By default the log of the
     * service that {@code contract:start} started; without one nothing is guessed.
     */
    @Parameter(property = "contract.serviceLog")
    private @Nullable String serviceLog;

    /**
     * The packages of the service's own code, as {@code com.acme.shop}, with those inside them: the frames of a stack trace that are told are
     * theirs. By default those of the classes in {@code target/classes}.
     */
    @Parameter(property = "contract.servicePackages")
    private @Nullable List<String> servicePackages;

    /**
     * A file of rules that the service has beyond its document, such as a copy of the {@code knowledge.yaml} of an earlier run: most random cases
     * keep to them from the beginning. It is only read.
     */
    @Parameter(property = "contract.knowledge")
    private @Nullable String knowledge;

    /**
     * Files of values that the service knows, in YAML: under {@code types} and {@code formats} lists by type and format, under {@code places} lists by
     * place in requests, as {@code query.currency} or {@code body.lines[*].sku}, and under {@code operations} such places by operation. They stand in
     * half of the random valid cases.
     */
    @Parameter(property = "contract.dictionary")
    private @Nullable List<String> dictionary;

    /** Which reports are written: {@code summary}, {@code junit}, {@code knowledge}. All by default. */
    @Parameter(property = "contract.reports")
    private @Nullable List<String> reports;

    @Inject
    SettingsDecrypter decrypter;

    /**
     * Runs, and tells Maven's log.
     *
     * @throws ContractException if the run is broken; that is in the journal too
     */
    final RunSummary run(Path directory) {
        Quiet.httpClient();
        Terminal terminal = interactive() ? Terminal.own(System.getenv()) : Terminal.none();
        Console lines = new Console(getLog(), terminal);
        ConsoleLog console = new ConsoleLog(lines, directory);
        Progress progress = new Progress(System::nanoTime);
        try (ContractRun.Recording recording = begin(directory, progress, console)) {
            try {
                console.settings(hookSettings());
                sharding().warning().ifPresent(lines::warn);
                return new Showing(progress, terminal, lines)
                        .during(() -> Interruption.ending(
                                recording,
                                lines,
                                () -> Started.during(
                                        project(), () -> with(hooks -> recording.run(config(directory), hooks)))));
            } catch (ContractException e) {
                throw told(recording, e);
            } catch (RuntimeException | LinkageError | StackOverflowError e) {
                // Whatever it was, the service that this build started has to be stopped, so the build goes on to that
                throw told(
                        recording,
                        new ContractException(
                                "ContractCheck failed by itself, which is a defect of it, or of a hook: " + e, e));
            }
        }
    }

    /** Puts on record that the run is broken; where the record itself cannot be written, as on a full disk, the reason is all that is left. */
    private static ContractException told(ContractRun.Recording recording, ContractException reason) {
        try {
            return recording.broken(reason);
        } catch (UncheckedIOException e) {
            return new ContractException(reason.getMessage() + " (" + e.getMessage() + ")", reason);
        }
    }

    private static ContractRun.Recording begin(Path directory, Progress progress, ConsoleLog console) {
        try {
            return ContractRun.record(directory, List.of(progress, console));
        } catch (UncheckedIOException e) {
            String message = "reportsDirectory: " + e.getMessage();
            console.on(new RunEvent.RunBroken(message));
            throw new ContractException(message, e);
        }
    }

    private ContractConfig config(Path directory) {
        ContractConfig cases = cases(directory);
        return cases.with(new Selection(
                        cases.selection().includes(),
                        cases.selection().excludes(),
                        cases.selection().phases(),
                        Values.names(checks),
                        Values.names(excludeChecks)))
                .with(new Network(
                        Values.duration("requestTimeout", requestTimeout).orElse(Network.DEFAULT_REQUEST_TIMEOUT),
                        cases.network().startupTimeout(),
                        cases.network().headers(),
                        cases.network().connection(),
                        NetworkParameters.pace(
                                rateLimit, maxRetryAfter, requestRetries, followRedirects, maxRedirects)))
                .with(new CheckSettings(
                        expectedStatuses == null
                                ? List.of()
                                : expectedStatuses.all().stream()
                                        .map(e -> Values.expected("expectedStatuses", e))
                                        .toList(),
                        Values.duration("maxResponseTime", maxResponseTime)))
                .with(filledHookSettings())
                .with(service())
                .with(auth())
                .with(limits())
                .with(operations())
                .failingOn(FailOn.of(Values.names(failOn)))
                .with(new Reporting(directory, Values.names(reports)));
    }

    /**
     * How far the run goes.
     *
     * @throws ContractException if a parameter is wrong
     */
    final Limits limits() {
        return new Limits(
                Values.count("workers", workers, Limits.MOST_WORKERS),
                Values.duration("maxTime", maxTime).orElse(Limits.DEFAULT_MAX_TIME),
                maxFailures == null || maxFailures.isBlank()
                        ? OptionalInt.empty()
                        : OptionalInt.of(Values.count("maxFailures", maxFailures)),
                Values.flag("shrink", shrink),
                sharding().shard(),
                Values.isolation("isolation", isolation));
    }

    /** What is known of the service. */
    final ContractConfig.Service service() {
        List<String> packages = Values.names(servicePackages);
        ContractConfig.Service service = new ContractConfig.Service(
                Optional.ofNullable(serviceLog)
                        .filter(log -> !log.isBlank())
                        .map(log -> base().resolve(filled("serviceLog", log).trim()))
                        .or(() -> Started.in(project()).map(Started::log)),
                !packages.isEmpty() || project().getBasedir() == null
                        ? packages
                        : new ProjectClasses(Path.of(project().getBuild().getOutputDirectory())).packages());
        return service.knowing(
                Optional.ofNullable(knowledge)
                        .filter(file -> !file.isBlank())
                        .map(file -> base().resolve(filled("knowledge", file).trim())),
                Values.texts(dictionary).stream()
                        .map(file -> base().resolve(filled("dictionary", file).trim()))
                        .toList());
    }

    private Sharding sharding() {
        return Sharding.of(shard, System.getenv());
    }

    /** Where this run's journal and reports go: shards may share the folder, and each has its own in it. */
    final Path reports() {
        Path directory = directory();
        try {
            return sharding().folder().map(directory::resolve).orElse(directory);
        } catch (ContractException e) {
            return directory; // told once there is a record of it
        }
    }

    /**
     * Who calls.
     *
     * @throws ContractException if a parameter is wrong
     */
    final AuthSettings auth() {
        lost(AUTH);
        CredentialParameter plain = new CredentialParameter();
        plain.token = token;
        plain.tokenCommand = tokenCommand;
        plain.tokenCommandTimeout = tokenCommandTimeout;
        plain.tokenLifetime = tokenLifetime;
        plain.username = username;
        plain.password = password;
        plain.serverId = serverId;
        plain.securityScheme = securityScheme;
        plain.login = login;
        plain.clientCredentials = clientCredentials;
        plain.placement = placement;
        return new AuthParameters(base(), new Servers(settings(), decrypter))
                .read(plain, users == null ? List.of() : users, authFile, Values.names(authUsers));
    }
}
