package io.contractcheck.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a service says went wrong.
 *
 * @param context the answer it says it in
 * @param said its words
 */
record ErrorText(CheckContext context, ErrorBody said) {
    private static final int SHOWN = 300;
    private static final int CAUSE = 160;
    private static final int MOST_COMPLAINTS = 50;
    private static final String NOTHING = "without a message";

    /**
     * One rule that the service says was broken.
     *
     * @param cause the words without what differs from request to request
     * @param text the words
     */
    record Complaint(String cause, String text) {
        /** Whether the words tell more than that something failed. */
        boolean telling() {
            return !Boilerplate.is(cause);
        }
    }

    static ErrorText of(CheckContext context) {
        return new ErrorText(context, ErrorBody.of(context.response()));
    }

    /** For a message: a line of its own with the service's words, or nothing if it has none or speaks of no error. */
    String line() {
        return line(said.words());
    }

    /** The same for other words of the service. */
    String line(String words) {
        String shown = Excerpt.of(words, SHOWN);
        return shown.isEmpty() || context.response().status() < 400 ? "" : "\nThe service said: " + shown;
    }

    /** Every rule that the service names, each once; a single one, perhaps without words, if it lists none. */
    List<Complaint> complaints() {
        Wording wording = Wording.of(context);
        Map<String, Complaint> complaints = new LinkedHashMap<>();
        for (FieldError field : entries(wording)) {
            String cause = Excerpt.of(field.general(wording), CAUSE);
            if (complaints.size() < MOST_COMPLAINTS && !cause.isEmpty()) {
                complaints.putIfAbsent(cause, new Complaint(cause, field.text()));
            }
        }
        if (complaints.isEmpty()) {
            List<String> heads = said.heads().stream().map(wording::general).toList();
            String cause = Excerpt.of(String.join(": ", Wording.telling(heads)), CAUSE);
            String text = String.join(": ", Wording.telling(said.heads()));
            return List.of(new Complaint(cause.isEmpty() ? NOTHING : cause, text));
        }
        return List.copyOf(complaints.values());
    }

    private List<FieldError> entries(Wording wording) {
        if (said.fields().isEmpty()) {
            return said.heads().stream()
                    .flatMap(head -> FieldError.listed(head, wording::declared).stream())
                    .toList();
        }
        List<FieldError> entries = new ArrayList<>();
        for (FieldError field : said.fields()) {
            List<FieldError> listed =
                    field.place().isEmpty() ? FieldError.listed(field.rule(), wording::declared) : List.of();
            entries.addAll(listed.isEmpty() ? List.of(field) : listed);
        }
        return entries;
    }

    /** Why it was answered, of an answer that has one reason. */
    Cause answer() {
        String words = cause();
        return Cause.of(context, words, !Boilerplate.is(words));
    }

    /** The same, with the place in the service's code, if it shows a stack. */
    Cause whole() {
        String words = cause();
        Optional<String> frame = Frame.of(said.text());
        return frame.isPresent()
                ? Cause.of(context, words + " at " + frame.get(), true)
                : Cause.of(context, words, !Boilerplate.is(words));
    }

    /** One cause for the whole answer: of several complaints the first by order, so that it is the same in other company. */
    String cause() {
        return complaints().stream()
                .map(Complaint::cause)
                .min(Comparator.naturalOrder())
                .orElse(NOTHING);
    }
}
