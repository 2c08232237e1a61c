package io.contractcheck.maven;

import io.contractcheck.ContractConfig;
import io.contractcheck.ContractConfig.Generation;
import io.contractcheck.ContractConfig.Network;
import io.contractcheck.ContractConfig.Reporting;
import io.contractcheck.ContractConfig.Selection;
import io.contractcheck.ContractConfig.Target;
import io.contractcheck.ContractException;
import io.contractcheck.hook.Hook;
import io.contractcheck.hook.HookSettings;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.PluginParameterExpressionEvaluator;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.Settings;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluationException;
import org.jspecify.annotations.Nullable;

/** The parameters that decide which cases are made, for all goals that make some: Maven finds parameters by inheritance only. */
@SuppressWarnings("NullAway.Init") // Maven fills the fields
abstract class ApiMojo extends AbstractMojo {
    private static final String HOOK_PROPERTIES = "contract.hookProperties";

    /**
     * Where the OpenAPI document is: a file, {@code classpath:name} among the project's classes and the plugin's dependencies, or an http(s) URL. A URL is waited for
     * up to {@code startupTimeout}.
     */
    @Parameter(property = "contract.spec", required = true)
    private String spec;

    /**
     * Where the service is, as {@code http://127.0.0.1:8080}. By default where the document came from, or the server that the document
     * names if that is this machine; otherwise it must be given, so that nobody tests production by accident.
     */
    @Parameter(property = "contract.baseUrl")
    private @Nullable String baseUrl;

    /** Which phases run: {@code examples}, {@code fuzzing}. All by default. */
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

    /** How many random cases an operation gets at most. */
    @Parameter(property = "contract.maxExamples", defaultValue = "100")
    private String maxExamples;

    /** The run's seed, a whole number; the same seed sends the same cases. A new one is drawn and printed if there is none. */
    @Parameter(property = "contract.seed")
    private @Nullable String seed;

    /** How long to wait for the document and the service to be there. */
    @Parameter(property = "contract.startupTimeout", defaultValue = "60s")
    private String startupTimeout;

    /**
     * Where the journal and the reports go. By default {@code target/contract-reports}, and in it a folder of the execution's id for
     * executions that have one.
     */
    @Parameter(property = "contract.reportsDirectory")
    private @Nullable String reportsDirectory;

    /**
     * Hooks that must be there, by class name, simple or full, in the order in which they apply; others found on the plugin's class path
     * follow by class name.
     */
    @Parameter(property = "contract.hooks")
    private @Nullable List<String> hooks;

    /**
     * Settings for hooks, by name. On the command line: {@code -Dcontract.hookProperties.name=value}, or lines of {@code name=value} in
     * {@code contract.hookProperties}.
     */
    @Parameter
    private @Nullable Map<String, String> hookProperties;

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

    @Parameter(defaultValue = "${project}", readonly = true)
    private MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true)
    private MavenSession session;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true)
    private MojoExecution execution;

    /** Whether nothing is to be done; says so. */
    final boolean skipped() {
        return Skip.by(skip, skipITs, skipTests, mavenTestSkip, getLog());
    }

    /** Where this execution's journal and reports go. */
    final Path directory() {
        return Directories.of(reportsDirectory, project, execution);
    }

    /** Against which relative paths are resolved. */
    final Path base() {
        return project.getBasedir() == null
                ? Path.of("").toAbsolutePath()
                : project.getBasedir().toPath();
    }

    /** The user's settings.xml. */
    final Settings settings() {
        return session.getSettings();
    }

    /**
     * Makes sure that Maven lost none of these parameters.
     *
     * @throws ContractException if it did
     */
    final void lost(List<String> parameters) {
        PluginParameterExpressionEvaluator evaluator = new PluginParameterExpressionEvaluator(session, execution);
        new Placeholders(expression -> {
                    try {
                        return evaluator.evaluate(expression);
                    } catch (ExpressionEvaluationException e) {
                        return null;
                    }
                })
                .check(execution.getConfiguration(), parameters);
    }

    final Recordings recordings() {
        return new Recordings(project);
    }

    final String executionId() {
        return String.valueOf(execution.getExecutionId());
    }

    /**
     * Does some work with the hooks, while the project's classes can be read.
     *
     * @throws ContractException if a hook cannot be loaded
     */
    final <T> T with(Function<List<Hook>, T> work) {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread()
                .setContextClassLoader(Classpath.of(project, getClass().getClassLoader()));
        try {
            return work.apply(HookLoader.load(getClass().getClassLoader(), Values.names(hooks)));
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    /**
     * The configuration as far as it decides cases; all else is as by default.
     *
     * @throws ContractException if a value is wrong
     */
    final ContractConfig cases(Path directory) {
        Network network = new Network(
                Network.DEFAULT_REQUEST_TIMEOUT,
                Values.duration("startupTimeout", startupTimeout).orElse(Network.DEFAULT_STARTUP_TIMEOUT),
                headers == null
                        ? List.of()
                        : headers.all().stream()
                                .map(h -> Values.header("headers", h))
                                .toList());
        return ContractConfig.of(spec)
                .with(new Target(spec, Optional.ofNullable(baseUrl).filter(b -> !b.isBlank()), base()))
                .with(new Selection(
                        Values.texts(includes), Values.texts(excludes), Values.names(phases), List.of(), List.of()))
                .with(new Generation(
                        Values.count("maxExamples", maxExamples),
                        seed == null || seed.isBlank()
                                ? OptionalLong.empty()
                                : OptionalLong.of(Values.seed("seed", seed)),
                        Values.mode("mode", mode),
                        Values.flag("generateDuplicateQueryParameters", generateDuplicateQueryParameters)))
                .with(network)
                .with(new Reporting(directory, List.of()))
                .with(new HookSettings(hookSettings(), List.of(), List.of()));
    }

    private Map<String, String> hookSettings() {
        Map<String, String> settings = new LinkedHashMap<>(hookProperties == null ? Map.of() : hookProperties);
        String lines = session.getUserProperties().getProperty(HOOK_PROPERTIES, "");
        lines.lines().map(String::trim).filter(l -> !l.isEmpty()).forEach(line -> {
            int equals = line.indexOf('=');
            if (equals < 1) {
                throw Values.wrong("hookProperties", "(a line without =)", "write name=value, one a line");
            }
            settings.put(
                    line.substring(0, equals).trim(), line.substring(equals + 1).trim());
        });
        session.getUserProperties().stringPropertyNames().stream()
                .filter(n -> n.startsWith(HOOK_PROPERTIES + "."))
                .sorted()
                .forEach(n -> settings.put(
                        n.substring(HOOK_PROPERTIES.length() + 1),
                        session.getUserProperties().getProperty(n)));
        return settings;
    }
}
