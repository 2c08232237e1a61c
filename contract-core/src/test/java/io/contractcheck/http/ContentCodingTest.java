package io.contractcheck.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class ContentCodingTest {
    private static final int LIMIT = 1 << 20;
    private static final byte[] TEXT = "some text, some text, some text".getBytes(UTF_8);

    private interface Coding {
        OutputStream over(OutputStream out) throws IOException;
    }

    private static byte[] coded(byte[] bytes, Coding coding) {
        ByteArrayOutputStream coded = new ByteArrayOutputStream();
        try (OutputStream out = coding.over(coded)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return coded.toByteArray();
    }

    private static byte[] gzip(byte[] bytes) {
        return coded(bytes, GZIPOutputStream::new);
    }

    private static Content undo(byte[] body, String... codings) {
        return ContentCoding.undo(
                Arrays.stream(codings)
                        .map(c -> new Header("content-encoding", c))
                        .toList(),
                body,
                LIMIT);
    }

    private static byte[] whole(Content content) {
        return ((Content.Whole) content).bytes();
    }

    @Test
    void codings_are_undone_from_the_last_to_the_first() {
        byte[] deflated = coded(TEXT, DeflaterOutputStream::new);
        byte[] bare =
                coded(TEXT, out -> new DeflaterOutputStream(out, new Deflater(Deflater.DEFAULT_COMPRESSION, true)));
        assertThat(whole(undo(gzip(TEXT), "gzip"))).isEqualTo(TEXT);
        assertThat(whole(undo(gzip(TEXT), "identity, X-GZIP"))).isEqualTo(TEXT);
        assertThat(whole(undo(deflated, "deflate"))).isEqualTo(TEXT);
        assertThat(whole(undo(bare, "deflate"))).isEqualTo(TEXT);
        assertThat(whole(undo(gzip(deflated), "deflate, gzip"))).isEqualTo(TEXT);
        assertThat(whole(undo(gzip(bare), "deflate", "gzip"))).isEqualTo(TEXT);
        assertThat(whole(undo(TEXT))).isEqualTo(TEXT);
        assertThat(whole(undo(new byte[0], "gzip"))).isEmpty();
    }

    @Test
    void content_of_just_the_limit_is_whole_and_longer_is_not_read() {
        assertThat(whole(undo(gzip(new byte[LIMIT]), "gzip"))).hasSize(LIMIT);
        assertThat(undo(gzip(new byte[LIMIT + 1]), "gzip"))
                .isEqualTo(new Content.Unread(
                        "undone from its Content-Encoding it is longer than the 1 MiB that are read"));
    }

    /** Empty members of gzip hold nothing, however many there are: without a bound in between, reading them would not end. */
    @Test
    void what_is_long_in_between_is_not_read_either() {
        byte[] nothing = gzip(new byte[0]);
        ByteArrayOutputStream members = new ByteArrayOutputStream();
        while (members.size() < 5 * LIMIT) {
            members.writeBytes(nothing);
        }
        byte[] bomb = gzip(members.toByteArray());
        assertThat(bomb).hasSizeLessThan(LIMIT / 10);
        assertThat(undo(bomb, "gzip, gzip")).isInstanceOf(Content.Unread.class);
        byte[] twice = gzip(gzip(new byte[8 * LIMIT]));
        assertThat(undo(twice, "gzip, gzip, gzip")).isInstanceOf(Content.Broken.class);
    }

    @Test
    void what_is_not_what_it_says_is_broken() {
        for (byte[] body : List.of(TEXT, new byte[] {1}, Arrays.copyOf(gzip(TEXT), 15), Arrays.copyOf(gzip(TEXT), 5))) {
            assertThat(undo(body, "gzip")).isInstanceOf(Content.Broken.class);
        }
        assertThat(undo(TEXT, "deflate"))
                .isInstanceOfSatisfying(
                        Content.Broken.class,
                        broken -> assertThat(broken.reason())
                                .startsWith("its Content-Encoding is deflate, but its bytes are not ("));
        assertThat(undo(gzip(TEXT), "gzip, gzip")).isInstanceOf(Content.Broken.class);
    }

    @Test
    void unknown_and_many_codings_are_not_read() {
        assertThat(undo(TEXT, "br")).isEqualTo(new Content.Unread("its Content-Encoding is br, which is not undone"));
        assertThat(undo(TEXT, "gzip,".repeat(1000)))
                .isEqualTo(new Content.Unread("it is under 1000 content codings, of which at most 4 are undone"));
    }
}
