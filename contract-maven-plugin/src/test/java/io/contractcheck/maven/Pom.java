package io.contractcheck.maven;

import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.ExecutionListener;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.PluginParameterExpressionEvaluator;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptorBuilder;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.crypto.DefaultSettingsDecrypter;
import org.codehaus.plexus.classworlds.ClassWorld;
import org.codehaus.plexus.component.configurator.BasicComponentConfigurator;
import org.codehaus.plexus.configuration.xml.XmlPlexusConfiguration;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.jspecify.annotations.Nullable;
import org.sonatype.plexus.components.sec.dispatcher.SecDispatcherException;

/** Fills mojos from a pom's configuration as Maven does, with the defaults of the plugin's own descriptor. */
final class Pom {
    private final MavenProject project;
    private @Nullable ExecutionListener listener;
    private @Nullable MavenSession session;
    private final Map<String, String> properties = new LinkedHashMap<>();
    private final List<Server> servers = new ArrayList<>();

    Pom(Path directory) {
        this.project = project(directory);
    }

    /** As {@code -Dname=value}. */
    Pom property(String name, String value) {
        properties.put(name, value);
        return this;
    }

    Pom server(Server server) {
        servers.add(server);
        return this;
    }

    /** A run goal, with a decrypter that turns {@code {text}} into {@code text}, and cannot decrypt {@code {wrong}}. */
    <T extends RunMojo> T run(T mojo, String goal, String configuration) {
        mojo.decrypter = new DefaultSettingsDecrypter(text -> {
            if (text.equals("{wrong}")) {
                throw new SecDispatcherException("the master password is another");
            }
            return text.startsWith("{") ? text.substring(1, text.length() - 1) : text;
        });
        return fill(mojo, goal, "<spec>api.yaml</spec>" + configuration);
    }

    <T> T fill(T mojo, String goal, String configuration) {
        try {
            MojoDescriptor descriptor = descriptor().getMojo(goal);
            MojoExecution execution = new MojoExecution(descriptor);
            Xpp3Dom dom = Xpp3Dom.mergeXpp3Dom(
                    parse("<configuration>" + configuration + "</configuration>"),
                    parse(descriptor.getMojoConfiguration().toString()));
            execution.setConfiguration(dom);
            MavenSession session = session();
            new BasicComponentConfigurator()
                    .configureComponent(
                            mojo,
                            new XmlPlexusConfiguration(dom),
                            new PluginParameterExpressionEvaluator(session, execution),
                            new ClassWorld("test", mojo.getClass().getClassLoader()).getRealm("test"));
            return mojo;
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private MavenSession session() {
        DefaultMavenExecutionRequest request = new DefaultMavenExecutionRequest();
        Properties user = new Properties();
        user.putAll(properties);
        request.setUserProperties(user);
        request.setSystemProperties(new Properties());
        request.setServers(servers);
        request.setExecutionListener(listener);
        @SuppressWarnings("deprecation")
        MavenSession session = new MavenSession(null, request, null, project);
        this.session = session;
        return session;
    }

    /** Told by Maven of what happens. */
    Pom listener(ExecutionListener other) {
        listener = other;
        return this;
    }

    /** Of the goal that was filled last. */
    MavenSession lastSession() {
        return Objects.requireNonNull(session);
    }

    /** Lives as long as the build, for all its goals. */
    MavenProject project() {
        return project;
    }

    private static MavenProject project(Path directory) {
        MavenProject project = new MavenProject();
        project.setFile(directory.resolve("pom.xml").toFile());
        Build build = new Build();
        build.setDirectory(directory.resolve("target").toString());
        build.setOutputDirectory(directory.resolve("target/classes").toString());
        build.setTestOutputDirectory(directory.resolve("target/test-classes").toString());
        project.setBuild(build);
        return project;
    }

    static PluginDescriptor descriptor() throws Exception {
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(Pom.class.getResourceAsStream("/META-INF/maven/plugin.xml")),
                StandardCharsets.UTF_8)) {
            return new PluginDescriptorBuilder().build(in);
        }
    }

    private static Xpp3Dom parse(String xml) throws Exception {
        return Xpp3DomBuilder.build(new StringReader(xml));
    }
}
