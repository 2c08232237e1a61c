package io.contractcheck.schema;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Strings (JSON Schema validation, section 6.3). Lengths are in code points. */
final class TextKeywords {
    private TextKeywords() {}

    static @Nullable Keyword of(Compiler.Part part) {
        return switch (part.name()) {
            case "minLength" -> shortest(part);
            case "maxLength" -> longest(part);
            case "pattern" -> pattern(part);
            default -> null;
        };
    }

    private static Keyword shortest(Compiler.Part part) {
        int least = Counts.of(part);
        return (value, evaluation, seen) -> !value.isTextual()
                || length(value.textValue()) >= least
                || part.fails(
                        evaluation,
                        () -> "must be at least " + Counts.of(least, "character") + " long, but is "
                                + Evaluation.show(value));
    }

    private static Keyword longest(Compiler.Part part) {
        int most = Counts.of(part);
        return (value, evaluation, seen) -> !value.isTextual()
                || length(value.textValue()) <= most
                || part.fails(
                        evaluation,
                        () -> "must be at most " + Counts.of(most, "character") + " long, but is "
                                + Evaluation.show(value) + " (" + length(value.textValue()) + ")");
    }

    private static @Nullable Keyword pattern(Compiler.Part part) {
        String source = part.value().textValue();
        Predicate<String> pattern = part.compiler().pattern(source, true, part.origin(), part.name());
        if (pattern == null) {
            return null;
        }
        return (value, evaluation, seen) -> !value.isTextual()
                || pattern.test(value.textValue())
                || part.fails(
                        evaluation, () -> "must match the pattern " + source + ", but is " + Evaluation.show(value));
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
