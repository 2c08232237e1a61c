package io.contractcheck.check;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The line of a service's own code at which it failed, where an answer shows a stack. */
final class Frame {
    private static final int READ = 64 << 10;
    private static final Pattern JAVA = Pattern.compile("(?:\\bat|\\\\tat) (?:[\\w.@-]{0,80}/{1,2})?"
            + "((?:[\\w$]{1,80}\\.){1,20}[\\w$<>]{1,80})\\([\\w$]{1,80}\\.[a-z]{2,8}(:\\d{1,6})?\\)");
    private static final Pattern NODE = Pattern.compile(
            "(?:\\bat|\\\\tat) (?:[\\w.$<>\\[\\] ]{1,120} \\()?((?:file://)?/[^\\s():]{1,200}\\.[cm]?[jt]s:\\d{1,6})");
    private static final Pattern PYTHON =
            Pattern.compile("File \\\\?\"([^\"\\\\]{1,200})\\\\?\", line (\\d{1,6}), in ([\\w<>]{1,80})");
    private static final Pattern DOTNET = Pattern.compile(
            "(?:\\bat|\\\\tat) ((?:[\\w`+<>]{1,80}\\.){1,20}[\\w`<>.]{1,80})\\([^()\\n]{0,200}\\) in [^\\n]{1,200}:line (\\d{1,6})");

    /** What everybody's code runs in; which of its lines is the first differs from value to value. */
    private static final Pattern FOREIGN =
            Pattern.compile("(?:javax?|jakarta|jdk|sun|com\\.sun|kotlinx?|scala|clojure|groovy"
                    + "|com\\.fasterxml|com\\.google|com\\.zaxxer|com\\.mysql|org\\.springframework|org\\.hibernate|org\\.apache"
                    + "|org\\.eclipse|org\\.jboss|org\\.postgresql|org\\.h2|org\\.mariadb|org\\.glassfish|org\\.codehaus|io\\.netty"
                    + "|io\\.vertx|io\\.quarkus|io\\.smallrye|io\\.micronaut|io\\.undertow|io\\.ktor|reactor|akka|play)\\..*"
                    + "|.*(?:\\$\\$|\\$Proxy\\d|Lambda|GeneratedMethodAccessor|EnhancerBy).*");

    private Frame() {}

    /** As {@code Tags.first:31}. */
    static Optional<String> of(String answer) {
        String text = answer.substring(0, Math.min(answer.length(), READ));
        if (!text.contains("at ") && !text.contains("File ")) {
            return Optional.empty();
        }
        for (Matcher java = JAVA.matcher(text); java.find(); ) {
            if (!FOREIGN.matcher(java.group(1)).matches()) {
                String[] names = java.group(1).split("\\.");
                String line = java.group(2) == null ? "" : java.group(2);
                return Optional.of(names[names.length - 2] + "." + names[names.length - 1] + line);
            }
        }
        for (Matcher node = NODE.matcher(text); node.find(); ) {
            if (!node.group(1).contains("/node_modules/")) {
                return Optional.of(node.group(1));
            }
        }
        Optional<String> innermost = Optional.empty();
        for (Matcher python = PYTHON.matcher(text); python.find(); ) {
            if (!python.group(1).contains("/site-packages/")) {
                innermost = Optional.of(python.group(3) + " (" + python.group(1) + ":" + python.group(2) + ")");
            }
        }
        Matcher dotnet = DOTNET.matcher(text);
        return innermost.or(() -> dotnet.find()
                        && !List.of("System", "Microsoft")
                                .contains(dotnet.group(1).split("\\.")[0])
                ? Optional.of(dotnet.group(1) + ":" + dotnet.group(2))
                : Optional.empty());
    }
}
