package io.contractcheck.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of textual encodings (RFC 7468).
 *
 * @param parameter that names the file, for messages
 * @param file where it is
 * @param bytes all of it
 * @param blocks what stands in it; none if it is something else
 */
record Pem(String parameter, Path file, byte[] bytes, List<Block> blocks) {
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----\\s*(.*?)-----END \\1-----", Pattern.DOTALL);

    /**
     * One encoding.
     *
     * @param label what it is, as {@code CERTIFICATE}
     * @param encrypted whether its own header says so, as before PKCS#8
     * @param content decoded
     */
    record Block(String label, boolean encrypted, byte[] content) {}

    /** @throws IllegalArgumentException if it cannot be read */
    static Pem read(String parameter, Path file) {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException(parameter + ": there is no file " + file
                    + ". A relative path is taken from the folder of the pom.");
        }
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new IllegalArgumentException(parameter + ": " + file + " cannot be read: " + e, e);
        }
        Pem pem = new Pem(parameter, file, bytes, new ArrayList<>());
        Matcher block = BLOCK.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
        while (block.find()) {
            String body = block.group(2);
            boolean encrypted = body.contains("ENCRYPTED");
            // headers, as Proc-Type and DEK-Info, end with an empty line
            String base64 = body.contains(":") ? body.replaceFirst("(?s)^.*?\\R\\s*\\R", "") : body;
            pem.blocks.add(new Block(block.group(1), encrypted, pem.decoded(base64)));
        }
        return pem;
    }

    private byte[] decoded(String base64) {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw wrong("has a block that is no Base64: it was cut or changed. Get the file anew.", e);
        }
    }

    IllegalArgumentException wrong(String what, Throwable cause) {
        return new IllegalArgumentException(parameter + ": " + file + " " + what, cause);
    }

    IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException(parameter + ": " + file + " " + what);
    }
}
