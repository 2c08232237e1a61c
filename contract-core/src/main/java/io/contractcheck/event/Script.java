package io.contractcheck.event;

import io.contractcheck.http.Curl;
import io.contractcheck.http.Exchange;
import io.contractcheck.http.Request;
import io.contractcheck.http.Response;
import io.contractcheck.json.Beginning;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Calls that follow from each other as a script for a POSIX shell with curl and jq: what a call brought is taken out of its answer anew. What
 * cannot be taken stays as it was, with a comment.
 */
final class Script {
    private static final int COMMENT = 200;
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_][A-Z0-9_]*)}");

    private final Prelude prelude;
    private final List<String> options;
    private final StringBuilder out = new StringBuilder();
    /** By call and how it is taken, the variables that hold what it brought. */
    private final Map<Integer, Map<Extraction, String>> variables = new LinkedHashMap<>();

    private final Set<String> names = new LinkedHashSet<>(List.of("HEADERS", "BODY"));

    private Script(Prelude prelude, List<String> options) {
        this.prelude = prelude;
        this.options = options;
    }

    /**
     * The script.
     *
     * @param operation of the failing call
     * @param failing the call that showed the failure
     * @param title of the failure
     * @param options for curl
     */
    static String of(Prelude prelude, String operation, Exchange failing, String title, List<String> options) {
        return new Script(prelude, options).write(operation, failing, title);
    }

    /** A request with variables, and what of it could not become one. */
    private record Step(Request request, List<String> literal) {}

    private String write(String operation, Exchange failing, String title) {
        List<Step> steps = new ArrayList<>();
        for (Prelude.Call call : prelude.calls()) {
            steps.add(step(call.operation(), call.exchange().request(), call.handed()));
        }
        steps.add(step(operation, failing.request(), prelude.handed()));
        line("#!/bin/sh");
        comment(operation + ": " + title);
        Set<String> given = given(steps);
        boolean jq = variables.values().stream()
                .flatMap(taken -> taken.keySet().stream())
                .anyMatch(how -> how.shell().contains("jq "));
        comment("Needs curl" + (jq ? " and jq" : "")
                + (given.isEmpty() ? "" : ", and these variables: " + String.join(", ", given)) + ".");
        line("set -u");
        line("HEADERS=$(mktemp) && BODY=$(mktemp) || exit 1");
        line("trap 'rm -f \"$HEADERS\" \"$BODY\"' EXIT");
        for (int i = 0; i < prelude.calls().size(); i++) {
            Prelude.Call call = prelude.calls().get(i);
            head(i, call.operation(), call.exchange().response(), steps.get(i), call.handed());
            List<String> quiet = new ArrayList<>(options);
            quiet.addAll(List.of("--silent", "--show-error", "--dump-header", "${HEADERS}", "--output", "${BODY}"));
            quiet.addAll(List.of("--write-out", "call " + (i + 1) + ": %{http_code}\\n"));
            line(Curl.line(steps.get(i).request(), quiet));
            variables.getOrDefault(i, Map.of()).forEach((how, name) -> line(how.command(name)));
        }
        head(
                prelude.calls().size(),
                operation + ", which fails",
                failing.response(),
                steps.get(steps.size() - 1),
                prelude.handed());
        List<String> shown = new ArrayList<>(options);
        shown.addAll(List.of("--silent", "--show-error", "--include"));
        out.append(Curl.line(steps.get(steps.size() - 1).request(), shown));
        return out.toString();
    }

    private void head(int index, String operation, Response response, Step step, List<Prelude.Handed> handed) {
        line("");
        byte[] body = response.content().orElse(new byte[0]);
        String said = new String(body, 0, Math.min(body.length, COMMENT), StandardCharsets.UTF_8);
        comment((index + 1) + ". " + operation + ": came back with "
                + (response.status() + " " + response.reason()).strip()
                + (said.isBlank() ? "" : ", " + said));
        handed.forEach(value -> comment("   " + value.describe()
                + (step.literal().contains(value.target()) ? ", which stays as it was in the run" : "")));
    }

    /** The request with a variable for each value that can be taken anew. */
    private Step step(String operation, Request request, List<Prelude.Handed> handed) {
        Request result = request;
        List<String> literal = new ArrayList<>();
        for (Prelude.Handed value : handed) {
            Optional<Request> with = Optional.empty();
            if (value.call() < prelude.calls().size()) {
                with = with(result, operation, value);
            }
            if (with.isEmpty() && !value.source().startsWith("$request.")) {
                literal.add(value.target());
            }
            result = with.orElse(result);
        }
        return new Step(result, literal);
    }

    private Optional<Request> with(Request request, String operation, Prelude.Handed value) {
        Exchange brought = prelude.calls().get(value.call()).exchange();
        Optional<Request> inherited = inherited(request, operation, value);
        return inherited.isPresent()
                ? inherited
                : Extraction.candidates(value.source(), brought).stream()
                        .map(how -> Slot.fill(
                                        request,
                                        operation,
                                        value.target(),
                                        how.value(),
                                        how.form(),
                                        "${" + name(value, how) + "}")
                                .map(filled -> {
                                    variables
                                            .computeIfAbsent(value.call(), c -> new LinkedHashMap<>())
                                            .putIfAbsent(how, name(value, how));
                                    names.add(name(value, how));
                                    return filled;
                                }))
                        .flatMap(Optional::stream)
                        .findFirst();
    }

    /** What the other call was sent itself comes from where that came from. */
    private Optional<Request> inherited(Request request, String operation, Prelude.Handed value) {
        if (!value.source().startsWith("$request.")) {
            return Optional.empty();
        }
        String target = value.source().substring("$request.".length()).replaceFirst("^body#", "body");
        return prelude.calls().get(value.call()).handed().stream()
                .filter(own -> own.target().equals(target) && own.call() < value.call())
                .findFirst()
                .flatMap(own -> with(request, operation, new Prelude.Handed(value.target(), own.call(), own.source())));
    }

    private String name(Prelude.Handed value, Extraction how) {
        String known = variables.getOrDefault(value.call(), Map.of()).get(how);
        if (known != null) {
            return known;
        }
        String last = value.target().replaceFirst(".*[./](?=[^./*]+$)", "");
        String plain = last.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                        .toUpperCase(Locale.ROOT)
                        .replaceAll("[^A-Z0-9_]", "_")
                + "_" + (value.call() + 1);
        String name = plain.matches("[A-Z_].*") ? plain : "_" + plain;
        while (names.contains(name)) {
            name += "_";
        }
        return name;
    }

    /** Variables that stand for secrets. */
    private Set<String> given(List<Step> steps) {
        Set<String> given = new LinkedHashSet<>();
        for (Step step : steps) {
            byte[] body = step.request().body();
            StringBuilder text = new StringBuilder(step.request().url());
            step.request().headers().forEach(h -> text.append('\n').append(h.value()));
            text.append('\n').append(body == null ? "" : new String(body, StandardCharsets.UTF_8));
            Matcher variable = VARIABLE.matcher(text);
            while (variable.find()) {
                given.add(variable.group(1));
            }
        }
        given.removeAll(names);
        return given;
    }

    private void line(String line) {
        out.append(line).append('\n');
    }

    /** In one line, whatever the service said. */
    private void comment(String text) {
        String plain = text.codePoints()
                .map(c ->
                        Character.isISOControl(c) || c == 0x2028 || c == 0x2029 || c >= 0xD800 && c <= 0xDFFF ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        line("# " + Beginning.of(plain, COMMENT * 2));
    }
}
