package io.contractcheck.regex;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** What <code>\p{…}</code> and <code>[:…:]</code> name: general categories, scripts, blocks and properties, by the tables of the running JDK. */
final class UnicodeSets {
    /** Names of a category, then the values of {@link Character#getType} it is made of. */
    private static final Map<String, int[]> CATEGORIES = categories();

    private UnicodeSets() {}

    /** What stands between the braces, or null if it names nothing known. */
    static @Nullable Ranges property(String text) {
        if (text.startsWith("^")) {
            Ranges set = property(text.substring(1));
            return set == null ? null : set.not();
        }
        int equals = text.indexOf('=');
        if (equals < 0) {
            return named(text);
        }
        String value = text.substring(equals + 1);
        return switch (text.substring(0, equals)) {
            case "General_Category", "gc", "general_category" -> category(value);
            case "Script", "sc", "Script_Extensions", "scx", "script", "IsScript" -> script(value);
            case "block", "blk", "Block" -> block(value);
            default -> null;
        };
    }

    /** A class of POSIX, which is ASCII here as in Java; null if there is none of that name. */
    static @Nullable Ranges posix(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "alpha" -> Ranges.of('A', 'Z', 'a', 'z');
            case "alnum" -> Ranges.of('0', '9', 'A', 'Z', 'a', 'z');
            case "digit" -> CharacterSets.DIGIT;
            case "upper" -> Ranges.between('A', 'Z');
            case "lower" -> Ranges.between('a', 'z');
            case "space" -> Ranges.of('\t', '\r', ' ', ' ');
            case "blank" -> Ranges.of('\t', '\t', ' ', ' ');
            case "punct" -> Ranges.of('!', '/', ':', '@', '[', '`', '{', '~');
            case "xdigit" -> Ranges.of('0', '9', 'A', 'F', 'a', 'f');
            case "graph" -> Ranges.between('!', '~');
            case "print" -> Ranges.between(' ', '~');
            case "cntrl" -> Ranges.of(0, 31, 127, 127);
            case "ascii" -> Ranges.between(0, 127);
            case "word" -> CharacterSets.WORD;
            default -> null;
        };
    }

    private static @Nullable Ranges named(String name) {
        Ranges set = category(name);
        if (set == null) {
            set = binary(name);
        }
        if (set == null) {
            set = posix(name);
        }
        if (set == null) {
            set = script(name);
        }
        if (set == null && name.length() > 2) {
            String rest = name.substring(2);
            if (name.startsWith("Is")) {
                set = named(rest);
            } else if (name.startsWith("In")) {
                set = block(rest);
            }
        }
        return set;
    }

    private static @Nullable Ranges binary(String name) {
        return switch (name) {
            case "Any" -> Ranges.CODE_POINTS;
            case "Assigned" -> where(Character::isDefined);
            case "Alphabetic", "Alpha" -> where(Character::isAlphabetic);
            case "Uppercase", "Upper" -> where(Character::isUpperCase);
            case "Lowercase", "Lower" -> where(Character::isLowerCase);
            case "White_Space", "space" ->
                CharacterSets.SPACE.and(Ranges.single(0xFEFF).not()).or(Ranges.single(0x85));
            case "ASCII_Hex_Digit", "AHex" -> posix("xdigit");
            case "Hex_Digit", "Hex" ->
                where(c -> Character.digit(c, 16) >= 0 && (c < 128 || c >= 0xFF10 && c <= 0xFF46));
            case "Ideographic", "Ideo" -> where(Character::isIdeographic);
            case "ID_Start", "IDS", "XID_Start", "XIDS" ->
                where(c -> Character.isUnicodeIdentifierStart(c) && !Character.isIdentifierIgnorable(c));
            case "ID_Continue", "IDC", "XID_Continue", "XIDC" ->
                where(c -> Character.isUnicodeIdentifierPart(c) && !Character.isIdentifierIgnorable(c));
            default -> null;
        };
    }

    private static @Nullable Ranges category(String name) {
        int[] types = CATEGORIES.get(name);
        if (types == null) {
            return null;
        }
        return where(c -> {
            int type = Character.getType(c);
            for (int wanted : types) {
                if (type == wanted) {
                    return true;
                }
            }
            return false;
        });
    }

    private static @Nullable Ranges script(String name) {
        try {
            Character.UnicodeScript script = Character.UnicodeScript.forName(name);
            return where(c -> Character.UnicodeScript.of(c) == script);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static @Nullable Ranges block(String name) {
        try {
            Character.UnicodeBlock block = Character.UnicodeBlock.forName(name);
            return where(c -> block.equals(Character.UnicodeBlock.of(c)));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static Ranges where(IntPredicate test) {
        return Ranges.where(0, Character.MAX_CODE_POINT, test);
    }

    private static Map<String, int[]> categories() {
        Map<String, int[]> all = new LinkedHashMap<>();
        category(all, "Lu Uppercase_Letter", 1);
        category(all, "Ll Lowercase_Letter", 2);
        category(all, "Lt Titlecase_Letter", 3);
        category(all, "LC L& Cased_Letter", 1, 2, 3);
        category(all, "Lm Modifier_Letter", 4);
        category(all, "Lo Other_Letter", 5);
        category(all, "L Letter", 1, 2, 3, 4, 5);
        category(all, "Mn Nonspacing_Mark", 6);
        category(all, "Me Enclosing_Mark", 7);
        category(all, "Mc Spacing_Mark", 8);
        category(all, "M Mark Combining_Mark", 6, 7, 8);
        category(all, "Nd Decimal_Number digit", 9);
        category(all, "Nl Letter_Number", 10);
        category(all, "No Other_Number", 11);
        category(all, "N Number", 9, 10, 11);
        category(all, "Zs Space_Separator", 12);
        category(all, "Zl Line_Separator", 13);
        category(all, "Zp Paragraph_Separator", 14);
        category(all, "Z Separator", 12, 13, 14);
        category(all, "Cc Control cntrl", 15);
        category(all, "Cf Format", 16);
        category(all, "Co Private_Use", 18);
        category(all, "Cs Surrogate", 19);
        category(all, "Cn Unassigned", 0);
        category(all, "C Other", 0, 15, 16, 18, 19);
        category(all, "Pd Dash_Punctuation", 20);
        category(all, "Ps Open_Punctuation", 21);
        category(all, "Pe Close_Punctuation", 22);
        category(all, "Pc Connector_Punctuation", 23);
        category(all, "Po Other_Punctuation", 24);
        category(all, "Pi Initial_Punctuation", 29);
        category(all, "Pf Final_Punctuation", 30);
        category(all, "P Punctuation punct", 20, 21, 22, 23, 24, 29, 30);
        category(all, "Sm Math_Symbol", 25);
        category(all, "Sc Currency_Symbol", 26);
        category(all, "Sk Modifier_Symbol", 27);
        category(all, "So Other_Symbol", 28);
        category(all, "S Symbol", 25, 26, 27, 28);
        return all;
    }

    private static void category(Map<String, int[]> all, String names, int... types) {
        for (String name : names.split(" ")) {
            all.put(name, types);
        }
    }
}
