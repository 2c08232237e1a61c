package io.contractcheck.hook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * What Maven put into a jar.
 *
 * @param builtAgainst the version of {@code contract-core}, if the pom has it among its own dependencies
 */
record MavenPom(String groupId, String artifactId, String version, Optional<String> builtAgainst) {
    private static final String GROUP = "io.contractcheck";

    String coordinates() {
        return groupId + ":" + artifactId + ":" + version;
    }

    /** From {@code pom.properties}, and {@code pom.xml} if it is there. */
    static Optional<MavenPom> read(InputStream properties, InputStream pom) throws IOException {
        Properties known = new Properties();
        known.load(properties);
        String groupId = known.getProperty("groupId");
        String artifactId = known.getProperty("artifactId");
        String version = known.getProperty("version");
        if (groupId == null || artifactId == null || version == null) {
            return Optional.empty();
        }
        // The modules of ContractCheck are released together
        Optional<String> builtAgainst =
                groupId.equals(GROUP) ? Optional.of(version) : core(pom.readAllBytes(), version);
        return Optional.of(new MavenPom(groupId, artifactId, version, builtAgainst));
    }

    private static Optional<String> core(byte[] pom, String own) {
        if (pom.length == 0) {
            return Optional.empty();
        }
        Element project;
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler()); // the default prints to the console
            project = builder.parse(new ByteArrayInputStream(pom)).getDocumentElement();
        } catch (ParserConfigurationException | SAXException | IOException e) {
            return Optional.empty();
        }
        return Stream.of(Optional.of(project), child(project, "dependencyManagement"))
                .flatMap(Optional::stream)
                .flatMap(e -> child(e, "dependencies").stream())
                .flatMap(e -> children(e, "dependency"))
                .filter(d -> text(d, "groupId").equals(Optional.of(GROUP))
                        && text(d, "artifactId").equals(Optional.of("contract-core")))
                .flatMap(d -> text(d, "version").stream())
                .flatMap(v -> resolved(v, project, own).stream())
                .findFirst();
    }

    private static Optional<String> resolved(String version, Element project, String own) {
        if (!version.startsWith("${")) {
            return Optional.of(version);
        }
        String name = version.substring(2, Math.max(2, version.length() - 1));
        return name.equals("project.version")
                ? Optional.of(own)
                : child(project, "properties").flatMap(p -> text(p, name)).filter(v -> !v.contains("${"));
    }

    private static Optional<String> text(Element parent, String name) {
        return child(parent, name).map(e -> e.getTextContent().trim());
    }

    private static Optional<Element> child(Element parent, String name) {
        return children(parent, name).findFirst();
    }

    private static Stream<Element> children(Element parent, String name) {
        return IntStream.range(0, parent.getChildNodes().getLength())
                .mapToObj(parent.getChildNodes()::item)
                .flatMap(node -> element(node, name).stream());
    }

    private static Optional<Element> element(@Nullable Node node, String name) {
        return node instanceof Element element && element.getTagName().equals(name)
                ? Optional.of(element)
                : Optional.empty();
    }
}
