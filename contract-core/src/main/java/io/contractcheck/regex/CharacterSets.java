package io.contractcheck.regex;

/** The sets of code points that ECMA-262 section 22.2.2.9 names, and the folding of case. */
final class CharacterSets {
    static final Ranges DIGIT = Ranges.between('0', '9');
    static final Ranges WORD = Ranges.of('0', '9', 'A', 'Z', '_', '_', 'a', 'z');
    static final Ranges LINE_ENDS = Ranges.of('\n', '\n', '\r', '\r', 0x2028, 0x2029);
    static final Ranges BLANK = Ranges.of(
                    '\t', '\t', ' ', ' ', 0xA0, 0xA0, 0x1680, 0x1680, 0x2000, 0x200A, 0x202F, 0x202F, 0x205F, 0x205F)
            .or(Ranges.of(0x3000, 0x3000, 0xFEFF, 0xFEFF));
    static final Ranges SPACE = BLANK.or(Ranges.between('\t', '\r')).or(LINE_ENDS);
    static final Ranges DOT = LINE_ENDS.not();

    /** No case is folded above. */
    private static final int LAST_CASED = 0x1E943;

    private CharacterSets() {}

    /** With every code point that differs from a member by case alone. */
    static Ranges fold(Ranges set) {
        RangesBuilder folds = new RangesBuilder();
        for (int i = 0; i < set.parts(); i++) {
            for (int c = set.first(i); c <= Math.min(set.last(i), LAST_CASED); c++) {
                folds.add(fold(c), fold(c));
            }
        }
        Ranges folded = folds.build();
        return set.or(Ranges.where(0, LAST_CASED, c -> folded.contains(fold(c))));
    }

    /** Simple case folding, which leaves the two Turkish letters alone. */
    static int fold(int c) {
        return UnicodeTables.fold(c);
    }
}
