package io.contractcheck.check;

import io.contractcheck.http.MediaType;
import io.contractcheck.http.Response;
import io.contractcheck.openapi.MediaTypeContent;
import io.contractcheck.openapi.Operation;
import io.contractcheck.openapi.ResponseSpec;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Fails on a Content-Type that the document does not name for this status, or on content without one. Parameters and letter case do
 * not matter; documented ranges match what they include. Says nothing of answers that have no content.
 */
final class ContentTypeConformance implements Check {

    @Override
    public String name() {
        return "content_type_conformance";
    }

    @Override
    public Subject subject() {
        return Subject.VALID;
    }

    @Override
    public boolean concerns(Operation operation) {
        return Successes.all(
                operation,
                response -> response.content().stream()
                        .anyMatch(c -> MediaType.parse(c.mediaType()).isPresent()));
    }

    @Override
    public Verdict check(CheckContext context) {
        Optional<ResponseSpec> spec = Answers.documented(context);
        if (spec.isEmpty() || spec.get().content().isEmpty() || Answers.withoutContent(context)) {
            return Verdict.skipped();
        }
        List<MediaTypeContent> contents = spec.get().content();
        Response response = context.response();
        Optional<String> header = response.header("Content-Type").filter(h -> !h.isBlank());
        if (header.isEmpty()) {
            // an empty body has no type to tell (RFC 9110, section 8.3); whether it may be empty is the schema's matter
            return response.body().length == 0
                    ? Verdict.skipped()
                    : failed(
                            context,
                            spec.get(),
                            "none",
                            "Missing Content-Type",
                            "the answer has content, but no Content-Type");
        }
        Optional<MediaType> received = MediaType.parse(header.get());
        String shown = "Content-Type: " + Excerpt.of(header.get(), 200);
        if (received.isEmpty()) {
            return failed(
                    context, spec.get(), "malformed", "Malformed Content-Type", shown + ", which is no media type");
        }
        for (MediaTypeContent content : contents) {
            Optional<MediaType> documented = MediaType.parse(content.mediaType());
            if (documented.map(d -> d.covers(received.get())).orElse(true)) {
                // a documented name that is no media type promises nothing that could be broken
                return documented.isPresent() ? Verdict.passed() : Verdict.skipped();
            }
        }
        return failed(context, spec.get(), received.get().essence(), "Undocumented Content-Type", shown);
    }

    private Verdict failed(CheckContext context, ResponseSpec spec, String cause, String title, String came) {
        String names = spec.content().stream().map(MediaTypeContent::mediaType).collect(Collectors.joining(", "));
        String message = "For a " + context.response().status() + " answer the document promises " + names + " ("
                + Answers.content(spec) + ").\nWhat came: " + came + "."
                + ErrorText.of(context).line();
        return Verdict.of(List.of(context.failure(
                this,
                spec.status() + " " + cause,
                title,
                message,
                "Send a documented type, or document this one.",
                Severity.MEDIUM)));
    }
}
