package io.contractcheck.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.UnrecoverableKeyException;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;

/** From a client's certificate to what shows it. */
final class ClientKeys {
    private static final String CERTIFICATE = "clientCertificate";
    private static final byte[] SIGNED = {1, 2, 3};

    private ClientKeys() {}

    /** @throws IllegalArgumentException if it cannot be read, or the key is another's */
    static KeyManager[] of(ClientCertificate client) {
        Pem pem = Pem.read(CERTIFICATE, client.certificate());
        char[] password = client.password().orElse("").toCharArray();
        try {
            KeyStore store = pem.blocks().isEmpty() && client.key().isEmpty()
                    ? store(pem, password)
                    : store(pem, client, password);
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(store, password);
            return factory.getKeyManagers();
        } catch (GeneralSecurityException e) {
            throw pem.wrong("cannot be used: " + e.getMessage(), e);
        }
    }

    private static KeyStore store(Pem file, char[] password) throws GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try {
            store.load(new ByteArrayInputStream(file.bytes()), password);
        } catch (IOException e) {
            throw e.getCause() instanceof UnrecoverableKeyException
                    ? file.wrong(
                            "cannot be opened: "
                                    + (password.length == 0 ? "it has a password; set" : "wrong password in")
                                    + " <clientKeyPassword> (contract.clientKeyPassword).",
                            e)
                    : file.wrong(
                            "is neither PEM nor a PKCS#12 store: it must have a block that begins with"
                                    + " -----BEGIN CERTIFICATE-----, or be made by openssl pkcs12 -export.",
                            e);
        }
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias)) {
                return store;
            }
        }
        throw file.wrong("holds no private key, only certificates. Export it together with its key.");
    }

    private static KeyStore store(Pem pem, ClientCertificate client, char[] password) throws GeneralSecurityException {
        List<X509Certificate> chain = Certificates.in(pem);
        Optional<Pem> other = client.key().map(k -> Pem.read("clientKey", k));
        Pem keys = other.orElse(pem);
        if (other.isEmpty() && pem.blocks().stream().noneMatch(b -> b.label().endsWith("PRIVATE KEY"))) {
            throw pem.wrong("holds no private key. Name the key's file with <clientKey> (contract.clientKey).");
        }
        PrivateKey key = PrivateKeys.in(keys, client.password());
        if (!fits(key, chain.get(0))) {
            throw keys.wrong("holds a key that does not belong to the certificate of "
                    + chain.get(0).getSubjectX500Principal() + " in " + pem.file()
                    + ". The certificate of the key itself must stand first in its file.");
        }
        KeyStore store = KeyStore.getInstance("PKCS12");
        try {
            store.load(null, null);
        } catch (IOException e) {
            throw new GeneralSecurityException(e);
        }
        store.setKeyEntry("client", key, password, chain.toArray(X509Certificate[]::new));
        return store;
    }

    private static boolean fits(PrivateKey key, X509Certificate certificate) throws GeneralSecurityException {
        if (!key.getAlgorithm().equals(certificate.getPublicKey().getAlgorithm())) {
            return false;
        }
        String algorithm = switch (key.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> key.getAlgorithm();
        };
        Signature signature = Signature.getInstance(algorithm);
        signature.initSign(key);
        signature.update(SIGNED);
        byte[] signed = signature.sign();
        signature.initVerify(certificate.getPublicKey());
        signature.update(SIGNED);
        return signature.verify(signed);
    }
}
