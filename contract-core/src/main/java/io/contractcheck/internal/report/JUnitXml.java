package io.contractcheck.internal.report;

import io.contractcheck.event.Doubt;
import io.contractcheck.event.LoggedCause;
import io.contractcheck.event.RunSummary;
import io.contractcheck.event.RunSummary.Finding;
import io.contractcheck.event.RunSummary.NotTested;
import io.contractcheck.event.RunSummary.OperationSummary;
import io.contractcheck.event.RunSummary.RunError;
import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** {@code junit.xml} in the form of Surefire's reports: a test case for each operation and check. */
final class JUnitXml implements Report {
    @Override
    public String name() {
        return "junit";
    }

    @Override
    public String file() {
        return "junit.xml";
    }

    /** One test case; kind is empty when it passed, otherwise failure, error or skipped. */
    private record Case(String operation, String name, Duration time, String kind, String message, String text) {}

    @Override
    public void write(RunSummary summary, Writer out) throws IOException {
        List<Case> cases = cases(summary);
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            xml.writeStartElement("testsuite");
            xml.writeAttribute(
                    "name",
                    clean(summary.started()
                            .map(s -> "ContractCheck: " + s.title())
                            .orElse("ContractCheck")));
            xml.writeAttribute("time", seconds(summary.elapsed().orElse(Duration.ZERO)));
            xml.writeAttribute("tests", Integer.toString(cases.size()));
            xml.writeAttribute("errors", count(cases, "error"));
            xml.writeAttribute("skipped", count(cases, "skipped"));
            xml.writeAttribute("failures", count(cases, "failure"));
            for (Case testCase : cases) {
                write(testCase, xml);
            }
            xml.writeCharacters("\n");
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private static List<Case> cases(RunSummary summary) {
        List<Case> cases = new ArrayList<>();
        summary.broken().ifPresent(b -> cases.add(new Case("ContractCheck", "run", Duration.ZERO, "error", b, b)));
        Map<Doubt.Kind, List<String>> doubts = summary.doubts().stream()
                .filter(Doubt::fails)
                .collect(Collectors.groupingBy(
                        Doubt::kind, LinkedHashMap::new, Collectors.mapping(Doubt::message, Collectors.toList())));
        doubts.forEach((kind, messages) -> cases.add(new Case(
                "ContractCheck",
                kind.id(),
                Duration.ZERO,
                "error",
                messages.get(0).lines().findFirst().orElse(""),
                String.join("\n\n", messages))));
        Map<List<String>, List<Finding>> found = new LinkedHashMap<>();
        summary.findings()
                .forEach(f -> found.computeIfAbsent(
                                List.of(f.id().operation(), f.id().check()), key -> new ArrayList<>())
                        .add(f));
        for (OperationSummary operation : summary.operations()) {
            Set<String> checks = new LinkedHashSet<>(operation.checks().keySet());
            Duration share =
                    checks.isEmpty() ? Duration.ZERO : operation.elapsed().dividedBy(checks.size());
            for (String check : checks) {
                List<String> key = List.of(operation.label(), check);
                cases.add(of(key, share, found.getOrDefault(key, List.of()), summary));
                found.remove(key);
            }
        }
        found.forEach((key, findings) -> cases.add(of(key, Duration.ZERO, findings, summary)));
        for (NotTested notTested : summary.notTested()) {
            cases.add(new Case(notTested.operation(), "not_tested", Duration.ZERO, "skipped", notTested.reason(), ""));
        }
        for (RunError error : summary.errors()) {
            cases.add(new Case(
                    error.operation().orElse("ContractCheck"),
                    "error",
                    Duration.ZERO,
                    "error",
                    error.message(),
                    error.message() + error.reproduce().map(r -> "\n" + r).orElse("")));
        }
        return cases;
    }

    private static Case of(List<String> key, Duration time, List<Finding> findings, RunSummary summary) {
        String operation = key.get(0);
        String check = key.get(1);
        if (findings.isEmpty()) {
            // What hooks kept from being reported has not passed
            String leftOut = summary.leftOut().stream()
                    .filter(l -> l.operation().equals(operation) && l.failure().startsWith(check + ": "))
                    .map(l -> "left out " + l.times() + " times by hook " + l.hook() + ": " + l.failure())
                    .collect(Collectors.joining("; "));
            return new Case(operation, check, time, leftOut.isEmpty() ? "" : "skipped", leftOut, "");
        }
        return new Case(
                operation,
                check,
                time,
                "failure",
                findings.stream().map(Finding::title).distinct().collect(Collectors.joining("; ")),
                findings.stream().map(f -> text(f, summary)).collect(Collectors.joining("\n\n")));
    }

    private static String text(Finding finding, RunSummary summary) {
        return finding.title()
                + (finding.occurrences() > 1 ? " (" + finding.occurrences() + " times)" : "")
                + finding.rootCause().map(logged -> rootCause(logged, summary)).orElse("")
                + "\n" + finding.message()
                + (finding.advice().isEmpty() ? "" : "\n" + finding.advice())
                + (finding.note().isEmpty() ? "" : "\nConfirmation: " + finding.note())
                + (finding.reproduce().isEmpty() ? "" : "\nReproduce with:\n" + finding.reproduce());
    }

    private static String rootCause(LoggedCause logged, RunSummary summary) {
        List<String> operations = summary
                .rootCauses()
                .getOrDefault(logged.cause().identity(), List.of())
                .stream()
                .map(f -> f.id().operation())
                .distinct()
                .toList();
        return "\n" + String.join("\n", logged.describe())
                + (operations.size() < 2
                        ? ""
                        : "\n" + logged.shared(operations.size()) + ": " + String.join(", ", operations));
    }

    private static void write(Case testCase, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testcase");
        xml.writeAttribute("name", clean(testCase.name));
        xml.writeAttribute("classname", clean(testCase.operation));
        xml.writeAttribute("time", seconds(testCase.time));
        if (!testCase.kind.isEmpty()) {
            xml.writeCharacters("\n    ");
            xml.writeStartElement(testCase.kind);
            xml.writeAttribute("message", clean(testCase.message));
            if (!testCase.kind.equals("skipped")) {
                xml.writeAttribute("type", clean(testCase.name));
            }
            xml.writeCharacters(clean(testCase.text));
            xml.writeEndElement();
            xml.writeCharacters("\n  ");
        }
        xml.writeEndElement();
    }

    private static String count(List<Case> cases, String kind) {
        return Long.toString(cases.stream().filter(c -> c.kind.equals(kind)).count());
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.3f", duration.toNanos() / 1e9);
    }

    /** XML 1.0, section 2.2, has no place for most control characters. */
    private static String clean(String text) {
        return text.codePoints()
                .map(c -> c == '\t'
                                || c == '\n'
                                || c == '\r'
                                || c >= 0x20 && c <= 0xD7FF
                                || c >= 0xE000 && c <= 0xFFFD
                                || c >= 0x10000
                        ? c
                        : 0xFFFD)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
