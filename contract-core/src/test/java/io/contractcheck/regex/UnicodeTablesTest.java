package io.contractcheck.regex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.Character.UnicodeBlock;
import java.lang.Character.UnicodeScript;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Makes the tables from a JDK that has Unicode 13.0, and holds the file to them. */
class UnicodeTablesTest {
    private static final int UNICODE_13 = 17;
    private static final String[] CATEGORIES = {
        "Cn", "Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Me", "Mc", "Nd", "Nl", "No", "Zs", "Zl", "Zp", "Cc", "Cf", "", "Co",
        "Cs", "Pd", "Ps", "Pe", "Pc", "Po", "Sm", "Sc", "Sk", "So", "Pi", "Pf"
    };
    private static final Map<String, String> OTHER_NAMES = otherNames();

    private static Map<String, String> otherNames() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("greek", "greekandcoptic");
        names.put("cyrillicsupplementary", "cyrillicsupplement");
        names.put("combiningmarksforsymbols", "combiningdiacriticalmarksforsymbols");
        return names;
    }

    private static void add(List<String> lines, String kind, String names, IntPredicate members) {
        StringJoiner ranges = new StringJoiner(" ");
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            if (members.test(c)) {
                int first = c;
                while (c < Character.MAX_CODE_POINT && members.test(c + 1)) {
                    c++;
                }
                ranges.add(hex(first) + (first == c ? "" : "-" + hex(c)));
            }
        }
        if (ranges.length() > 0) {
            lines.add(kind + "|" + names + "|" + ranges);
        }
    }

    private static String hex(int c) {
        return Integer.toHexString(c).toUpperCase(Locale.ROOT);
    }

    /** @param known where the four letters of scripts are taken from, which no JDK lists */
    private static List<String> made(String known) throws IllegalAccessException {
        List<String> lines = new ArrayList<>();
        lines.add("# Unicode 13.0: kind|names|ranges. Made by UnicodeTablesTest.");
        for (int type = 0; type < CATEGORIES.length; type++) {
            int wanted = type;
            if (!CATEGORIES[type].isEmpty()) {
                add(lines, "category", CATEGORIES[type], c -> Character.getType(c) == wanted);
            }
        }
        add(lines, "property", "Alphabetic", Character::isAlphabetic);
        add(lines, "property", "Uppercase", Character::isUpperCase);
        add(lines, "property", "Lowercase", Character::isLowerCase);
        add(lines, "property", "Ideographic", Character::isIdeographic);
        add(lines, "property", "ID_Start", Character::isUnicodeIdentifierStart);
        add(
                lines,
                "property",
                "ID_Continue",
                c -> Character.isUnicodeIdentifierPart(c) && !Character.isIdentifierIgnorable(c));
        Map<UnicodeScript, String> codes = new TreeMap<>();
        for (String line : known.lines().filter(l -> l.startsWith("script|")).toList()) {
            String[] names = line.split("\\|")[1].split(" ");
            if (names.length > 1) {
                codes.put(UnicodeScript.forName(names[1]), names[1]);
            }
        }
        Object[] scripts = each(UnicodeScript::of);
        Object[] blocks = each(UnicodeBlock::of);
        for (UnicodeScript script : UnicodeScript.values()) {
            String code = codes.get(script);
            String name = script.name().toLowerCase(Locale.ROOT);
            add(lines, "script", code == null ? name : name + " " + code, c -> scripts[c] == script);
        }
        for (Field field : UnicodeBlock.class.getFields()) {
            if (field.getType() == UnicodeBlock.class) {
                Object block = field.get(null);
                String name = field.getName().toLowerCase(Locale.ROOT).replace("_", "");
                String other = OTHER_NAMES.get(name);
                add(lines, "block", other == null ? name : name + " " + other, c -> blocks[c] == block);
            }
        }
        StringJoiner folds = new StringJoiner(" ");
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            int folded = Character.toLowerCase(Character.toUpperCase(c));
            // the two Turkish letters fold to nothing without knowing the language
            if (folded != c && c != 0x130 && c != 0x131) {
                folds.add(hex(c) + ":" + hex(folded));
            }
        }
        lines.add("fold||" + folds);
        return lines;
    }

    private static Object[] each(IntFunction<Object> property) {
        return IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .mapToObj(property)
                .toArray();
    }

    @Test
    void the_file_is_what_a_jdk_with_unicode_13_says() throws IOException, IllegalAccessException {
        assumeTrue(Runtime.version().feature() == UNICODE_13, "another JDK has another version of Unicode");
        try (InputStream file = Objects.requireNonNull(UnicodeTables.class.getResourceAsStream(UnicodeTables.FILE))) {
            String known = new String(file.readAllBytes(), StandardCharsets.US_ASCII);
            String made = String.join("\n", made(known)) + "\n";
            Files.writeString(Path.of("target", UnicodeTables.FILE), made);
            assertThat(known.equals(made))
                    .as("the file is as target/" + UnicodeTables.FILE)
                    .isTrue();
        }
    }

    @Test
    void categories_are_every_code_point_once() {
        int count = 0;
        for (String category : CATEGORIES) {
            if (!category.isEmpty()) {
                count +=
                        Objects.requireNonNull(UnicodeTables.category(category)).count();
            }
        }
        assertThat(count).isEqualTo(Character.MAX_CODE_POINT + 1);
    }

    /** U+1FAD7 and U+11F02 came with Unicode 14 and 15, U+A7CB with 16. */
    @ParameterizedTest
    @CsvSource({"1FAD7, So", "11F02, Lo", "A7CB, Lu", "10D50, Lu"})
    void what_later_versions_assign_is_unassigned_under_every_jdk(String hex, String laterCategory) {
        int c = Integer.parseInt(hex, 16);
        assertThat(Objects.requireNonNull(UnicodeTables.category("Cn")).contains(c))
                .isTrue();
        assertThat(EcmaPattern.compile("\\p{" + laterCategory + "}").find(Character.toString(c)))
                .isFalse();
        assertThat(EcmaPattern.compile("^\\P{Assigned}$").find(Character.toString(c)))
                .isTrue();
    }
}
