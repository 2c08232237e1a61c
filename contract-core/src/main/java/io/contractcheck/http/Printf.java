package io.contractcheck.http;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Bytes as a printf command of a POSIX shell, where {@code ${NAME}} is left for the shell to fill in. */
final class Printf {
    private static final Pattern SPECIAL = Pattern.compile("\\$\\{([A-Z_][A-Z0-9_]*)}|0{1000,}");

    private Printf() {}

    static String of(byte[] bytes) {
        String latin = new String(bytes, StandardCharsets.ISO_8859_1);
        StringBuilder format = new StringBuilder("printf '");
        StringBuilder arguments = new StringBuilder();
        Matcher special = SPECIAL.matcher(latin);
        int from = 0;
        while (special.find()) {
            octal(format, latin.substring(from, special.start()));
            String variable = special.group(1);
            if (variable == null) {
                format.append("%0").append(special.group().length()).append('d');
                arguments.append(" 0");
            } else {
                format.append("%s");
                arguments.append(" \"$").append(variable).append('"');
            }
            from = special.end();
        }
        octal(format, latin.substring(from));
        return format.append('\'').append(arguments).toString();
    }

    private static void octal(StringBuilder format, String latin) {
        for (char c : latin.toCharArray()) {
            boolean first = format.charAt(format.length() - 1) == '\'';
            if (c == '%') {
                format.append("%%");
            } else if (c == '\r') {
                format.append("\\r");
            } else if (c == '\n') {
                format.append("\\n");
            } else if (c < ' ' || c > '~' || c == '\'' || c == '\\' || c == '-' && first) {
                format.append(String.format("\\%03o", (int) c));
            } else {
                format.append(c);
            }
        }
    }
}
