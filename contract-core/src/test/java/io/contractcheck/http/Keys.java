package io.contractcheck.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Certificates that a test makes for itself, with the JDK's keytool, and what can be done with them. */
public final class Keys {
    public static final String PASSWORD = "changeit-7";

    private final Path folder;
    private final String name;

    private Keys(Path folder, String name) {
        this.folder = folder;
        this.name = name;
    }

    /** A self-signed certificate for 127.0.0.1 and localhost. */
    public static Keys make(Path folder, String name, String... options) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                name,
                "-keyalg",
                "RSA",
                "-storetype",
                "PKCS12",
                "-keystore",
                folder.resolve(name + ".p12").toString(),
                "-storepass",
                PASSWORD,
                "-dname",
                "CN=" + name));
        command.addAll(
                options.length > 0
                        ? List.of(options)
                        : List.of("-ext", "SAN=ip:127.0.0.1,dns:localhost", "-validity", "30"));
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (keytool.waitFor() != 0) {
            throw new IOException(said);
        }
        return new Keys(folder, name);
    }

    public Path p12() {
        return folder.resolve(name + ".p12");
    }

    KeyStore store() throws Exception {
        return KeyStore.getInstance(p12().toFile(), PASSWORD.toCharArray());
    }

    /** The certificate as PEM, with words before it as tools write them. */
    public Path certificate() throws Exception {
        return Files.writeString(
                folder.resolve(name + "-cert.pem"),
                "subject=CN = " + name + "\n"
                        + pem("CERTIFICATE", store().getCertificate(name).getEncoded()));
    }

    /** The private key as PKCS#8. */
    public Path key() throws Exception {
        return Files.writeString(folder.resolve(name + "-key.pem"), pem("PRIVATE KEY", secret().getEncoded()));
    }

    /** The private key as PKCS#1: what PKCS#8 wraps. */
    public Path pkcs1() throws Exception {
        byte[] pkcs8 = secret().getEncoded();
        byte[] pkcs1 = java.util.Arrays.copyOfRange(pkcs8, 26, pkcs8.length);
        return Files.writeString(folder.resolve(name + "-pkcs1.pem"), pem("RSA PRIVATE KEY", pkcs1));
    }

    Key secret() throws Exception {
        return store().getKey(name, PASSWORD.toCharArray());
    }

    static String pem(String label, byte[] content) {
        return "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content)
                + "\n-----END " + label + "-----\n";
    }

    /** What a server shows, and which clients it trusts. */
    public SSLContext server(Keys... clients) throws Exception {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store(), PASSWORD.toCharArray());
        KeyStore known = KeyStore.getInstance("PKCS12");
        known.load(null, null);
        for (Keys client : clients) {
            known.setCertificateEntry(client.name, client.store().getCertificate(client.name));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        if (clients.length > 0) {
            trust.init(known);
        }
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), clients.length > 0 ? trust.getTrustManagers() : null, null);
        return context;
    }
}
