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
        String code = Integer.toString(status);
        for (String part : text.trim().split("[,\\s]+")) {
            boolean all = code.length() == 3;
            for (int i = 0; all && i < 3; i++) {
                char c = part.charAt(i);
                all = c == 'x' || c == 'X' || c == code.charAt(i);
            }
            if (all) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return text;
    }
}
