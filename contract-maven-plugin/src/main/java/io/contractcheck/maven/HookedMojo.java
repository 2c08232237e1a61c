package io.contractcheck.maven;

import io.contractcheck.ContractException;
import io.contractcheck.hook.Hook;
import io.contractcheck.hook.HookSettings;
import io.contractcheck.service.ServiceException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.PluginParameterExpressionEvaluator;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.Settings;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluationException;
import org.jspecify.annotations.Nullable;

/** The parameters about hooks, for all goals that load some: Maven finds parameters by inheritance only. */
@SuppressWarnings("NullAway.Init") // Maven fills the fields
abstract class HookedMojo extends AbstractMojo {
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

    /**
     * Where the database of {@code contract-hooks-postgres} comes from: {@code testcontainers}, {@code embedded}, {@code url}, or {@code auto},
     * which takes {@code databaseUrl} if that is set, else Docker where there is one, else an embedded one. The choice is printed. As the hook
     * property of the same name, like all of these.
     */
    @Parameter(property = "contract.database")
    private @Nullable String database;

    /** The JDBC URL of a PostgreSQL that is there already. */
    @Parameter(property = "contract.databaseUrl")
    private @Nullable String databaseUrl;

    /** The user of {@code databaseUrl}. */
    @Parameter(property = "contract.databaseUser")
    private @Nullable String databaseUser;

    /** The password of {@code databaseUser}. */
    @Parameter(property = "contract.databasePassword")
    private @Nullable String databasePassword;

    /** The image for {@code testcontainers}. */
    @Parameter(property = "contract.databaseImage")
    private @Nullable String databaseImage;

    /**
     * Whether a database that this build did not start may be changed, and be brought back to the state that it had. Without that, one given
     * by {@code databaseUrl} is refused where its state is to be restored.
     */
    @Parameter(property = "contract.allowExistingDatabase")
    private @Nullable String allowExistingDatabase;

    /** Whether {@code auto} may choose only the first way that it would try, and is an error if that fails. */
    @Parameter(property = "contract.strict")
    private @Nullable String strict;

    /**
     * Hooks without which the run proves nothing, by class name, simple or full: one that is missing, or that never applied, is an error of
     * the build.
     */
    @Parameter(property = "contract.requiredHooks")
    private @Nullable List<String> requiredHooks;

    /**
     * To which operations a hook applies, each as {@code HookName: GET /books/*, tag:shop, !POST /books}, where {@code !} leaves out; written
     * as {@code includes} are. In the property, several are separated by a line break.
     */
    @Parameter(property = "contract.hookScopes")
    private @Nullable Lines hookScopes;

    @Parameter(defaultValue = "${project}", readonly = true)
    private MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true)
    private MavenSession session;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true)
    private MojoExecution execution;

    final MavenProject project() {
        return project;
    }

    final MojoExecution execution() {
        return execution;
    }

    final MavenSession session() {
        return session;
    }

    /** Against which relative paths are resolved. */
    final Path base() {
        return project.getBasedir() == null
                ? Path.of("").toAbsolutePath()
                : project.getBasedir().toPath();
    }

    /** Whether somebody may be looking at this build, and at nothing else that it does meanwhile. */
    final boolean interactive() {
        return session.getRequest().isInteractiveMode()
                && session.getRequest().getDegreeOfConcurrency() < 2
                && getLog().isInfoEnabled();
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
        placeholders().check(execution.getConfiguration(), parameters);
    }

    /**
     * Makes sure that Maven lost none of this parameter's elements.
     *
     * @throws ContractException if it did
     */
    final void lostElements(String parameter) {
        placeholders().checkElements(execution.getConfiguration(), parameter);
    }

    private Placeholders placeholders() {
        PluginParameterExpressionEvaluator evaluator = new PluginParameterExpressionEvaluator(session, execution);
        return new Placeholders(expression -> {
            try {
                return evaluator.evaluate(expression);
            } catch (ExpressionEvaluationException e) {
                return null;
            }
        });
    }

    /** The hooks that are named in their order. */
    final List<String> names() {
        return Values.names(hooks);
    }

    /** What is on the class path of this plugin, as Maven resolved it. */
    final Map<Path, String> artifacts() {
        Map<Path, String> artifacts = new LinkedHashMap<>();
        List<Artifact> resolved =
                execution.getMojoDescriptor().getPluginDescriptor().getArtifacts();
        for (Artifact artifact : resolved == null ? List.<Artifact>of() : resolved) {
            if (artifact.getFile() != null) {
                artifacts.put(
                        artifact.getFile().toPath().toAbsolutePath(),
                        artifact.getGroupId() + ":" + artifact.getArtifactId() + ":" + artifact.getVersion());
            }
        }
        return artifacts;
    }

    final HookLoader loader() {
        return new HookLoader(
                getClass().getClassLoader(),
                execution.getMojoDescriptor().getPluginDescriptor().getVersion());
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
            return work.apply(loader().load(names(), hookSettings()));
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    /**
     * What users set for hooks, and what contract:start provides to them. Late placeholders of which nothing is known stay.
     *
     * @throws ContractException if a value is wrong
     */
    final HookSettings hookSettings() {
        return hookSettings((name, value) -> Started.values(project).fillKnown(value));
    }

    /**
     * The same, for goals that cannot do without a value for each placeholder.
     *
     * @throws ContractException if there is none for one
     */
    final HookSettings filledHookSettings() {
        return hookSettings((name, value) -> filled("hookProperties/" + name, value));
    }

    /**
     * A text with what was started in place of late placeholders.
     *
     * @throws ContractException if there is nothing for one
     */
    final String filled(String parameter, String text) {
        try {
            return Started.values(project).fill(parameter, text);
        } catch (ServiceException e) {
            throw new ContractException(String.valueOf(e.getMessage()), e);
        }
    }

    private HookSettings hookSettings(BinaryOperator<String> filling) {
        Map<String, String> given = new LinkedHashMap<>(hookProperties == null ? Map.of() : hookProperties);
        database().forEach((name, value) -> {
            if (value != null && !value.isBlank()) {
                given.put(name, value);
            }
        });
        Map<String, String> properties = new LinkedHashMap<>();
        HookParameters.properties(given, session.getUserProperties())
                .forEach((name, value) -> properties.put(name, value == null ? "" : filling.apply(name, value)));
        HookSettings settings = new HookSettings(
                properties,
                Values.names(requiredHooks),
                HookParameters.scopes(hookScopes == null ? List.of() : hookScopes.all()));
        return Started.in(project).map(s -> settings.providing(s.provided())).orElse(settings);
    }

    private Map<String, @Nullable String> database() {
        Map<String, @Nullable String> database = new LinkedHashMap<>();
        database.put("database", this.database);
        database.put("databaseUrl", databaseUrl);
        database.put("databaseUser", databaseUser);
        database.put("databasePassword", databasePassword);
        database.put("databaseImage", databaseImage);
        database.put("allowExistingDatabase", allowExistingDatabase);
        database.put("strict", strict);
        return database;
    }
}
