package io.contractcheck.json;

import java.io.IOException;
import java.io.Writer;

/** Takes so many characters, and then refuses, so that nobody writes a long text to show its beginning. */
final class ShortWriter extends Writer {
    private final StringBuilder text = new StringBuilder();
    private final int most;

    ShortWriter(int most) {
        this.most = most;
    }

    @Override
    public void write(char[] characters, int offset, int length) throws IOException {
        if (text.length() + length > most) {
            throw new IOException("longer than " + most + " characters");
        }
        text.append(characters, offset, length);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    @Override
    public String toString() {
        return text.toString();
    }
}
