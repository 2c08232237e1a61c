package io.contractcheck.maven;

import io.contractcheck.ContractConfig;
import io.contractcheck.ContractConfig.Generation;
import io.contractcheck.ContractConfig.Network;
import io.contractcheck.ContractConfig.Reporting;
import io.contractcheck.ContractConfig.Selection;
import io.contractcheck.ContractConfig.Target;
import io.contractcheck.ContractException;
import io.contractcheck.OperationSettings;
import io.contractcheck.http.Pace;
import io.contractcheck.http.Secrets;
import io.contractcheck.link.LinkRule;
import io.contractcheck.service.BoundedCommand;
import io.contractcheck.service.Cleanup;
import io.contractcheck.service.ServiceException;
import io.contractcheck.service.Surroundings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** The parameters that decide which cases are made, for all goals that make some: Maven finds parameters by inheritance only. */
@SuppressWarnings("NullAway.Init") // Maven fills the fields
abstract class ApiMojo extends HookedMojo {
    /**
     * Where the OpenAPI document is: a file, {@code classpath:name} among the project's classes and the plugin's dependencies, or an http(s) URL. A URL is waited for
     * up to {@code startupTimeout}. Must be given, unless {@code specCommand} is, or {@code contract:start} has started the service: then it is
     * looked for where frameworks usually have it, such as {@code /v3/api-docs}, {@code /q/openapi} and {@code /openapi.json}.
     */
    @Parameter(property = "contract.spec")
    private @Nullable String spec;

    /**
     * A command that prints the OpenAPI document on its standard output, in place of {@code spec}: for {@code sh}, or {@code cmd} on Windows, in
     * the project's folder. It may take {@code startupTimeout}. What it prints is kept in {@code reportsDirectory} as {@code spec-command.out}, and
     * its error output as {@code spec-command.log}; with another exit code than 0 its last lines are an error of the build.
     */
    @Parameter(property = "contract.specCommand")
    private @Nullable String specCommand;

    /**
     * Where the service is, as {@code http://127.0.0.1:8080}. By default where the document came from, or the server that the document
     * names if that is this machine; for a service that {@code contract:start} has started, its port with the path of the document's first
     * server. Otherwise it must be given, so that nobody tests production by accident.
     */
    @Parameter(property = "contract.baseUrl")
    private @Nullable String baseUrl;

    /** Which phases run: {@code examples}, {@code coverage}, {@code fuzzing}, {@code stateful}, {@code security}. All by default. */
    @Parameter(property = "contract.phases")
    private @Nullable List<String> phases;

    /**
     * Operations to test: a path such as {@code /books/*}, {@code GET /books}, {@code tag:name}, {@code method:GET} or
     * {@code operationId:name}; {@code *} stands for any text. All by default.
     */
    @Parameter(property = "contract.includes")
    private @Nullable List<String> includes;

    /** Operations not to test, written as {@code includes} are. */
    @Parameter(property = "contract.excludes")
    private @Nullable List<String> excludes;

    /** Headers for every request, each as {@code Name: value}; in the property, several are separated by a line break. */
    @Parameter(property = "contract.headers")
    private @Nullable Lines headers;

    /** Which cases are made: {@code positive}, which the document allows, {@code negative}, which it does not, or {@code all}. */
    @Parameter(property = "contract.mode", defaultValue = "all")
    private String mode;

    /** Whether query parameters that are no lists are also sent twice, which many services allow though the document does not. */
    @Parameter(property = "contract.generateDuplicateQueryParameters", defaultValue = "false")
    private String generateDuplicateQueryParameters;

    /**
     * Whether requests are also sent that are no HTTP, such as a body that ends too early: of each operation some, and more once. A service may
     * refuse them or close the connection, but not fail with a 5xx.
     */
    @Parameter(property = "contract.malformedRequests", defaultValue = "true")
    private String malformedRequests;

    /** How many random cases an operation gets at most. */
    @Parameter(property = "contract.maxExamples", defaultValue = "100")
    private String maxExamples;

    /**
     * What holds for some operations in place of what holds for all: each {@code <operation>} has one {@code <filter>} or several, written as
     * {@code includes} are, and any of {@code <enabled>}, {@code <maxExamples>}, {@code <phases>}, {@code <mode>}, {@code <checks>},
     * {@code <excludeChecks>}, {@code <expectedStatuses>}, {@code <requestTimeout>}, {@code <maxResponseTime>} and {@code <headers>}. Of
     * several that match an operation, each parameter is as the last one has it that names it.
     */
    @Parameter
    private @Nullable List<OperationParameter> operations;

    /**
     * What one operation brings to another one, beside what the document says and names suggest; {@code contract:links} shows all. Each
     * {@code <link>} goes {@code <from>} an operation {@code <to>} another one and has {@code <bindings>} as {@code contract:links} writes them:
     * {@code <binding>path.isbn = $response.body#/code</binding>}. It takes the place of links between the two that bring the same values.
     * With {@code <forbidden>true</forbidden>} in place of bindings there is no link from what {@code <from>} matches to what {@code <to>}
     * matches, both written as {@code includes} are; one that is left out stands for all.
     */
    @Parameter
    private @Nullable List<LinkParameter> links;

    /** The run's seed, a whole number; the same seed sends the same cases. A new one is drawn and printed if there is none. */
    @Parameter(property = "contract.seed")
    private @Nullable String seed;

    /** How long to wait for the document and the service to be there. */
    @Parameter(property = "contract.startupTimeout", defaultValue = "60s")
    private String startupTimeout;

    /**
     * A PEM file with certificates of authorities that are trusted beside those of the JDK, such as the one that signed the service's.
     */
    @Parameter(property = "contract.caBundle")
    private @Nullable String caBundle;

    /**
     * What is shown to a service that asks who calls by TLS: a PEM file with a certificate and what links it to its authority, or a
     * PKCS#12 store with the key too.
     */
    @Parameter(property = "contract.clientCertificate")
    private @Nullable String clientCertificate;

    /** The private key of {@code clientCertificate}: a PEM file (PKCS#8, or PKCS#1 for RSA). By default it stands in the certificate's file. */
    @Parameter(property = "contract.clientKey")
    private @Nullable String clientKey;

    /** The password of the key or the store: {@code env:NAME}, {@code file:path}, or the value itself. */
    @Parameter(property = "contract.clientKeyPassword")
    private @Nullable String clientKeyPassword;

    /** Whether the service's certificate must be trusted and be for its host. Without that nobody knows who answers, which each run then says. */
    @Parameter(property = "contract.tlsVerify", defaultValue = "true")
    private String tlsVerify;

    /**
     * A proxy on the way to the service and to the document: {@code http://host:port} or {@code http://user:password@host:port}, also as
     * {@code env:NAME} or {@code file:path}. None by default; neither the JVM's proxy nor that of settings.xml is used.
     */
    @Parameter(property = "contract.proxy")
    private @Nullable String proxy;

    /**
     * Hosts that are called without the proxy; a name stands for itself and all below it. This machine is always called without it, unless
     * {@code -loopback} stands here.
     */
    @Parameter(property = "contract.noProxy")
    private @Nullable List<String> noProxy;

    /**
     * Where the journal and the reports go. By default {@code target/contract-reports}, and in it a folder of the execution's id for
     * executions that have one.
     */
    @Parameter(property = "contract.reportsDirectory")
    private @Nullable String reportsDirectory;

    /** Skips contract tests. */
    @Parameter(property = "contract.skip", defaultValue = "false")
    private boolean skip;

    /** Skips integration tests, and contract tests with them. */
    @Parameter(property = "skipITs", defaultValue = "false")
    private boolean skipITs;

    /** Skips running tests, and contract tests with them. */
    @Parameter(property = "skipTests", defaultValue = "false")
    private boolean skipTests;

    /** Skips all about tests. */
    @Parameter(property = "maven.test.skip", defaultValue = "false")
    private boolean mavenTestSkip;

    /** Whether nothing is to be done; says so. */
    final boolean skipped() {
        return Skip.by(skip, skipITs, skipTests, mavenTestSkip, getLog());
    }

    /** Where this execution's journal and reports go. */
    final Path directory() {
        return Directories.of(reportsDirectory, project(), execution());
    }

    final Recordings recordings() {
        return new Recordings(project());
    }

    final String executionId() {
        return String.valueOf(execution().getExecutionId());
    }

    /**
     * What holds for some operations only.
     *
     * @throws ContractException if a value is wrong
     */
    final List<OperationSettings> operations() {
        lost(List.of("operations"));
        List<OperationSettings> settings = new ArrayList<>();
        for (OperationParameter operation : operations == null ? List.<OperationParameter>of() : operations) {
            settings.add(operation.read(settings.size() + 1));
        }
        return settings;
    }

    final List<LinkRule> links() {
        lost(List.of("links"));
        List<LinkRule> rules = new ArrayList<>();
        for (LinkParameter link : links == null ? List.<LinkParameter>of() : links) {
            rules.add(link.read(rules.size() + 1));
        }
        return rules;
    }

    /**
     * The configuration as far as it decides cases; all else is as by default.
     *
     * @throws ContractException if a value is wrong
     */
    final ContractConfig cases(Path directory) {
        lostElements("headers");
        Network network = new Network(
                Network.DEFAULT_REQUEST_TIMEOUT,
                Values.duration("startupTimeout", startupTimeout).orElse(Network.DEFAULT_STARTUP_TIMEOUT),
                headers == null
                        ? List.of()
                        : headers.all().stream()
                                .map(h -> Values.header("headers", h))
                                .toList(),
                new NetworkParameters(base())
                        .connection(
                                caBundle,
                                clientCertificate,
                                clientKey,
                                clientKeyPassword,
                                tlsVerify,
                                proxy,
                                Values.names(noProxy)),
                Pace.DEFAULT);
        String document = document(directory, network.startupTimeout());
        return ContractConfig.of(document)
                .with(new Target(
                        document,
                        Optional.ofNullable(baseUrl).filter(b -> !b.isBlank()).map(b -> filled("baseUrl", b)),
                        base(),
                        Started.in(project()).flatMap(Started::port).map(port -> "http://127.0.0.1:" + port)))
                .with(new Selection(
                        Values.texts(includes), Values.texts(excludes), Values.names(phases), List.of(), List.of()))
                .with(new Generation(
                        Values.count("maxExamples", maxExamples),
                        seed == null || seed.isBlank()
                                ? OptionalLong.empty()
                                : OptionalLong.of(Values.seed("seed", seed)),
                        Values.mode("mode", mode),
                        Values.flag("generateDuplicateQueryParameters", generateDuplicateQueryParameters),
                        Values.flag("malformedRequests", malformedRequests)))
                .with(network)
                // which checks look at the answers decides nothing here
                .with(operations().stream()
                        .map(o -> o.with(OperationSettings.Judging.AS_ALL))
                        .toList())
                .linking(links())
                .with(new Reporting(directory, List.of()))
                .with(hookSettings());
    }

    /** Where the document is. */
    private String document(Path directory, Duration timeout) {
        boolean named = spec != null && !spec.isBlank();
        boolean commanded = specCommand != null && !specCommand.isBlank();
        if (named && commanded) {
            throw new Texts("", base()).contradiction("spec", "specCommand");
        }
        if (commanded) {
            return printed(filled("specCommand", String.valueOf(specCommand)), directory, timeout);
        }
        if (named) {
            return filled("spec", String.valueOf(spec));
        }
        Optional<String> port = Started.in(project()).flatMap(Started::port);
        if (port.isEmpty()) {
            throw new ContractException("spec: is missing. Write where the OpenAPI document is, as"
                    + " <spec>http://127.0.0.1:8080/openapi.json</spec> or -Dcontract.spec=api.yaml; or let a <specCommand>"
                    + " print it; or bind the goal start, which finds the document of the service that it starts.");
        }
        String found = new UsualPlaces(port.get()).find(timeout);
        getLog().info("Document: found at " + found);
        return found;
    }

    private String printed(String command, Path directory, Duration timeout) {
        Path document = directory.resolve("spec-command.out").toAbsolutePath();
        Secrets secrets = new Secrets();
        Started.in(project()).ifPresent(s -> s.provided().secrets().forEach(secrets::add));
        Cleanup cleanup = new Cleanup();
        try {
            BoundedCommand.document(command, timeout, document, directory.resolve("spec-command.log"))
                    .run(new Surroundings(base(), Map.of(), secrets, Optional.empty()), cleanup);
        } catch (ServiceException e) {
            throw new ContractException(String.valueOf(e.getMessage()), e);
        } finally {
            cleanup.close();
        }
        getLog().info("Document: printed by specCommand, kept in " + document);
        return document.toString();
    }
}
