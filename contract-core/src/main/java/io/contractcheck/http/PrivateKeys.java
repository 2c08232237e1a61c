package io.contractcheck.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Private keys in PEM files: PKCS#8 (RFC 5958), plain and encrypted, and PKCS#1 for RSA (RFC 8017, appendix A.1.2). */
final class PrivateKeys {
    private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA");
    /** INTEGER 0, and the algorithm rsaEncryption with NULL. */
    private static final byte[] RSA = HexFormat.of().parseHex("020100300d06092a864886f70d0101010500");

    private static final String CONVERT = "Write it as PKCS#8: openssl pkcs8 -topk8 -nodes -in OLD.pem -out NEW.pem";

    private PrivateKeys() {}

    /** @throws IllegalArgumentException if there is none, or it cannot be read */
    static PrivateKey in(Pem pem, Optional<String> password) {
        for (Pem.Block block : pem.blocks()) {
            if (block.label().endsWith("PRIVATE KEY")) {
                return read(pem, block, password);
            }
        }
        throw pem.wrong("holds no private key. It must have a block that begins with -----BEGIN PRIVATE KEY-----.");
    }

    private static PrivateKey read(Pem pem, Pem.Block block, Optional<String> password) {
        return switch (block.label()) {
            case "PRIVATE KEY" -> parse(pem, block.content());
            case "ENCRYPTED PRIVATE KEY" -> decrypt(pem, block.content(), password);
            case "RSA PRIVATE KEY" -> {
                if (block.encrypted()) {
                    throw pem.wrong("holds a key that is encrypted in an old way. " + CONVERT);
                }
                yield parse(pem, sequence(concat(RSA, tagged(0x04, block.content()))));
            }
            default -> throw pem.wrong("holds a key of the kind " + block.label() + ", which is not read. " + CONVERT);
        };
    }

    private static PrivateKey parse(Pem pem, byte[] pkcs8) {
        GeneralSecurityException why = new GeneralSecurityException("no known algorithm");
        for (String algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            } catch (GeneralSecurityException e) {
                why = e;
            }
        }
        throw pem.wrong(
                "holds a private key that is neither RSA, EC nor EdDSA, or is damaged: " + why.getMessage(), why);
    }

    private static PrivateKey decrypt(Pem pem, byte[] encrypted, Optional<String> password) {
        if (password.isEmpty()) {
            throw pem.wrong(
                    "holds an encrypted key. Set <clientKeyPassword> (contract.clientKeyPassword), as env:NAME or file:path.");
        }
        try {
            EncryptedPrivateKeyInfo info = new EncryptedPrivateKeyInfo(encrypted);
            // for PBES2 only the parameters' text names the algorithm that the factories know
            String algorithm =
                    info.getAlgName().equals("PBES2") || info.getAlgName().equals("1.2.840.113549.1.5.13")
                            ? info.getAlgParameters().toString()
                            : info.getAlgName();
            Key key = SecretKeyFactory.getInstance(algorithm)
                    .generateSecret(new PBEKeySpec(password.get().toCharArray()));
            Cipher cipher = Cipher.getInstance(algorithm);
            cipher.init(Cipher.DECRYPT_MODE, key, info.getAlgParameters());
            return parse(pem, info.getKeySpec(cipher).getEncoded());
        } catch (GeneralSecurityException | IOException e) {
            throw pem.wrong("cannot be decrypted: is clientKeyPassword its password? (" + e.getMessage() + ")", e);
        }
    }

    private static byte[] sequence(byte[] content) {
        return tagged(0x30, content);
    }

    /** A tag, a length and a content, in DER (X.690, section 8.1). */
    private static byte[] tagged(int tag, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        if (content.length < 128) {
            out.write(content.length);
        } else {
            out.write(0x82);
            out.write(content.length >> 8);
            out.write(content.length);
        }
        out.writeBytes(content);
        return out.toByteArray();
    }

    private static byte[] concat(byte[] one, byte[] other) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(one);
        out.writeBytes(other);
        return out.toByteArray();
    }
}
