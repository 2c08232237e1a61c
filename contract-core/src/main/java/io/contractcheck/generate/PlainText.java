package io.contractcheck.generate;

import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Texts without a form: mostly short and readable, now and then what breaks careless code. */
final class PlainText {
    static final List<String> WORDS = List.of(
            "alpha", "river", "green", "lamp", "north", "stone", "paper", "cloud", "maple", "orbit", "delta", "pixel",
            "amber", "coral", "harbor", "meadow", "violet", "copper", "winter", "bridge");

    private static final List<String> WORLDLY = List.of(
            "Zoë", "Äpfel", "naïve", "Łódź", "smørrebrød", "日本語", "Привет", "مرحبا", "한국", "🙂", "👩‍🚀 ok", "e\u0301");
    private static final List<String> QUOTED = List.of(
            "O'Brien",
            "\"quoted\"",
            "a,b;c",
            "50% off",
            "x & y",
            "<b>",
            "back\\slash",
            "tab\there",
            "#1",
            "a+b=c",
            "two  spaces");
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";
    private static final String ALNUM = LETTERS + "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    private final IntPredicate allowed;
    private final int[] filler;
    private final int[] alnum;

    PlainText(IntPredicate allowed) {
        this.allowed = allowed;
        int[] letters = LETTERS.codePoints().filter(allowed).toArray();
        int[] mixed = ALNUM.codePoints().filter(allowed).toArray();
        int[] other = mixed.length > 0
                ? mixed
                : IntStream.range(0x20, 0x500).filter(allowed).limit(64).toArray();
        this.filler = letters.length > 0 ? letters : other;
        this.alnum = mixed.length > 0 ? mixed : other;
    }

    String next(Random random, int min, int max) {
        int kind = random.nextInt(100);
        if (kind < 44) {
            return word(random, min, max);
        }
        if (kind < 62) {
            int most = Math.min(max, min + 12);
            return letters(alnum, min + random.nextInt(most - min + 1), random);
        }
        if (kind < 74) {
            return fit(pick(WORDS, random) + " " + pick(WORDS, random), min, max, random);
        }
        if (kind < 82) {
            return fit(pick(WORLDLY, random), min, max, random);
        }
        if (kind < 88) {
            return fit(pick(QUOTED, random), min, max, random);
        }
        if (kind < 91) {
            return letters(filler, min, random);
        }
        // Lengths up to the bound, or beyond the usual column where there is none: what is stored too narrowly breaks
        // here
        int most = Math.min(max, Math.max(min, 1024));
        return letters(alnum, kind < 94 ? most : min + random.nextInt(Math.min(most - min, 256) + 1), random);
    }

    /** A readable word, cut or stretched to length. */
    String word(Random random, int min, int max) {
        String word = pick(WORDS, random);
        int kind = random.nextInt(4);
        if (kind == 0) {
            word = Character.toUpperCase(word.charAt(0)) + word.substring(1);
        } else if (kind == 1) {
            word = word + random.nextInt(100);
        }
        return fit(word, min, max, random);
    }

    private String fit(String text, int min, int max, Random random) {
        String cut = text.length() <= max && allAllowed(text) ? text : cut(text, max);
        int shortest = Math.max(min, Math.min(1, max));
        if (cut.length() >= 2 * shortest) {
            return cut;
        }
        int length = cut.codePointCount(0, cut.length());
        return length >= shortest ? cut : cut + letters(filler, shortest - length, random);
    }

    private boolean allAllowed(String text) {
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (!allowed.test(c)) {
                return false;
            }
            i += Character.charCount(c);
        }
        return true;
    }

    private String cut(String text, int max) {
        int[] kept = text.codePoints().filter(allowed).limit(max).toArray();
        return new String(kept, 0, kept.length);
    }

    static String pick(List<String> texts, Random random) {
        return texts.get(random.nextInt(texts.size()));
    }

    private static String letters(int[] pool, int length, Random random) {
        if (pool.length == 0) {
            return "";
        }
        // one char each: pools end far below those that need two
        char[] text = new char[Math.max(0, length)];
        for (int i = 0; i < text.length; i++) {
            text[i] = (char) pool[random.nextInt(pool.length)];
        }
        return new String(text);
    }

    /** Lower-case letters, for the parts of formats. */
    static String letters(int length, Random random) {
        StringBuilder text = new StringBuilder(Math.max(0, length));
        for (int i = 0; i < length; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }
}
