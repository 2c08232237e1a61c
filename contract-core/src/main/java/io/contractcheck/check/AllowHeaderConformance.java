package io.contractcheck.check;

import io.contractcheck.http.Header;
import io.contractcheck.openapi.Operation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Fails when the Allow header of an answer to OPTIONS names other methods than the document has on the path. HEAD, OPTIONS and TRACE, which
 * servers add for themselves, do not count; nor does an answer that is neither 2xx nor 405, or has no Allow (RFC 9110, section 10.2.1).
 */
final class AllowHeaderConformance implements Check {
    private static final List<String> OF_SERVERS = List.of("HEAD", "OPTIONS", "TRACE");

    @Override
    public String name() {
        return "allow_header_conformance";
    }

    @Override
    public Subject subject() {
        return Subject.METHOD;
    }

    /** No document promises that OPTIONS is answered with Allow, so that it is not missed. */
    @Override
    public boolean concerns(Operation operation) {
        return false;
    }

    @Override
    public Verdict check(CheckContext context) {
        int status = context.response().status();
        if (!context.exchange().request().method().equals("OPTIONS")
                || status / 100 != 2 && status != 405
                || Answers.malformed(context).isPresent()
                || context.response().header("Allow").isEmpty()) {
            return Verdict.skipped();
        }
        Set<String> allowed = allowed(context);
        if (allowed.contains("*")) {
            return Verdict.skipped();
        }
        Set<String> missing = new LinkedHashSet<>(context.operation().pathMethods());
        missing.removeAll(allowed);
        OF_SERVERS.forEach(missing::remove);
        Set<String> undocumented = new LinkedHashSet<>(allowed);
        undocumented.removeAll(context.operation().pathMethods());
        OF_SERVERS.forEach(undocumented::remove);
        if (!undocumented.isEmpty()) {
            OverlappingPaths.methods(context.operation()).forEach(undocumented::remove);
        }
        List<Failure> failures = new ArrayList<>();
        if (!missing.isEmpty()) {
            failures.add(failure(
                    context,
                    "missing " + String.join(", ", missing),
                    "Allow header leaves methods out",
                    "It leaves out " + String.join(", ", missing) + ".",
                    "Serve the documented methods and name them in Allow, or take them out of the document."));
        }
        if (!undocumented.isEmpty()) {
            String names = undocumented.stream().map(m -> Excerpt.of(m, 40)).collect(Collectors.joining(", "));
            failures.add(failure(
                    context,
                    "undocumented " + names,
                    "Allow header names undocumented methods",
                    "It names " + names + ", which the document does not have there.",
                    "Document the methods, or do not serve them."));
        }
        return Verdict.of(failures);
    }

    private static Set<String> allowed(CheckContext context) {
        return context.response().headers().stream()
                .filter(h -> h.is("Allow"))
                .map(Header::value)
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(name -> name.trim().toUpperCase(Locale.ROOT))
                .filter(name -> !name.isEmpty())
                .sorted()
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Failure failure(CheckContext context, String cause, String title, String what, String advice) {
        String message = "The document has "
                + String.join(", ", context.operation().pathMethods()) + " on "
                + context.operation().path() + ".\nWhat came for OPTIONS: Allow: "
                + Excerpt.of(
                        context.response().headers().stream()
                                .filter(h -> h.is("Allow"))
                                .map(Header::value)
                                .collect(Collectors.joining(", ")),
                        200)
                + "\n" + what;
        return context.failure(this, cause, title, message, advice, Severity.MEDIUM);
    }
}
