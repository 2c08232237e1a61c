package io.contractcheck.generate;

import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
    private static final List<String> CAPITALS = WORDS.stream()
            .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
            .toList();
    private static final List<String> PLAIN =
            Stream.of(WORDS, CAPITALS, WORDS).flatMap(List::stream).toList();
    private static final List<String> BEGINNINGS =
            WORDS.stream().map(word -> word + " ").toList();
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";
    private static final String ALNUM = LETTERS + "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private static final char[] LOWER_CASE = LETTERS.toCharArray();
    private static final List<String> NUMBERS =
            IntStream.range(0, 100).mapToObj(Integer::toString).toList();
    /** Random bits that choose one letter, so that four come of one draw. */
    private static final int BITS = 16;

    private final Stock words;
    /** The same with a space behind. */
    private final Stock beginnings;
    /** The same, now and then with a capital. */
    private final Stock plain;

    private final Stock worldly;
    private final Stock quoted;
    private final Stock numbers;
    private final char[] filler;
    private final char[] alnum;
    private final boolean readable;

    /** Texts with what is not allowed left out, and their lengths in code points. */
    private record Stock(String[] texts, int[] lengths) {
        static Stock of(List<String> all, IntPredicate allowed) {
            String[] texts = new String[all.size()];
            int[] lengths = new int[texts.length];
            for (int i = 0; i < texts.length; i++) {
                String text = all.get(i);
                if (isAscii(text, allowed)) {
                    texts[i] = text;
                    lengths[i] = text.length();
                    continue;
                }
                int[] kept = text.codePoints().filter(allowed).toArray();
                texts[i] = new String(kept, 0, kept.length);
                lengths[i] = kept.length;
            }
            return new Stock(texts, lengths);
        }

        private static boolean isAscii(String text, IntPredicate allowed) {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c > '~' || !allowed.test(c)) {
                    return false;
                }
            }
            return true;
        }
    }

    PlainText(IntPredicate allowed) {
        this.words = Stock.of(WORDS, allowed);
        this.beginnings = Stock.of(BEGINNINGS, allowed);
        this.plain = Stock.of(PLAIN, allowed);
        this.worldly = Stock.of(WORLDLY, allowed);
        this.quoted = Stock.of(QUOTED, allowed);
        this.numbers = Stock.of(NUMBERS, allowed);
        char[] letters = chars(LETTERS.codePoints().filter(allowed));
        char[] mixed = chars(ALNUM.codePoints().filter(allowed));
        char[] other = mixed.length > 0
                ? mixed
                : chars(IntStream.range(0x20, 0x500).filter(allowed).limit(64));
        this.readable = IntStream.rangeClosed(' ', '~').allMatch(allowed);
        this.filler = letters.length > 0 ? letters : other;
        this.alnum = mixed.length > 0 ? mixed : other;
    }

    /** Whether every text has the length that is asked for; else there is nothing to make texts of. */
    boolean sure() {
        return filler.length > 0;
    }

    /** Whether all of ASCII but its controls is allowed. */
    boolean readable() {
        return readable;
    }

    /** A text of at least {@code min} and at most {@code max} code points, all of them allowed. */
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
            return two(beginnings, words, min, max, random);
        }
        if (kind < 82) {
            return one(worldly, min, max, random);
        }
        if (kind < 88) {
            return one(quoted, min, max, random);
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
        return random.nextInt(4) == 0 ? two(words, numbers, min, max, random) : one(plain, min, max, random);
    }

    private String one(Stock stock, int min, int max, Random random) {
        int i = random.nextInt(stock.texts.length);
        return fit(stock.texts[i], stock.lengths[i], min, max, random);
    }

    private String two(Stock first, Stock second, int min, int max, Random random) {
        int i = random.nextInt(first.texts.length);
        int j = random.nextInt(second.texts.length);
        String text = first.texts[i].concat(second.texts[j]);
        return fit(text, first.lengths[i] + second.lengths[j], min, max, random);
    }

    private String fit(String text, int length, int min, int max, Random random) {
        if (length > max) {
            return text.substring(0, text.offsetByCodePoints(0, max));
        }
        int shortest = Math.max(min, Math.min(1, max));
        return length >= shortest ? text : text + letters(filler, shortest - length, random);
    }

    static String pick(List<String> texts, Random random) {
        return texts.get(random.nextInt(texts.size()));
    }

    private static String letters(char[] pool, int length, Random random) {
        if (length <= 0 || pool.length == 0) {
            return "";
        }
        char[] text = new char[length];
        for (int i = 0; i < length; ) {
            long bits = random.nextLong();
            for (int end = Math.min(length, i + Long.SIZE / BITS); i < end; i++, bits >>>= BITS) {
                text[i] = pool[(int) ((bits & (1 << BITS) - 1) * pool.length >>> BITS)];
            }
        }
        return new String(text);
    }

    /** One char each: what is given here ends far below the code points that need two. */
    private static char[] chars(IntStream points) {
        return points.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .toCharArray();
    }

    /** Lower-case letters, for the parts of formats. */
    static String letters(int length, Random random) {
        return letters(LOWER_CASE, length, random);
    }
}
