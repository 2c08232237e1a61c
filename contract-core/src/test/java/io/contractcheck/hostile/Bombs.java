package io.contractcheck.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** Small things that become large. */
final class Bombs {
    private static final int MEMBER = 64 << 20;

    private Bombs() {}

    /** Zeros by the gibibyte, as gzip of many members, packed again so many times. */
    static byte[] zeros(int gibibytes, int again) {
        byte[] member = gzip(new byte[MEMBER]);
        ByteArrayOutputStream members = new ByteArrayOutputStream();
        for (int i = 0; i < gibibytes * ((1 << 30) / MEMBER); i++) {
            members.writeBytes(member);
        }
        byte[] bomb = members.toByteArray();
        for (int i = 0; i < again; i++) {
            bomb = gzip(bomb);
        }
        return bomb;
    }

    /** The bytes as gzip. */
    static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed, 1 << 16)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
