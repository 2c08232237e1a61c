package io.contractcheck.learn.error;

import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.Stream;

/** Sentences of validators, whichever framework carries them: the first that is found speaks. */
final class Words {
    private static final int READ = 2000;

    private static final List<Phrase> ALL = Stream.of(
                    BeanValidation.PHRASES,
                    Python.PHRASES,
                    Php.PHRASES,
                    Ruby.PHRASES,
                    DotNet.PHRASES,
                    JavaScript.PHRASES)
            .flatMap(List::stream)
            .toList();

    private Words() {}

    /** What a text says of a value that is taken; nothing if it says nothing that is known. */
    static List<Claim> claims(String text) {
        String read = text.substring(0, Math.min(text.length(), READ));
        for (Phrase phrase : ALL) {
            Matcher found = phrase.sentence().matcher(read);
            if (found.find()) {
                try {
                    return phrase.claims().apply(found);
                } catch (ArithmeticException | NumberFormatException e) {
                    return List.of();
                }
            }
        }
        return List.of();
    }
}
