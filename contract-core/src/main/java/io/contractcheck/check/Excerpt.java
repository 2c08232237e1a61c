package io.contractcheck.check;

/** Text from outside, made fit for one line of a message. */
final class Excerpt {
    private Excerpt() {}

    /** At most that many code points, without line breaks and control characters; an ellipsis tells that there was more. */
    static String of(String text, int limit) {
        StringBuilder out = new StringBuilder();
        int count = 0;
        boolean space = false;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int codePoint = text.codePointAt(i);
            if (Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint)) {
                space = !out.isEmpty();
                continue;
            }
            if (count >= limit) {
                return out.append('…').toString();
            }
            if (space) {
                out.append(' ');
                space = false;
            }
            boolean shown = !Character.isISOControl(codePoint)
                    && Character.getType(codePoint) != Character.FORMAT
                    && Character.getType(codePoint) != Character.SURROGATE;
            out.appendCodePoint(shown ? codePoint : '\ufffd');
            count++;
        }
        return out.toString();
    }
}
