package io.contractcheck.corpus;

/** ECMA-262 patterns for {@link java.util.regex.Pattern}, as far as their words differ. */
final class JavaPattern {
    private JavaPattern() {}

    /**
     * The same pattern, where {@code $} is only the very end, and brackets and ampersands in classes are plain characters.
     *
     * @param foreign whether words that ECMA-262 does not have are left what they are in Java
     */
    static String of(String ecma, boolean foreign) {
        StringBuilder java = new StringBuilder();
        boolean inClass = false;
        for (int i = 0; i < ecma.length(); i++) {
            char c = ecma.charAt(i);
            if (c == '\\' && i + 1 < ecma.length()) {
                char next = ecma.charAt(++i);
                if ("AZzpP".indexOf(next) >= 0) {
                    boolean known = ecma.substring(i + 1).matches("(?s)\\{[A-Z][a-z]?}.*");
                    java.append(foreign || known ? "\\" : "").append(next);
                } else if (next == 's') {
                    java.append(inClass ? "\\s\\x{A0}\\x{FEFF}\\p{Z}" : "[\\s\\x{A0}\\x{FEFF}\\p{Z}]");
                } else if (next == 'S' && !inClass) {
                    java.append("[^\\s\\x{A0}\\x{FEFF}\\p{Z}]");
                } else if (next == '/' || next == '-' || !Character.isLetterOrDigit(next)) {
                    java.append('\\').append(next);
                } else {
                    java.append(c).append(next);
                }
            } else if (inClass) {
                inClass = c != ']';
                java.append(c == '[' || c == '&' ? "\\" : "").append(c);
            } else if (c == '$') {
                java.append("(?![\\s\\S])");
            } else if (c == '.') {
                java.append("[^\\n\\r\\u2028\\u2029]");
            } else if (c == '[') {
                inClass = true;
                if (ecma.startsWith("[^]", i)) {
                    java.append("[\\s\\S]");
                    i += 2;
                    inClass = false;
                } else {
                    java.append(c);
                    if (ecma.startsWith("^", i + 1)) {
                        java.append('^');
                        i++;
                    }
                }
            } else {
                java.append(c);
            }
        }
        return java.toString();
    }
}
