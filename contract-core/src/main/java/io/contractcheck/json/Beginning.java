package io.contractcheck.json;

/** How a long text begins. */
public final class Beginning {
    private Beginning() {}

    /**
     * The whole text if it is short, else its beginning, which never ends within a character outside of the Basic Multilingual Plane: half
     * of one cannot be written as UTF-8.
     *
     * @param most how many chars at most
     */
    public static String of(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        boolean within = most > 0 && Character.isHighSurrogate(text.charAt(most - 1));
        return text.substring(0, within ? most - 1 : most);
    }
}
