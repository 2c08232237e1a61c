package io.contractcheck.regex;

import java.util.List;

/** Unicode's general categories by their long names. */
final class Categories {
    private static final List<String> NAMES = List.of(
            "letter=L",
            "cased_letter=LC",
            "uppercase_letter=Lu",
            "lowercase_letter=Ll",
            "titlecase_letter=Lt",
            "modifier_letter=Lm",
            "other_letter=Lo",
            "mark=M",
            "nonspacing_mark=Mn",
            "spacing_mark=Mc",
            "enclosing_mark=Me",
            "number=N",
            "decimal_number=Nd",
            "letter_number=Nl",
            "other_number=No",
            "punctuation=P",
            "symbol=S",
            "math_symbol=Sm",
            "currency_symbol=Sc",
            "separator=Z",
            "space_separator=Zs",
            "control=Cc",
            "format=Cf",
            "alphabetic=IsAlphabetic");

    private Categories() {}

    /** The name that java.util.regex knows it by. */
    static String shortName(String name) {
        String lower = name.toLowerCase(java.util.Locale.ROOT) + "=";
        return NAMES.stream()
                .filter(n -> n.startsWith(lower))
                .map(n -> n.substring(lower.length()))
                .findFirst()
                .orElse(name);
    }
}
