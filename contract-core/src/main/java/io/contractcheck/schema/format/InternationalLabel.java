package io.contractcheck.schema.format;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Locale;

/** One label of an internationalized host name: the rules of RFC 5891, section 5.4 and RFC 5892, as far as they need no tables. */
final class InternationalLabel {
    private InternationalLabel() {}

    /** Whether a label of ASCII that claims to be an encoded one is; any other is. */
    static boolean encoded(String label) {
        if (!label.regionMatches(true, 0, "xn--", 0, 4)) {
            return true;
        }
        String decoded = Punycode.decode(label.substring(4).toLowerCase(Locale.ROOT));
        return decoded != null && decoded.chars().anyMatch(c -> c >= 0x80) && valid(decoded);
    }

    static boolean valid(String label) {
        int[] points = label.codePoints().toArray();
        if (points.length == 0
                || label.startsWith("-")
                || label.endsWith("-")
                || label.length() > 3 && label.startsWith("--", 2)
                || mark(points[0])
                || !Normalizer.isNormalized(label, Normalizer.Form.NFC)) {
            return false;
        }
        for (int i = 0; i < points.length; i++) {
            if (!allowed(points, i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean mark(int point) {
        int type = Character.getType(point);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    private static boolean allowed(int[] points, int i) {
        int before = i == 0 ? -1 : points[i - 1];
        int after = i == points.length - 1 ? -1 : points[i + 1];
        return switch (points[i]) {
            case 0xB7 -> before == 'l' && after == 'l';
            case 0x375 -> after >= 0 && UnicodeScript.of(after) == UnicodeScript.GREEK;
            case 0x5F3, 0x5F4 -> before >= 0 && UnicodeScript.of(before) == UnicodeScript.HEBREW;
            case 0x30FB -> japanese(points);
            case 0x200C, 0x200D -> virama(before) || points[i] == 0x200C && joins(before, after);
            case 0x640, 0x7FA, 0x302E, 0x302F, 0x303B -> false;
            case 0x3031, 0x3032, 0x3033, 0x3034, 0x3035 -> false;
            default -> digits(points, points[i]);
        };
    }

    /** Katakana's middle dot needs company of the Japanese scripts. */
    private static boolean japanese(int[] points) {
        for (int point : points) {
            UnicodeScript script = UnicodeScript.of(point);
            if (point != 0x30FB
                    && (script == UnicodeScript.HIRAGANA
                            || script == UnicodeScript.KATAKANA
                            || script == UnicodeScript.HAN)) {
                return true;
            }
        }
        return false;
    }

    private static boolean virama(int point) {
        return point >= 0 && String.valueOf(Character.getName(point)).endsWith("SIGN VIRAMA");
    }

    private static boolean joins(int before, int after) {
        return before >= 0
                && after >= 0
                && UnicodeScript.of(before) == UnicodeScript.ARABIC
                && UnicodeScript.of(after) == UnicodeScript.ARABIC;
    }

    /** The two sets of Arabic digits do not mix. */
    private static boolean digits(int[] points, int point) {
        boolean arabic = point >= 0x660 && point <= 0x669;
        boolean extended = point >= 0x6F0 && point <= 0x6F9;
        for (int other : points) {
            if (arabic && other >= 0x6F0 && other <= 0x6F9 || extended && other >= 0x660 && other <= 0x669) {
                return false;
            }
        }
        return true;
    }
}
