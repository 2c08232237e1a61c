package io.contractcheck.check;

import io.contractcheck.http.Header;
import io.contractcheck.http.MediaType;
import io.contractcheck.json.Json;
import io.contractcheck.json.JsonException;
import io.contractcheck.json.ReferenceException;
import io.contractcheck.openapi.HeaderSpec;
import io.contractcheck.openapi.Operation;
import io.contractcheck.openapi.ResponseSpec;
import io.contractcheck.schema.Schema;
import io.contractcheck.schema.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Fails when a header that the document promises for this status is missing, or its value breaks its schema, and on any header that is
 * none by RFC 9110, section 5, documented or not. Several lines of one field are one list (RFC 9110, section 5.2); a text that can be read
 * in several ways is fine if one of them is valid.
 */
final class ResponseHeadersConformance implements Check {
    private static final int EXCERPT = 300;
    private static final int MOST_BROKEN = 10;
    private static final String TOKEN_MARKS = "!#$%&'*+.^_`|~-";

    @Override
    public String name() {
        return "response_headers_conformance";
    }

    @Override
    public Subject subject() {
        return Subject.VALID;
    }

    @Override
    public boolean concerns(Operation operation) {
        return Successes.all(operation, response -> !response.headers().isEmpty());
    }

    @Override
    public Verdict check(CheckContext context) {
        if (Answers.malformed(context).isPresent()) {
            return Verdict.skipped();
        }
        List<Failure> failures = new ArrayList<>();
        for (Header header : context.response().headers()) {
            if (isNone(header) && failures.size() < MOST_BROKEN) {
                failures.add(none(context, header));
            }
        }
        Optional<ResponseSpec> spec = Answers.documented(context);
        if (spec.isEmpty() || spec.get().headers().isEmpty()) {
            return failures.isEmpty() ? Verdict.skipped() : Verdict.of(failures);
        }
        for (HeaderSpec header : spec.get().headers()) {
            List<String> lines = context.response().headers().stream()
                    .filter(h -> h.is(header.name()))
                    .map(Header::value)
                    .toList();
            if (!lines.isEmpty()) {
                judge(context, spec.get(), header, lines).ifPresent(failures::add);
            } else if (header.required()) {
                failures.add(context.failure(
                        this,
                        cause(spec.get(), header, "required"),
                        "Missing response header",
                        "For a " + context.response().status() + " answer the document promises the header "
                                + header.name() + " ("
                                + header.source().describe()
                                + ", required).\nWhat came: an answer without it.",
                        "Send the header, or do not require it.",
                        Severity.MEDIUM));
            }
        }
        return Verdict.of(failures);
    }

    private static boolean isNone(Header header) {
        return !isToken(header.name()) || hasControl(header.value());
    }

    /** RFC 9110, section 5.6.2. */
    private static boolean isToken(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
            if (!letter && !(c >= '0' && c <= '9') && TOKEN_MARKS.indexOf(c) < 0) {
                return false;
            }
        }
        return !name.isEmpty();
    }

    private static boolean hasControl(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' && c != '\t' || c == 0x7F) {
                return true;
            }
        }
        return false;
    }

    private Failure none(CheckContext context, Header header) {
        boolean name = !isToken(header.name());
        String shown = Excerpt.of(header.name(), 100);
        return context.failure(
                this,
                name ? "a name that is none" : "control characters in " + shown.toLowerCase(Locale.ROOT),
                "Response header that is none",
                name
                        ? "A header has the name '" + shown
                                + "', which is no token (RFC 9110, section 5.1). Many clients and proxies refuse such an answer."
                        : "The header " + shown
                                + " has control characters in its value, which RFC 9110, section 5.5 forbids."
                                + " Many clients and proxies refuse such an answer.\nWhat came: "
                                + Excerpt.of(header.value(), EXCERPT),
                "",
                Severity.MEDIUM);
    }

    private Optional<Failure> judge(CheckContext context, ResponseSpec spec, HeaderSpec header, List<String> lines) {
        if (header.schema().isEmpty()) {
            return Optional.empty();
        }
        try {
            List<Violation> violations = violations(header, header.schema().get(), lines);
            return violations.isEmpty()
                    ? Optional.empty()
                    : Optional.of(broken(
                            context,
                            spec,
                            header,
                            lines,
                            Distinct.of(violations).get(0)));
        } catch (JsonException e) {
            return Optional.of(context.failure(
                    this,
                    cause(spec, header, "json"),
                    "Response header is no JSON",
                    promise(context, header) + "\nWhat came: " + came(header, lines) + "\nIt is no JSON: "
                            + Excerpt.of(String.valueOf(e.getMessage()), EXCERPT),
                    "",
                    Severity.MEDIUM));
        } catch (ReferenceException e) {
            // the document's fault, and reported as such where the document is read
            return Optional.empty();
        }
    }

    private static List<Violation> violations(HeaderSpec header, Schema schema, List<String> lines) {
        String joined = String.join(", ", lines);
        if (header.mediaType().isPresent()) {
            boolean json = MediaType.parse(header.mediaType().get())
                    .map(MediaType::isJson)
                    .orElse(false);
            return json ? schema.validate(Json.received(joined)) : List.of();
        }
        HeaderText text = new HeaderText(header);
        List<Violation> violations = text.violations(schema, joined);
        boolean eachByItself = lines.size() > 1
                && lines.stream().allMatch(line -> text.violations(schema, line).isEmpty());
        return eachByItself ? List.of() : violations;
    }

    private Failure broken(
            CheckContext context, ResponseSpec spec, HeaderSpec header, List<String> lines, Violation violation) {
        String where = violation.instance().matches() ? "" : " at " + violation.instance();
        return context.failure(
                this,
                cause(spec, header, violation.keyword() + where(header, violation)),
                "Response header violates schema",
                promise(context, header) + "\nWhat came: " + came(header, lines) + "\nBroken rule" + where + ": "
                        + Excerpt.of(violation.message(), EXCERPT) + "\nThe rule: " + violation.schema(),
                "",
                Severity.MEDIUM);
    }

    private static String where(HeaderSpec header, Violation violation) {
        if (violation.instance().matches()) {
            return "";
        }
        Set<String> names = DeclaredNames.of(header.schema());
        return " at " + DeclaredNames.general(violation.instance(), names);
    }

    private static String promise(CheckContext context, HeaderSpec header) {
        return "The document describes the header " + header.name() + " of a "
                + context.response().status() + " answer (" + header.source().describe() + ").";
    }

    private static String came(HeaderSpec header, List<String> lines) {
        return header.name() + ": " + Excerpt.of(String.join(", ", lines), 200);
    }

    private static String cause(ResponseSpec spec, HeaderSpec header, String what) {
        return spec.status() + " " + header.name().toLowerCase(Locale.ROOT) + " " + what;
    }
}
