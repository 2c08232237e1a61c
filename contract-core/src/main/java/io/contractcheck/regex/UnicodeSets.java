package io.contractcheck.regex;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What <code>\p{…}</code> and <code>[:…:]</code> name: general categories, scripts, blocks and properties. */
final class UnicodeSets {
    /** Names of a category, and the categories of two letters it is made of. */
    private static final Map<String, List<String>> CATEGORIES = categories();

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
            case "Assigned" -> known(UnicodeTables.category("Cn")).not();
            case "Alphabetic", "Alpha" -> UnicodeTables.property("Alphabetic");
            case "Uppercase", "Upper" -> UnicodeTables.property("Uppercase");
            case "Lowercase", "Lower" -> UnicodeTables.property("Lowercase");
            case "White_Space", "space" ->
                CharacterSets.SPACE.and(Ranges.single(0xFEFF).not()).or(Ranges.single(0x85));
            case "ASCII_Hex_Digit", "AHex" -> posix("xdigit");
            case "Hex_Digit", "Hex" ->
                known(posix("xdigit")).or(Ranges.of(0xFF10, 0xFF19, 0xFF21, 0xFF26, 0xFF41, 0xFF46));
            case "Ideographic", "Ideo" -> UnicodeTables.property("Ideographic");
            case "ID_Start", "IDS", "XID_Start", "XIDS" -> UnicodeTables.property("ID_Start");
            case "ID_Continue", "IDC", "XID_Continue", "XIDC" -> UnicodeTables.property("ID_Continue");
            default -> null;
        };
    }

    private static @Nullable Ranges category(String name) {
        List<String> parts = CATEGORIES.get(name);
        if (parts == null) {
            return null;
        }
        Ranges all = Ranges.NONE;
        for (String part : parts) {
            all = all.or(known(UnicodeTables.category(part)));
        }
        return all;
    }

    private static @Nullable Ranges script(String name) {
        return UnicodeTables.script(name);
    }

    private static @Nullable Ranges block(String name) {
        return UnicodeTables.block(name);
    }

    private static Ranges known(@Nullable Ranges set) {
        return Objects.requireNonNull(set);
    }

    private static Map<String, List<String>> categories() {
        Map<String, List<String>> all = new LinkedHashMap<>();
        category(all, "Lu Uppercase_Letter", "Lu");
        category(all, "Ll Lowercase_Letter", "Ll");
        category(all, "Lt Titlecase_Letter", "Lt");
        category(all, "LC L& Cased_Letter", "Lu Ll Lt");
        category(all, "Lm Modifier_Letter", "Lm");
        category(all, "Lo Other_Letter", "Lo");
        category(all, "L Letter", "Lu Ll Lt Lm Lo");
        category(all, "Mn Nonspacing_Mark", "Mn");
        category(all, "Me Enclosing_Mark", "Me");
        category(all, "Mc Spacing_Mark", "Mc");
        category(all, "M Mark Combining_Mark", "Mn Me Mc");
        category(all, "Nd Decimal_Number digit", "Nd");
        category(all, "Nl Letter_Number", "Nl");
        category(all, "No Other_Number", "No");
        category(all, "N Number", "Nd Nl No");
        category(all, "Zs Space_Separator", "Zs");
        category(all, "Zl Line_Separator", "Zl");
        category(all, "Zp Paragraph_Separator", "Zp");
        category(all, "Z Separator", "Zs Zl Zp");
        category(all, "Cc Control cntrl", "Cc");
        category(all, "Cf Format", "Cf");
        category(all, "Co Private_Use", "Co");
        category(all, "Cs Surrogate", "Cs");
        category(all, "Cn Unassigned", "Cn");
        category(all, "C Other", "Cn Cc Cf Co Cs");
        category(all, "Pd Dash_Punctuation", "Pd");
        category(all, "Ps Open_Punctuation", "Ps");
        category(all, "Pe Close_Punctuation", "Pe");
        category(all, "Pc Connector_Punctuation", "Pc");
        category(all, "Po Other_Punctuation", "Po");
        category(all, "Pi Initial_Punctuation", "Pi");
        category(all, "Pf Final_Punctuation", "Pf");
        category(all, "P Punctuation punct", "Pd Ps Pe Pc Po Pi Pf");
        category(all, "Sm Math_Symbol", "Sm");
        category(all, "Sc Currency_Symbol", "Sc");
        category(all, "Sk Modifier_Symbol", "Sk");
        category(all, "So Other_Symbol", "So");
        category(all, "S Symbol", "Sm Sc Sk So");
        return all;
    }

    private static void category(Map<String, List<String>> all, String names, String parts) {
        for (String name : names.split(" ")) {
            all.put(name, List.of(parts.split(" ")));
        }
    }
}
