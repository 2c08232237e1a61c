package io.contractcheck.testcase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contractcheck.testcase.MultipartBody.Part;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class MultipartTextTest {
    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void parts_are_framed_as_rfc_2046_says() {
        Part field = new Part("a\"b", null, "text/plain", bytes("1"));
        Part file = new Part("f", "file", "image/png", new byte[] {(byte) 0x89, 'P'});
        String text =
                new String(MultipartText.write(List.of(field, file), "ContractCheck-0"), StandardCharsets.ISO_8859_1);
        assertThat(text)
                .isEqualTo("--ContractCheck-0\r\nContent-Disposition: form-data; name=\"a%22b\"\r\n"
                        + "Content-Type: text/plain\r\n\r\n1\r\n"
                        + "--ContractCheck-0\r\nContent-Disposition: form-data; name=\"f\"; filename=\"file\"\r\n"
                        + "Content-Type: image/png\r\n\r\n\u0089P\r\n--ContractCheck-0--\r\n");
    }

    @Test
    void the_boundary_occurs_in_no_part() {
        List<Part> parts = List.of(new Part("a", null, "text/plain", bytes("x\r\n--ContractCheck-0 y")));
        String boundary = MultipartText.boundary(parts);
        assertThat(boundary).isEqualTo("ContractCheck-1");
    }

    @Test
    void what_is_written_is_read_back_whatever_bytes_and_names() {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        List<Part> parts = List.of(
                new Part("\u00fc \r\n", null, "text/plain", bytes("\r\n--\r\n")), new Part("f", "x", "a/b", all));
        String boundary = MultipartText.boundary(parts);
        List<Part> read = MultipartText.read(MultipartText.write(parts, boundary), boundary);
        assertThat(read).hasSize(2);
        assertThat(read.get(0).name()).isEqualTo("\u00fc \r\n");
        assertThat(read.get(0).content()).isEqualTo(bytes("\r\n--\r\n"));
        assertThat(read.get(0).file()).isNull();
        assertThat(read.get(1).content()).isEqualTo(all);
        assertThat(read.get(1).contentType()).isEqualTo("a/b");
    }

    @Test
    void a_body_that_does_not_end_cannot_be_read() {
        assertThatThrownBy(() -> MultipartText.read(bytes("--b\r\n\r\nx"), "b"))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("'b'");
    }
}
