package io.contractcheck.check;

/**
 * A set of status codes as users write it: codes and ranges separated by commas or spaces, as {@code 2xx, 404, 41X}.
 *
 * @param text as written
 */
public record StatusSet(String text) {

    public StatusSet {
        for (String part : text.trim().split("[,\\s]+")) {
            if (!part.matches("[1-5][0-9xX]{2}")) {
                throw new IllegalArgumentException("'" + part
                        + "' is no status code or range: write three digits, or x for any digit, as 404 or 4xx");
            }
        }
    }

    /** Whether the status is in the set. */
    public boolean contains(int status) {
        // by hand, as checks ask of every answer
        for (int i = 0; i + 2 < text.length(); i++) {
            boolean begins = i == 0 || isBetween(text.charAt(i - 1));
            if (begins
                    && isDigit(text.charAt(i), status / 100)
                    && isDigit(text.charAt(i + 1), status / 10 % 10)
                    && isDigit(text.charAt(i + 2), status % 10)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBetween(char c) {
        return c == ',' || c <= ' ';
    }

    private static boolean isDigit(char c, int digit) {
        return c == 'x' || c == 'X' || c - '0' == digit;
    }

    @Override
    public String toString() {
        return text;
    }
}
